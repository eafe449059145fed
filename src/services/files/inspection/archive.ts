import { EntryCatcher } from './entry-catcher.ts';
import { EntryCounter } from './entry-counter.ts';
import type { Inspector } from './inspected.ts';
import { refused } from './refused.ts';
import { readDirectory, tailBytes, type ZipEntry } from './zip-directory.ts';

const mebi = 2 ** 20;
/** The ratio speaks only above a size: a white picture packs a thousandfold and hurts nobody. */
const most = { entries: 1_000, unfoldedBytes: 200 * mebi, ratio: 100, unfoldedBytesOfAnyRatio: 20 * mebi };

/** What makes an archive the document that it claims to be. */
export interface Container {
  /** The entry in which the document says what it is. */
  readonly entry: string;
  /** Is it what the extension claims? `names` are those of all entries. */
  readonly isMeant: (says: Buffer, names: readonly string[]) => boolean;
}

/**
 * Judges a document that is a ZIP by its directory, by the bytes that its entries really unfold to, and by the entry that
 * says what it is. Nothing that was unfolded is kept.
 */
export class ArchiveInspector implements Inspector {
  readonly #container: Container | null;
  readonly #catcher: EntryCatcher | null;
  readonly #counter = new EntryCounter(most.unfoldedBytes);
  readonly #end = new FileEnd();

  /** Null for an archive that is nothing else. */
  constructor(container: Container | null) {
    this.#container = container;
    this.#catcher = container === null ? null : new EntryCatcher(container.entry);
  }

  async see(bytes: Buffer): Promise<void> {
    this.#end.add(bytes);
    this.#catcher?.see(bytes);
    await this.#counter.see(bytes);
  }

  async end(): Promise<void> {
    this.#counter.end();
    const entries = readDirectory(this.#end.bytes(), this.#end.size, most.entries);
    checkNames(entries);
    checkSizes(
      sum(entries, ({ unfoldedBytes }) => unfoldedBytes),
      Math.min(
        this.#end.size,
        sum(entries, ({ packedBytes }) => packedBytes),
      ),
    );
    checkSizes(this.#counter.checked(entries), this.#end.size);
    await this.#checkMeaning(entries);
  }

  /** Is it the document that it claims to be? */
  async #checkMeaning(entries: readonly ZipEntry[]): Promise<void> {
    if (this.#container === null || this.#catcher === null) return;
    const { entry: wanted, isMeant } = this.#container;
    const entry = entries.find(({ name }) => name === wanted);
    if (entry === undefined) throw refused('content');
    const names = entries.map(({ name }) => name);
    if (!isMeant(await this.#catcher.contentOf(entry), names)) throw refused('content');
  }
}

/** Refuses archives that carry macros, links or archives, or that point outside themselves. */
function checkNames(entries: readonly ZipEntry[]): void {
  if (entries.some(({ name, isLink }) => isLink || name.startsWith('/') || name.split('/').includes('..')))
    throw refused('archive-path');
  if (entries.some(({ name }) => /vbaproject\.bin$/i.test(name))) throw refused('macros');
  if (entries.some(({ name }) => /\.(zip|jar|7z|rar|gz)$/i.test(name))) throw refused('nested-archive');
}

function checkSizes(unfolded: number, packed: number): void {
  if (unfolded > most.unfoldedBytes || (unfolded > most.unfoldedBytesOfAnyRatio && unfolded > most.ratio * packed))
    throw refused('archive-bomb');
}

const sum = (entries: readonly ZipEntry[], of: (entry: ZipEntry) => number): number =>
  entries.reduce((total, entry) => total + of(entry), 0);

/** The last bytes of a stream, in constant memory: whole pieces are dropped from the front once enough follow. */
class FileEnd {
  #pieces: Buffer[] = [];
  #kept = 0;
  size = 0;

  add(bytes: Buffer): void {
    this.size += bytes.length;
    this.#pieces.push(Buffer.from(bytes));
    this.#kept += bytes.length;
    while (this.#kept - (this.#pieces[0]?.length ?? 0) >= tailBytes) this.#kept -= this.#pieces.shift()?.length ?? 0;
  }

  bytes(): Buffer {
    return Buffer.concat(this.#pieces).subarray(-tailBytes);
  }
}
