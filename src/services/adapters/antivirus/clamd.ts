import { AntivirusAway, type Antivirus, type ScannedFile, type ScanVerdict } from './port.ts';
import { connectTo, Dropped, type ClamdAddress, type Conversation } from './clamd-connection.ts';

export interface ClamdOptions {
  readonly address: ClamdAddress;
  /** A larger file is not sent; the server’s own `StreamMaxLength` is not to be less. */
  readonly maxBytes: number;
  /** A whole scan, from the connection to the answer. */
  readonly wholeMs: number;
}

const connectMs = 5_000;

/**
 * ClamAV’s server, by its own protocol (clamd(8)): a connection for each command, `zINSTREAM` with pieces of a file as it is read. A connection
 * that ends without an answer, as when the server loads its signatures anew, is made once more.
 */
export const clamdAntivirus = (options: ClamdOptions): Antivirus => ({
  provider: 'CLAMD',
  ping: async () => {
    const answer = await within({ ...options, wholeMs: connectMs }, (server) => server.command('PING'));
    if (answer !== 'PONG') throw new AntivirusAway(`clamd answers PING by ${answer}`);
  },
  scan: async (file) => {
    if (file.size > options.maxBytes) return tooLarge;
    try {
      return await scanOnce(options, file);
    } catch (error) {
      if (!(error instanceof Dropped)) throw error;
      return scanOnce(options, file).catch(asAway);
    }
  },
});

function asAway(error: unknown): never {
  throw error instanceof Dropped ? new AntivirusAway(error.message, { cause: error }) : error;
}

const scanOnce = (options: ClamdOptions, file: ScannedFile): Promise<ScanVerdict> =>
  within(options, async (server) => verdictOf(await server.stream(await file.open())));

async function within<T>(
  { address, wholeMs }: Pick<ClamdOptions, 'address' | 'wholeMs'>,
  work: (server: Conversation) => Promise<T>,
): Promise<T> {
  const server = await connectTo(address, { connectMs, wholeMs });
  try {
    return await work(server);
  } finally {
    server.close();
  }
}

const tooLarge: ScanVerdict = { verdict: 'UNVERIFIED', reason: 'too large' };

/** `stream: OK`, `stream: <name> FOUND`, `INSTREAM size limit exceeded. ERROR`, `<what happened> ERROR`. */
function verdictOf(answer: string): ScanVerdict {
  if (answer === 'stream: OK') return { verdict: 'CLEAN' };
  const found = /^stream: (.+) FOUND$/s.exec(answer)?.[1];
  // With AlertExceedsMax, it names what it did not look into as if it had found it.
  if (found?.startsWith('Heuristics.Limits.Exceeded')) return { verdict: 'UNVERIFIED', reason: found.slice(0, 255) };
  if (found !== undefined) return { verdict: 'INFECTED', found: found.slice(0, 255) };
  if (/size limit exceeded/i.test(answer)) return tooLarge;
  throw new AntivirusAway(`clamd answers ${answer.slice(0, 200)}`);
}
