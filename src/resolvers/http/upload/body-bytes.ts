import { DomainError, fieldError } from '../../../services/kernel/errors.ts';
import { release } from '../../../services/kernel/release.ts';

/**
 * The bytes of a body, cut at marks. They are pulled: nothing leaves the socket before someone asks for it. What a
 * search needs is `Buffer.indexOf`, which looks at many bytes at a time.
 */
export class BodyBytes {
  readonly #source: AsyncIterator<Buffer, unknown>;
  /** What arrived last, and what of it has not been given yet. */
  #arrived: Buffer = Buffer.alloc(0);
  #rest: Buffer;

  /** @param before bytes that count as the first of the body. */
  constructor(source: AsyncIterator<Buffer, unknown>, before: Buffer) {
    this.#source = source;
    this.#rest = before;
  }

  /** The bytes before the next mark, which is passed over once they were all taken. A piece is good until the next is asked for. */
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

  /** All the bytes before the next mark, as text; no more than `most` of them. */
  async textUntil(mark: Buffer, most: number): Promise<string> {
    const pieces: Buffer[] = [];
    let length = 0;
    for await (const piece of this.until(mark)) {
      length += piece.length;
      if (length > most) throw fieldError('body', 'size');
      pieces.push(Buffer.from(piece));
    }
    return Buffer.concat(pieces).toString();
  }

  /** The next few bytes, as text. */
  async take(count: number): Promise<string> {
    while (this.#rest.length < count) await this.#more();
    const taken = this.#rest.toString('latin1', 0, count);
    this.#rest = this.#rest.subarray(count);
    return taken;
  }

  async #more(): Promise<void> {
    const begun = Buffer.from(this.#rest);
    release(this.#arrived);
    const { done, value } = await this.#next();
    if (done === true) throw fieldError('body', 'multipart');
    this.#arrived = begun.length === 0 ? value : Buffer.concat([begun, value]);
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

/** How many bytes at the end may be the beginning of the mark. */
function begun(mark: Buffer, bytes: Buffer): number {
  const first = mark.readUInt8(0);
  const from = Math.max(0, bytes.length - mark.length + 1);
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (mark.subarray(0, bytes.length - at).equals(bytes.subarray(at))) return bytes.length - at;
  }
  return 0;
}
