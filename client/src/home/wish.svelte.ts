/** The workshop somebody is about to set up, as the form holds it. */
import type { NewWorkshop } from '../api';
import { newId } from '../ids';
import type { Template } from '../template';
import type { Proposals } from '../wire';
import { home } from '../words/home';
import { language, type Language } from '../words/language.svelte';
import { fiscalYear } from '../fiscalYear';
import { questionOf, USUAL } from './templates';

const MINUTE = 60;

export class Wish {
  fiscalYear = $state(fiscalYear());
  /** Null is the usual one, whose words are known before the server has answered. */
  #template = $state.raw<Template | null>(null);
  cardsEach = $state(3);
  neighbourCards = $state(3);
  proposals = $state<Proposals>('optional');
  writeMinutes = $state(8);
  retentionDays = $state(365);
  password = $state('');
  #title = $state<string | null>(null);
  #question = $state<string | null>(null);
  #language = $state<Language | null>(null);
  #sent = { id: '', body: '' };

  /** Follows year and language until somebody writes their own. */
  get title(): string {
    return this.#title ?? home.make.titleOf(this.fiscalYear);
  }
  set title(own: string) {
    this.#title = own;
  }
  get question(): string {
    return this.#question ?? this.#usualQuestion;
  }
  set question(own: string) {
    this.#question = own;
  }
  get language(): Language {
    return this.#language ?? language.current;
  }
  set language(own: Language) {
    this.#language = own;
  }

  get template(): string {
    return this.#template?.id ?? USUAL;
  }
  /** How many boards the workshop begins with. */
  get boards(): number {
    return this.#template?.boards.length ?? 1;
  }
  /** A template brings its own numbers; own words stay. */
  choose(template: Template): void {
    const [first] = template.boards;
    this.#template = template;
    if (!first) return;
    this.cardsEach = first.cards_each;
    this.neighbourCards = first.neighbour_cards;
    this.proposals = first.proposals;
    this.writeMinutes = first.write_seconds / MINUTE;
  }

  get #usualQuestion(): string {
    return this.#template
      ? questionOf(this.#template, this.language, this.fiscalYear)
      : home.make.questionOf(this.fiscalYear);
  }

  /** The same wish has the same id: sent again after a lost answer, it makes no second workshop. */
  get body(): NewWorkshop {
    const wanted = this.#wanted;
    const body = JSON.stringify(wanted);
    if (body !== this.#sent.body) this.#sent = { id: newId(), body };
    return { id: this.#sent.id, ...wanted, ...passwordIn(this.password) };
  }

  get #wanted(): Omit<NewWorkshop, 'id' | 'password'> {
    const about = {
      title: this.title,
      language: this.language,
      fiscal_year: this.fiscalYear,
      retention_days: this.retentionDays,
      templates: [this.template],
    };
    // Each board of an agenda has its own question and numbers.
    if (this.boards > 1) return about;
    return {
      ...about,
      question: this.question,
      cards_each: this.cardsEach,
      neighbour_cards: this.neighbourCards,
      proposals: this.proposals,
      write_seconds: this.writeMinutes * MINUTE,
    };
  }
}

export function passwordIn(password: string): { password?: string } {
  return password ? { password } : {};
}
