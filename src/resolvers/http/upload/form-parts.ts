import { fieldError } from '../../../services/kernel/errors.ts';
import { BodyBytes } from './body-bytes.ts';
import { readPartHeader, type PartHeader } from './part-header.ts';

const maxHeaderBytes = 8 * 1024;
const line = Buffer.from('\r\n');
const headerEnd = Buffer.from('\r\n\r\n');

/** The parts of a `multipart/form-data` body, one after the other. Source: RFC 2046, section 5.1; RFC 7578. */
export class FormParts {
  readonly #bytes: BodyBytes;
  readonly #delimiter: Buffer;
  readonly #mostSkipped: number;
  /** What comes before the first part is skipped like a part that nobody reads. */
  #isInside = true;

  /** @param mostSkipped how much of a part that nobody wants is worth reading, in bytes. */
  constructor(source: AsyncIterator<Buffer, unknown>, contentType: string, mostSkipped: number) {
    // A line ends before each delimiter, and the first may stand at the very beginning.
    this.#bytes = new BodyBytes(source, line);
    this.#delimiter = Buffer.from(`\r\n--${boundaryOf(contentType)}`);
    this.#mostSkipped = mostSkipped;
  }

  /** The next part, once what was not read of the one before has passed; undefined after the last. */
  async next(): Promise<PartHeader | undefined> {
    await this.#skip();
    const after = await this.#bytes.take(2);
    if (after === '--') return undefined;
    if (after !== '\r\n') throw fieldError('body', 'multipart');
    const header = readPartHeader(await this.#bytes.textUntil(headerEnd, maxHeaderBytes));
    this.#isInside = true;
    return header;
  }

  /** What the present part holds; a piece is good until the next is asked for. */
  async *content(): AsyncGenerator<Buffer, void, undefined> {
    yield* this.#bytes.until(this.#delimiter);
    this.#isInside = false;
  }

  /** What the present part holds, as text. */
  async text(most: number): Promise<string> {
    const text = await this.#bytes.textUntil(this.#delimiter, most);
    this.#isInside = false;
    return text;
  }

  async #skip(): Promise<void> {
    if (!this.#isInside) return;
    let skipped = 0;
    for await (const { length } of this.content()) {
      skipped += length;
      if (skipped > this.#mostSkipped) throw fieldError('body', 'size');
    }
  }
}

/** One to seventy characters, as the RFC allows. */
function boundaryOf(contentType: string): string {
  const found = /;\s*boundary=(?:"(?<quoted>[^"]{1,70})"|(?<plain>[^\s;"]{1,70}))\s*(?:;|$)/i.exec(contentType)?.groups;
  const boundary = found?.['quoted'] ?? found?.['plain'];
  if (boundary === undefined) throw fieldError('content-type', 'boundary');
  return boundary;
}
