/** A map that forgets its oldest entry when a new one would be too many. */
export class BoundedMap<V> extends Map<string, V> {
  readonly #most: number;

  constructor(most: number) {
    super();
    this.#most = most;
  }

  override set(key: string, value: V): this {
    if (this.size >= this.#most && !this.has(key)) this.delete(this.keys().next().value as string);
    return super.set(key, value);
  }
}
