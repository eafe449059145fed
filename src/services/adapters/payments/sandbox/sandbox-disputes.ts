import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import { PaymentFailure, type DisputesPort, type ProviderAmount, type ProviderDispute } from '../port.ts';
import { readFact, writeFactOnce } from './facts.ts';
import { sessionOfIntent } from './sandbox-refunds.ts';
import { sessionIdForm } from './sandbox-sessions.ts';

const shape = z.object({
  amount: z.object({ amount: z.int(), currency: z.string() }),
  reason: z.string(),
  respondBy: z.iso.datetime(),
});
const anything = z.looseObject({});

/** As long as a bank usually gives. */
const daysToAnswer = 7;

/** The disputes of each session, in a folder of their own. One that was lost may be won after all. */
export function sandboxDisputes(directory: string, clock: Clock) {
  const folderOf = (sessionId: string): string => join(directory, `${sessionId}.disputes`);
  const place = (sessionId: string, id: string, fact: string): string =>
    join(folderOf(sessionId), `${id}.${fact}.json`);

  async function stateOf(sessionId: string, id: string): Promise<ProviderDispute> {
    const made = await readFact(place(sessionId, id, 'dispute'), shape);
    if (made === undefined) throw new PaymentFailure('refused', 'resource_missing');
    const has = async (fact: string): Promise<boolean> =>
      (await readFact(place(sessionId, id, fact), anything)) !== undefined;
    const status = (await has('WON')) ? 'WON' : (await has('LOST')) ? 'LOST' : 'OPEN';
    return { id, ...made, status, respondBy: new Date(made.respondBy) };
  }

  async function list(sessionId: string): Promise<ProviderDispute[]> {
    if (!sessionIdForm.test(sessionId)) return [];
    const names = await readdir(folderOf(sessionId)).catch(() => []);
    const ids = names
      .filter((name) => name.endsWith('.dispute.json'))
      .map((name) => name.slice(0, -'.dispute.json'.length));
    return Promise.all(ids.sort().map((id) => stateOf(sessionId, id)));
  }

  const port: DisputesPort = { readDisputes: (providerPaymentId) => list(sessionOfIntent(providerPaymentId)) };
  return {
    port,
    /** The payer's bank claims this much back; answers the dispute's id. */
    async open(sessionId: string, amount: ProviderAmount): Promise<string> {
      const id = `dp_sandbox_${newId()}`;
      const respondBy = new Date(clock.now().getTime() + daysToAnswer * 86_400_000).toISOString();
      await writeFactOnce(place(sessionId, id, 'dispute'), { amount, reason: 'fraudulent', respondBy });
      return id;
    },
    /** Ends the latest dispute of a session; answers its id. */
    async close(sessionId: string, outcome: 'WON' | 'LOST'): Promise<string> {
      const latest = (await list(sessionId)).at(-1);
      if (latest === undefined) throw new PaymentFailure('refused', 'resource_missing');
      await writeFactOnce(place(sessionId, latest.id, outcome), {});
      return latest.id;
    },
  };
}

export type SandboxDisputes = ReturnType<typeof sandboxDisputes>;
