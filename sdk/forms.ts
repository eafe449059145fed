import type { AtelierClient, RequestOptions } from './client.ts';
import { formTicket as formTicketQuery } from './own-operations.ts';
import { hasherAfter } from './sha256.ts';

/** The part of a form ticket that says which work it asks for. */
export interface TicketToSolve {
  readonly ticket: string;
  readonly proofBits: number;
}

/** What a public form is sent with: both belong to its input. */
export interface ReadyForm {
  readonly ticket: string;
  readonly proof: string;
}

/** A page stays responsive: so long at a time, less than a frame, and then others have their turn. */
const sliceMs = 8;
/** The clock is read once in so many hashes. */
const batch = 64;

/**
 * Finds the `proof` of a public form: a text with which SHA-256 of `<ticket>.<proof>` begins with as many zero bits as the ticket asks
 * for. Under a second with the usual 18 bits, in slices between which the page answers; begin when the form is shown, and abort when it
 * is left.
 */
export async function solveFormTicket(
  { ticket, proofBits }: TicketToSolve,
  { signal }: RequestOptions = {},
): Promise<string> {
  const hash = hasherAfter(`${ticket}.`);
  for (let next = 0; ;) {
    const until = performance.now() + sliceMs;
    do {
      for (const last = next + batch; next < last; next++)
        if (beginsWith(hash(String(next)), proofBits)) return String(next);
    } while (performance.now() < until);
    signal?.throwIfAborted();
    await turnOfOthers();
  }
}

/** Do the words begin with so many zero bits? */
function beginsWith(words: Int32Array, bits: number): boolean {
  let left = bits;
  for (let i = 0; left > 0; i++, left -= 32) if ((words[i] as number) >>> Math.max(0, 32 - left) !== 0) return false;
  return true;
}

/** A message is an event of its own, without the pause that browsers make between timers. */
const turnOfOthers = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/**
 * Asks for a ticket of a public form, does its work, and waits until the form may be sent: call it when the form is shown, and put the
 * answer into the input. A form that was refused may be sent again with the same one; one that was taken needs another.
 */
export async function prepareForm(
  client: Pick<AtelierClient, 'query'>,
  options: RequestOptions = {},
): Promise<ReadyForm> {
  const { formTicket } = (await client.query(formTicketQuery, {}, options)) as { formTicket: TicketToSolve };
  // Not `validFrom`: the clock of this machine may differ from the server's.
  const goodFrom = performance.now() + validAfterMs;
  const proof = await solveFormTicket(formTicket, options);
  await pause(goodFrom - performance.now(), options);
  return { ticket: formTicket.ticket, proof };
}

/** A ticket is good three seconds after it was given. */
const validAfterMs = 3_050;

function pause(ms: number, { signal }: RequestOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, Math.max(0, ms));
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
