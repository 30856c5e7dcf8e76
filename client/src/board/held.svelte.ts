/** The records of one audience's view, with the cards of every place in order. Knows nothing of numbers. */
import type { Key, RecordKey, Records, ShortCard, Spotlight, Vote } from '../wire';
import { Cells } from './cells';
import { type Item, placeOf, Places } from './places';
import { wholeCard, wholeSpotlight } from './short';

const CARD = 'card:';
type AnyRecord = NonNullable<Records[RecordKey]>;

export class Held {
  #records = new Cells<AnyRecord>();
  #places = new Places((id) => this.get(`card:${id}`) ?? this.get(`group:${id}`));
  #keys = $state.raw<readonly Key[]>([]);
  #votes = $state.raw<readonly Vote[]>([]);

  get<K extends RecordKey>(key: K): Records[K] | undefined {
    return this.#records.get(key) as Records[K] | undefined;
  }

  ids(board: string, place: string): readonly string[] {
    return this.#places.ids(board, place);
  }

  /** The listed links, oldest first. */
  get keys(): readonly Key[] {
    return this.#keys;
  }

  /** All votes, in the order they were opened. */
  get votes(): readonly Vote[] {
    return this.#votes;
  }

  replace(records: Records): void {
    this.change(
      records,
      this.#records.keys().filter((key) => !(key in records)),
    );
  }

  change(put: Records, drop: readonly string[]): void {
    for (const key of drop) this.#drop(key);
    for (const [key, record] of Object.entries(put)) this.#put(key, record);
    this.#places.show();
    const changed = [...drop, ...Object.keys(put)];
    if (changed.some(isKey)) this.#keys = this.#listKeys();
    if (changed.some(isVote)) this.#votes = this.#listVotes();
  }

  #put(key: string, record: AnyRecord): void {
    if (isCard(key))
      this.#putItem(key, wholeCard(key.slice(CARD.length), record as ShortCard, this.get(key)));
    else if (isItem(key, record)) this.#putItem(key, record);
    else if (key.startsWith('spotlight:'))
      this.#records.set(key, wholeSpotlight(record as Partial<Spotlight>));
    else this.#records.set(key, record);
  }

  #putItem(key: string, item: Item): void {
    const before = this.#records.get(key) as Item | undefined;
    const stays = before !== undefined && liesLike(before, item);
    if (before && !stays) this.#places.lift(before);
    this.#records.set(key, item);
    if (!stays) this.#places.lay(item);
  }

  #drop(key: string): void {
    const record = this.#records.get(key);
    if (record && isItem(key, record)) this.#places.lift(record);
    this.#records.delete(key);
  }

  #listVotes(): Vote[] {
    const keys = this.#records.keys().filter(isVote);
    return keys.map((key) => this.get(key)).filter((vote) => vote !== undefined);
  }

  #listKeys(): Key[] {
    const keys = this.#records.keys().filter(isKey);
    const listed = keys.map((key) => this.get(key)).filter((key) => key !== undefined);
    return listed.sort((one, other) => (one.minted_at < other.minted_at ? -1 : 1));
  }
}

function liesLike(one: Item, other: Item): boolean {
  return one.rank === other.rank && one.board === other.board && placeOf(one) === placeOf(other);
}

function isCard(key: string): key is `card:${string}` {
  return key.startsWith(CARD);
}

function isItem(key: string, record: AnyRecord): record is Item {
  return 'rank' in record && (key.startsWith('card:') || key.startsWith('group:'));
}

function isKey(key: string): key is `key:${string}` {
  return key.startsWith('key:');
}

function isVote(key: string): key is `vote:${string}` {
  return key.startsWith('vote:');
}
