/** Pieces hold some thousand rows; where one ends depends on keys alone, so that a row more or less changes one piece. */
const leastRows = 256;
const mostRows = 8_192;
const mostBytes = 4 * 2 ** 20;
/** One key of so many ends a piece. */
const oneOf = 1_024;

/** Collects the lines of a table into pieces. */
export class Cutter {
  #lines: string[] = [];
  #bytes = 0;

  /** Adds a row; answers the lines of a piece when one ends with it. */
  add(line: string, key: string): readonly string[] | undefined {
    this.#lines.push(line);
    this.#bytes += line.length;
    const rows = this.#lines.length;
    const isEnd = rows >= mostRows || this.#bytes >= mostBytes || (rows >= leastRows && hashOf(key) % oneOf === 0);
    return isEnd ? this.rest() : undefined;
  }

  /** What is left; empty when nothing is. */
  rest(): readonly string[] {
    const lines = this.#lines;
    this.#lines = [];
    this.#bytes = 0;
    return lines;
  }
}

/** FNV-1a: it need not resist anybody. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
