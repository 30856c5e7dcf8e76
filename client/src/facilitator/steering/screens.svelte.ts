/** What all projected screens show in place of the board's pages, and whether they show anything. */
import { facilitator } from '../../words/facilitator';
import type { View } from '../../wire';
import { showsCards } from '../phases';
import type { Presentation } from '../presentation.svelte';

export class Screens {
  constructor(private readonly presentation: Presentation) {}

  readonly focused = $derived.by(() => {
    const { active } = this.presentation;
    return active?.focus && showsCards(active.phase) ? active.focus : null;
  });
  /** What stands there other than one card or one column. */
  readonly steered = $derived.by(() => {
    const { view, phase } = this.presentation.active ?? {};
    if (view === 'qr') return view;
    if (view === 'overview') return phase && showsCards(phase) ? view : null;
    return this.focused?.group ? { group: this.focused.group } : null;
  });

  /** Something stands in place of the board's pages that Escape leaves. */
  get isAway(): boolean {
    const view = this.presentation.active?.view;
    return Boolean(this.focused ?? this.steered) || view === 'frame' || view === 'thanks';
  }

  show(view: View): Promise<boolean> {
    const { acts, active } = this.presentation;
    return acts.perform({ name: 'show_view', board: active?.id ?? '', view });
  }

  focus(what: { card: string } | { column: string } | { group: string } | null): void {
    const { acts, active } = this.presentation;
    if (!active) return;
    const none = { card: null, column: null, group: null };
    void acts.perform({ name: 'focus', board: active.id, ...none, ...what });
  }

  /** What is selected, when it is one card or one group. */
  focusSelected(): void {
    const { board, selection } = this.presentation;
    const [only, ...more] = selection.ids;
    if (only === undefined || more.length > 0) return;
    selection.clear();
    this.focus(board.group(only) ? { group: only } : { card: only });
  }

  toggleBlank(): void {
    const { acts, board } = this.presentation;
    const blank = board.workshop?.blank === true;
    const said = blank ? facilitator.said.shown : facilitator.said.blank;
    void acts.performAndSay({ name: blank ? 'unblank_screens' : 'blank_screens' }, said);
  }
}
