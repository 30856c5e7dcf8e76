/** The workshop somebody is about to set up, as the form holds it. */
import type { NewWorkshop } from '../api';
import { newId } from '../ids';
import type { Proposals } from '../wire';
import { home } from '../words/home';
import { language, type Language } from '../words/language.svelte';
import { fiscalYear } from './fiscalYear';

const MINUTE = 60;

export class Wish {
  fiscalYear = $state(fiscalYear());
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
    return this.#question ?? home.make.questionOf(this.fiscalYear);
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

  /** The same wish has the same id: sent again after a lost answer, it makes no second workshop. */
  get body(): NewWorkshop {
    const wanted = this.#wanted;
    const body = JSON.stringify(wanted);
    if (body !== this.#sent.body) this.#sent = { id: newId(), body };
    return { id: this.#sent.id, ...wanted, ...passwordIn(this.password) };
  }

  get #wanted(): Omit<NewWorkshop, 'id' | 'password'> {
    return {
      title: this.title,
      question: this.question,
      language: this.language,
      fiscal_year: this.fiscalYear,
      cards_each: this.cardsEach,
      neighbour_cards: this.neighbourCards,
      proposals: this.proposals,
      write_seconds: this.writeMinutes * MINUTE,
      retention_days: this.retentionDays,
    };
  }
}

export function passwordIn(password: string): { password?: string } {
  return password ? { password } : {};
}
