/**
 * One event in one buffer for all who receive the same: what waits for slow readers is stored once, however many they
 * are, and encoded once. Caches the last event only.
 */
export class SharedFrames {
  #result = '';
  readonly #frames = new Map<string, Buffer>();

  /** The bytes of a message that begins so, around this result. */
  of(beginning: string, result: string): Buffer {
    if (result !== this.#result) {
      this.#frames.clear();
      this.#result = result;
    }
    const known = this.#frames.get(beginning);
    if (known !== undefined) return known;
    const frame = Buffer.from(`${beginning}${result}}`);
    this.#frames.set(beginning, frame);
    return frame;
  }
}
