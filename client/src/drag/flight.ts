/** Cards and groups in the air: what follows the pointer, and where a drop would put it. */
import { Clone } from './clone';
import { Dwell, scrollNear } from './edges';
import { DropMark } from './line';
import { placeAt, type Held, type Onto, type Place, type Point } from './place';

export interface Drop {
  /** Cards and groups, in the order of the board. */
  items: string[];
  place: Place;
}

export interface Dragging {
  /** What goes along with this card or group, in the order of the board. */
  together: (item: string) => string[];
  /** What a card or a group says now; undefined once it has gone. */
  text: (item: string) => string | undefined;
  /** How many cards there are in it, with those beneath. */
  count: (item: string) => number;
  isGroup: (item: string) => boolean;
  /** What stands behind this one, also where that is not on screen. */
  following: (item: string) => string | null;
  /** What a drop on this would do, in words. */
  says: (place: Onto, items: string[]) => string;
  drop: (drop: Drop) => void;
  /** What is in the air; nothing when the drag is over. */
  lifted?: (items: string[]) => void;
  allowed?: () => boolean;
}

export class Flight {
  readonly #lead: string;
  readonly #items: string[];
  readonly #held: Held;
  readonly #clone: Clone;
  readonly #mark = new DropMark();
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
    this.#lead = element.dataset.card ?? element.dataset.head ?? '';
    this.#items = dragging.together(this.#lead);
    this.#held = {
      moving: new Set(this.#items),
      isGroup: this.#items.some((item) => dragging.isGroup(item)),
      following: dragging.following,
    };
    this.#clone = new Clone(element, from);
    this.#at = from;
    dragging.lifted?.(this.#items);
    document.documentElement.classList.add('is-dragging');
    this.#frame = requestAnimationFrame(() => this.#look());
  }

  moveTo(at: Point): void {
    this.#at = at;
  }

  /** Where they would go now; null outside every column, or where they already are. */
  drop(): Drop | null {
    this.#find();
    const items = this.#items.filter((item) => this.dragging.text(item) !== undefined);
    if (!this.#place || !items.includes(this.#lead)) return null;
    return this.#alreadyThere(items) ? null : { items, place: this.#place };
  }

  land(): void {
    cancelAnimationFrame(this.#frame);
    this.#clone.remove();
    this.#mark.remove();
    this.#dwell.leave();
    document.documentElement.classList.remove('is-dragging');
    this.dragging.lifted?.([]);
  }

  #look(): void {
    const text = this.dragging.text(this.#lead);
    // Withdrawn, parked or taken away by somebody else: there is nothing left to drop.
    if (text === undefined) return this.cancel();
    this.#clone.follow(this.#at, text, this.#count());
    const under = document.elementFromPoint(this.#at.x, this.#at.y);
    scrollNear(under, this.#at);
    this.#dwell.over(under);
    this.#find();
    this.#mark.show(this.#place, this.root, (place) => this.dragging.says(place, this.#items));
    this.#frame = requestAnimationFrame(() => this.#look());
  }

  #find(): void {
    this.#place = placeAt(this.root, this.#at, this.#held);
  }

  #count(): number {
    return this.#items.reduce(
      (sum, it) => sum + (this.dragging.text(it) === undefined ? 0 : this.dragging.count(it)),
      0,
    );
  }

  #alreadyThere(items: string[]): boolean {
    const place = this.#place;
    if (items.length > 1 || !place || place.kind === 'card' || place.kind === 'head') return false;
    const name = this.#held.isGroup ? 'head' : 'card';
    const element = this.root.querySelector<HTMLElement>(`[data-${name}="${this.#lead}"]`);
    const bundle = this.#held.isGroup ? null : element?.closest<HTMLElement>('.bundle[data-item]');
    const column = element?.closest<HTMLElement>('[data-column]')?.dataset.column;
    const same =
      place.kind === 'group'
        ? bundle?.dataset.item === place.group
        : !bundle && column !== undefined && (column || null) === place.column;
    return same && this.dragging.following(this.#lead) === place.before;
  }
}
