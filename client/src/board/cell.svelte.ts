/** One value that its readers follow. */

export class Cell<V> {
  value = $state.raw() as V;

  constructor(value: V) {
    this.value = value;
  }
}
