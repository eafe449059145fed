/**
 * One event in one piece of memory for all who are sent the same: what waits for slow readers is kept once, however
 * many they are, and made into bytes once. Remembers the last event only.
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
