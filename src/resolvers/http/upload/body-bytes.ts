import { DomainError, fieldError } from '../../../services/kernel/errors.ts';
import { release } from '../../../services/kernel/release.ts';

/**
 * The bytes of a body, split at delimiters. They are pulled: nothing is read from the socket before it is requested.
 * Delimiters are found with `Buffer.indexOf`, which compares many bytes at a time.
 */
export class BodyBytes {
  readonly #source: AsyncIterator<Buffer, unknown>;
  /** The last chunk, as far as it has not been returned yet. */
  #arrived: Buffer = Buffer.alloc(0);
  #rest: Buffer;

  /** @param before bytes that count as the first of the body. */
  constructor(source: AsyncIterator<Buffer, unknown>, before: Buffer) {
    this.#source = source;
    this.#rest = before;
  }

  /**
   * The bytes before the next delimiter, which is skipped once all were read. A chunk is valid until the next is
   * requested.
   */
  async *until(mark: Buffer): AsyncGenerator<Buffer, void, undefined> {
    for (;;) {
      const at = this.#rest.indexOf(mark);
      const end = at < 0 ? this.#rest.length - begun(mark, this.#rest) : at;
      const piece = this.#rest.subarray(0, end);
      this.#rest = this.#rest.subarray(end);
      if (end > 0) yield piece;
      if (at >= 0) break;
      await this.#more();
    }
    this.#rest = this.#rest.subarray(mark.length);
  }

  /** All the bytes before the next mark, in memory of their own; `INPUT_INVALID` by `rule` when there are more than `most`. */
  async allUntil(mark: Buffer, most: number, rule = 'size'): Promise<Buffer> {
    let [kept, length]: [Buffer, number] = [Buffer.alloc(0), 0];
    for await (const piece of this.until(mark)) {
      if (length + piece.length > most) throw fieldError('body', rule);
      kept = withCapacity(kept, length + piece.length);
      length += piece.copy(kept, length);
    }
    return kept.subarray(0, length);
  }

  /** The next few bytes, as text. */
  async take(count: number): Promise<string> {
    while (this.#rest.length < count) await this.#more();
    const taken = this.#rest.toString('latin1', 0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  async #more(): Promise<void> {
    // Copied before its memory is reused.
    const unread = Buffer.from(this.#rest);
    release(this.#arrived);
    this.#arrived = this.#rest = Buffer.alloc(0);
    const { done, value } = await this.#next();
    if (done === true) throw fieldError('body', 'multipart');
    this.#arrived = unread.length === 0 ? value : Buffer.concat([unread, value]);
    this.#rest = this.#arrived;
  }

  async #next(): Promise<IteratorResult<Buffer, unknown>> {
    try {
      return await this.#source.next();
    } catch (cause) {
      throw new DomainError('UPLOAD_INCOMPLETE', {}, { cause });
    }
  }
}

/** Doubled when it must grow, so that a body that arrives byte by byte is not copied each time. */
function withCapacity(kept: Buffer, length: number): Buffer {
  if (length <= kept.length) return kept;
  const larger = Buffer.alloc(Math.max(length, 2 * kept.length));
  kept.copy(larger);
  return larger;
}

/** How many bytes at the end may be the beginning of the mark. */
function begun(mark: Buffer, bytes: Buffer): number {
  const first = mark.readUInt8(0);
  const from = Math.max(0, bytes.length - mark.length + 1);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (mark.subarray(0, bytes.length - at).equals(bytes.subarray(at))) return bytes.length - at;
  }
  return 0;
}
