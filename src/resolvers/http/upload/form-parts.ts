import { fieldError } from '../../../services/kernel/errors.ts';
import { BodyBytes } from './body-bytes.ts';
import { boundaryOf, malformed, readPartHeader, type PartHeader } from './part-header.ts';

const most = {
  /** Parts of a form: its two fields, five files, and some unknown ones. */
  parts: 32,
  /** Bytes of the lines before a part's content, and of the preamble. */
  headerBytes: 8 * 1024,
  /** After a boundary, before the end of its line. */
  blanks: 64,
} as const;

const lineEnd = Buffer.from('\r\n');
const headerEnd = Buffer.from('\r\n\r\n');

/** The parts of a `multipart/form-data` body, one after the other, in constant memory. Source: RFC 2046, section 5.1; RFC 7578. */
export class FormParts {
  readonly #bytes: BodyBytes;
  readonly #delimiter: Buffer;
  readonly #mostSkipped: number;
  #count = 0;
  /** The preamble is skipped like an unread part. */
  #isInside = true;

  /** @param mostSkipped how many bytes of an unread part are read in order to skip it. */
  constructor(source: AsyncIterator<Buffer, unknown>, contentType: string, mostSkipped: number) {
    // A line break precedes each delimiter, and the first may be at the very beginning.
    this.#bytes = new BodyBytes(source, lineEnd);
    this.#delimiter = Buffer.from(`\r\n--${boundaryOf(contentType)}`, 'latin1');
    this.#mostSkipped = mostSkipped;
  }

  /** The next part, after the unread rest of the previous one was skipped; undefined after the last. */
  async next(): Promise<PartHeader | undefined> {
    await this.#skip(this.#count === 0 ? most.headerBytes : this.#mostSkipped);
    if (await this.#isEnd()) return undefined;
    this.#count += 1;
    if (this.#count > most.parts) throw fieldError('body', 'parts');
    const header = readPartHeader(await this.#bytes.allUntil(headerEnd, most.headerBytes, 'multipart'));
    this.#isInside = true;
    return header;
  }

  /** The content of the current part; a chunk is valid until the next is requested. */
  async *content(): AsyncGenerator<Buffer, void, undefined> {
    yield* this.#bytes.until(this.#delimiter);
    this.#isInside = false;
  }

  /** All that the present part holds. */
  async all(mostBytes: number): Promise<Buffer> {
    const all = await this.#bytes.allUntil(this.#delimiter, mostBytes);
    this.#isInside = false;
    return all;
  }

  /** A boundary is followed by `--` after the last part, by the end of its line (and blanks before it) otherwise. */
  async #isEnd(): Promise<boolean> {
    let after = await this.#bytes.take(2);
    if (after === '--') return true;
    for (let blanks = 0; blanks < most.blanks && /^[ \t]/.test(after); blanks += 1)
      after = after.slice(1) + (await this.#bytes.take(1));
    if (after !== '\r\n') throw malformed();
    return false;
  }

  async #skip(mostBytes: number): Promise<void> {
    if (!this.#isInside) return;
    let skipped = 0;
    for await (const { length } of this.content()) {
      skipped += length;
      if (skipped > mostBytes) throw fieldError('body', 'size');
    }
  }
}
