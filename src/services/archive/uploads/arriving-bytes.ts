import { DomainError } from '../../kernel/errors.ts';
import { release } from '../../kernel/release.ts';

interface Terms {
  /** How many bytes are still missing: one more is refused. */
  readonly most: number;
  /** Sees every byte, in order. */
  readonly see?: ((bytes: Uint8Array) => void) | undefined;
}

/**
 * The body of a request as it arrives, in runs that end on request. A sender who leaves ends it like one who has sent everything: what
 * arrived counts. `stop` ends it from here.
 */
export class ArrivingBytes {
  readonly #source: AsyncIterator<Uint8Array, unknown>;
  readonly #terms: Terms;
  #wake: (result: IteratorResult<Uint8Array, unknown>) => void = () => undefined;
  #received = 0;
  #state: 'open' | 'ended' | 'cut' | 'stopped' = 'open';

  constructor(source: AsyncIterator<Uint8Array, unknown>, terms: Terms) {
    this.#source = source;
    this.#terms = terms;
  }

  get received(): number {
    return this.#received;
  }

  /** Did the sender leave, or somebody else take over, before the end? */
  get isCut(): boolean {
    return this.#state === 'cut' || this.#state === 'stopped';
  }

  get isStopped(): boolean {
    return this.#state === 'stopped';
  }

  get isOver(): boolean {
    return this.#state !== 'open';
  }

  /** Somebody else takes over: what has arrived is the end. */
  stop(): void {
    if (this.#state !== 'open') return;
    this.#state = 'stopped';
    this.#wake({ done: true, value: undefined });
  }

  /** The next run, of pieces that are valid until the next is asked for: until the body ends, or `isFull` says so of the bytes of this run. Empty when nothing more comes. */
  async *run(isFull: (bytes: number) => boolean): AsyncGenerator<Uint8Array> {
    let bytes = 0;
    while (this.#state === 'open' && !isFull(bytes)) {
      const piece = await this.#next();
      if (piece === undefined) return;
      this.#received += piece.length;
      if (this.#received > this.#terms.most) throw new DomainError('FILE_TOO_LARGE', { limit: this.#terms.most });
      bytes += piece.length;
      this.#terms.see?.(piece);
      yield piece;
      // Whoever took it has copied it: its memory need not wait for the collector.
      release(piece);
    }
  }

  async #next(): Promise<Uint8Array | undefined> {
    const next = new Promise<IteratorResult<Uint8Array, unknown>>((resolve, reject) => {
      this.#wake = resolve;
      this.#source.next().then(resolve, reject);
    });
    try {
      const { done, value } = await next;
      if (done !== true) return value as Uint8Array;
      if (this.#state === 'open') this.#state = 'ended';
    } catch {
      // Whatever ended the connection: what arrived before is whole.
      if (this.#state === 'open') this.#state = 'cut';
    }
    return undefined;
  }
}
