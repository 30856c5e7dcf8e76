/** Templates: boards of a workshop as a file in both languages, and back. */
import { COLUMN_LETTERS, HINT_LETTERS } from './limits';
import type { BoardState } from './board.svelte';
import type { AgendaStep, Board, Both, SetUp } from './wire';
import type { Language } from './words/language.svelte';
import { cut } from './text';

export interface TemplateBoard extends Omit<SetUp, 'template' | 'title' | 'question'> {
  title: Both;
  question: Both;
}

export interface Template {
  id: string;
  name: Both;
  about: Both;
  boards: TemplateBoard[];
}

const BUDDHIST_YEARS = 543;
const MOST = { name: COLUMN_LETTERS, about: HINT_LETTERS };

/** The boards as they are set up now; one wording stands for both languages. */
export function templateOf(state: BoardState, name: string): Template {
  const steps = new Map(state.agenda?.steps.map((step) => [step.board, step]));
  const boards = state.boards.map((board) => boardOf(board, steps.get(board.id)));
  const about = boards.map(({ question }) => question.th)[0] ?? '';
  return {
    id: 'template',
    name: same(cut(name.trim(), MOST.name)),
    about: same(cut(about, MOST.about)),
    boards,
  };
}

function boardOf(board: Board, step: AgendaStep | undefined): TemplateBoard {
  return {
    title: same(board.title),
    question: same(board.question),
    columns: board.columns,
    cards_each: board.cards_each,
    neighbour_cards: board.neighbour_cards,
    proposals: board.proposals,
    write_seconds: board.write_seconds,
    checking: board.checking,
    while_shown: board.while_shown,
    minutes: step?.minutes ?? 0,
    break_minutes: step?.break_minutes ?? 0,
    child: board.child,
    asks: board.asks ?? [],
    vote: board.vote ?? null,
    checklist: board.checklist ?? [],
    script: board.script ?? [],
    rules: board.rules,
  };
}

/** A template's boards as a workshop of this language and year takes them. */
export function setUpsOf(template: Template, language: Language, year: number | null): SetUp[] {
  const told = year && language === 'en' ? year - BUDDHIST_YEARS : year;
  const said = (both: Both) => both[language].replaceAll('{year}', String(told ?? ''));
  return template.boards.map((board) => ({
    ...board,
    template: template.id,
    title: said(board.title),
    question: said(board.question),
  }));
}

export function same(text: string): Both {
  return { th: text, en: text };
}
