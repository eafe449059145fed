const everyMs = 200;
const barWidth = 24;
const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** 1536 is `1.5 KiB`. */
export function readableSize(bytes) {
  const power = Math.min(units.length - 1, bytes === 0 ? 0 : Math.floor(Math.log2(bytes) / 10));
  const value = bytes / 2 ** (10 * power);
  return `${Number.isInteger(value) ? value : value.toFixed(1)} ${units[power]}`;
}

/** How far the run is: a bar that is drawn again on a terminal, a line for each file elsewhere. */
export class Progress {
  #total;
  #ended = 0;
  #at = new Map();
  #drawnAt = 0;
  #isTerminal;

  constructor(files, { isTerminal = process.stderr.isTTY === true } = {}) {
    this.#total = files.reduce((sum, { size }) => sum + size, 0);
    this.#isTerminal = isTerminal;
  }

  /** A file has been sent as far as this. */
  at({ path }, bytes) {
    this.#at.set(path, bytes);
    if (this.#isTerminal && performance.now() - this.#drawnAt > everyMs) this.#draw();
  }

  /** Nothing more is sent of a file, whatever became of it. */
  end({ path, size }) {
    this.#at.delete(path);
    this.#ended += size;
    if (this.#isTerminal) this.#draw();
  }

  /** A line for people, above the bar. */
  say(text) {
    if (this.#isTerminal) process.stderr.write('\r\u001b[K');
    process.stdout.write(`${text}\n`);
  }

  close() {
    if (this.#isTerminal) process.stderr.write('\r\u001b[K');
  }

  #draw() {
    this.#drawnAt = performance.now();
    const sent = this.#ended + [...this.#at.values()].reduce((sum, bytes) => sum + bytes, 0);
    const part = this.#total === 0 ? 1 : Math.min(1, sent / this.#total);
    const full = Math.round(part * barWidth);
    const bar = `${'#'.repeat(full)}${'.'.repeat(barWidth - full)}`;
    const figures = `${Math.round(part * 100)} %  ${readableSize(sent)} of ${readableSize(this.#total)}`;
    process.stderr.write(`\r\u001b[K[${bar}] ${figures}`);
  }
}
