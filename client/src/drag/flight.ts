/** Cards in the air: what follows the pointer, and where a drop would put it. */
import { Clone } from './clone';
import { Dwell, scrollNear } from './edges';
import { DropLine } from './line';
import { placeAt, type Place, type Point } from './place';

export interface Drop extends Place {
  cards: string[];
}

export interface Dragging {
  /** The cards that go along with this one, in the order of the board. */
  together: (card: string) => string[];
  /** What a card says now; undefined once it has gone. */
  text: (card: string) => string | undefined;
  /** The card that stands behind this one in its column, also where it is not on screen. */
  following: (card: string) => string | null;
  drop: (drop: Drop) => void;
  /** The cards in the air; none when the drag is over. */
  lifted?: (cards: string[]) => void;
  allowed?: () => boolean;
}

export class Flight {
  readonly #lead: string;
  readonly #cards: string[];
  readonly #clone: Clone;
  readonly #line = new DropLine();
  readonly #dwell = new Dwell();
  #at: Point;
  #place: Place | null = null;
  #frame = 0;

  constructor(
    private readonly root: HTMLElement,
    element: HTMLElement,
    from: Point,
    private readonly dragging: Dragging,
    private readonly cancel: () => void,
  ) {
    this.#lead = element.dataset.card ?? '';
    this.#cards = dragging.together(this.#lead);
    this.#clone = new Clone(element, from);
    this.#at = from;
    dragging.lifted?.(this.#cards);
    document.documentElement.classList.add('is-dragging');
    this.#frame = requestAnimationFrame(() => this.#look());
  }

  moveTo(at: Point): void {
    this.#at = at;
  }

  /** Where the cards would go now; null outside every column, or where they already are. */
  drop(): Drop | null {
    this.#find();
    const cards = this.#cards.filter((card) => this.dragging.text(card) !== undefined);
    if (!this.#place || !cards.includes(this.#lead)) return null;
    return this.#alreadyThere(cards) ? null : { cards, ...this.#place };
  }

  land(): void {
    cancelAnimationFrame(this.#frame);
    this.#clone.remove();
    this.#line.remove();
    this.#dwell.leave();
    document.documentElement.classList.remove('is-dragging');
    this.dragging.lifted?.([]);
  }

  #look(): void {
    const text = this.dragging.text(this.#lead);
    // Withdrawn, parked or taken away by somebody else: there is nothing left to drop.
    if (text === undefined) return this.cancel();
    this.#clone.follow(
      this.#at,
      text,
      this.#cards.filter((it) => this.dragging.text(it) !== undefined).length,
    );
    const under = document.elementFromPoint(this.#at.x, this.#at.y);
    scrollNear(under, this.#at);
    this.#dwell.over(under);
    this.#find();
    this.#line.show(this.#place, this.root);
    this.#frame = requestAnimationFrame(() => this.#look());
  }

  #find(): void {
    this.#place = placeAt(this.root, this.#at, new Set(this.#cards), this.dragging.following);
  }

  #alreadyThere(cards: string[]): boolean {
    const element = this.root.querySelector<HTMLElement>(`[data-card="${this.#lead}"]`);
    const column = element?.closest<HTMLElement>('[data-column]')?.dataset.column;
    if (cards.length > 1 || column === undefined || !this.#place) return false;
    const same = (column || null) === this.#place.column;
    return same && this.dragging.following(this.#lead) === this.#place.before;
  }
}
