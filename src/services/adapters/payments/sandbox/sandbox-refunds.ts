import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '../../../kernel/ids.ts';
import { refundReasons } from '../../../kernel/refund-reasons.ts';
import { PaymentFailure, type ProviderAmount, type ProviderRefund, type RefundsPort } from '../port.ts';
import { readFact, writeFactOnce } from './facts.ts';
import { sessionIdForm } from './sandbox-sessions.ts';

const shape = z.object({
  amount: z.object({ amount: z.int(), currency: z.string() }),
  request: z.object({ refundId: z.string(), attempt: z.int() }).nullable(),
  reason: z.enum(refundReasons).nullable(),
});
const failure = z.object({ reason: z.string() });
const anything = z.looseObject({});
/** A refund as the first sandbox wrote it: one of a session, whole at once. */
const former = z.object({ amount: z.int() });

/** What becomes of a refund is in the last two digits of its amount; every other succeeds at once. */
export const waitingDigits = 91;
export const failingDigits = 92;

// One fact makes a refund and says what becomes of it: a process that dies between two would leave it waiting for ever.
const isWaiting = ({ amount }: { amount: number }): boolean => amount % 100 === waitingDigits;
const declineOf = ({ amount }: { amount: number }): { reason: string } | undefined =>
  amount % 100 === failingDigits ? { reason: 'declined' } : undefined;

/** A payment of the sandbox as its refunds see it; undefined when nobody paid it. */
type PaidAmount = (sessionId: string) => Promise<ProviderAmount | undefined>;

export const intentOf = (sessionId: string): string => sessionId.replace('cs_test', 'pi');
export const sessionOfIntent = (intent: string): string => intent.replace(/^pi/, 'cs_test');

/** The refunds of each session, in a folder of their own. */
function refundFacts(directory: string, paidAmount: PaidAmount) {
  const folderOf = (sessionId: string): string => join(directory, `${sessionId}.refunds`);
  const place = (sessionId: string, id: string, fact: string): string =>
    join(folderOf(sessionId), `${id}.${fact}.json`);

  async function stateOf(sessionId: string, id: string): Promise<ProviderRefund> {
    const made = await readFact(place(sessionId, id, 'refund'), shape);
    if (made === undefined) throw new PaymentFailure('refused', 'resource_missing');
    const failed = (await readFact(place(sessionId, id, 'failed'), failure)) ?? declineOf(made.amount);
    const isComplete =
      !isWaiting(made.amount) || (await readFact(place(sessionId, id, 'completed'), anything)) !== undefined;
    const status = failed !== undefined ? 'FAILED' : isComplete ? 'SUCCEEDED' : 'PENDING';
    return { id, ...made, status, failureReason: failed?.reason ?? null };
  }

  async function list(sessionId: string): Promise<ProviderRefund[]> {
    if (!sessionIdForm.test(sessionId)) return [];
    const names = await readdir(folderOf(sessionId)).catch(() => []);
    const ids = names
      .filter((name) => name.endsWith('.refund.json'))
      .map((name) => name.slice(0, -'.refund.json'.length));
    return [...(await formerOf(sessionId)), ...(await Promise.all(ids.sort().map((id) => stateOf(sessionId, id))))];
  }

  async function formerOf(sessionId: string): Promise<ProviderRefund[]> {
    const before = await readFact(join(directory, `${sessionId}.refund.json`), former);
    const paid = await paidAmount(sessionId);
    if (before === undefined || paid === undefined) return [];
    const amount = { ...paid, amount: before.amount };
    const id = sessionId.replace('cs_test', 're');
    return [{ id, request: null, amount, status: 'SUCCEEDED', reason: null, failureReason: null }];
  }

  return { place, list };
}

export function sandboxRefunds(directory: string, paidAmount: PaidAmount) {
  const { place, list } = refundFacts(directory, paidAmount);

  /** Like a provider, refuses to give back more than was paid. */
  async function make(sessionId: string, id: string, refund: z.infer<typeof shape>): Promise<void> {
    const paid = await paidAmount(sessionId);
    if (paid === undefined) throw new PaymentFailure('refused', 'resource_missing');
    const others = (await list(sessionId)).filter((other) => other.id !== id && other.status !== 'FAILED');
    const left = paid.amount - others.reduce((sum, { amount }) => sum + amount.amount, 0);
    if (refund.amount.amount > left) throw new PaymentFailure('refused', 'amount_too_large');
    await writeFactOnce(place(sessionId, id, 'refund'), refund);
  }

  const port: RefundsPort = {
    requestRefund: ({ refundId, attempt, providerPaymentId, amount, reason }) =>
      make(sessionOfIntent(providerPaymentId), refundIdOf(`${refundId}:${attempt}`), {
        amount,
        request: { refundId, attempt },
        reason,
      }),
    readRefunds: (providerPaymentId) => list(sessionOfIntent(providerPaymentId)),
  };
  return {
    port,
    /** Made by somebody at the provider; answers its id. */
    async makeOutside(sessionId: string, amount: ProviderAmount): Promise<string> {
      const id = refundIdOf(newId());
      await make(sessionId, id, { amount, request: null, reason: null });
      return id;
    },
    complete: (sessionId: string, id: string) => writeFactOnce(place(sessionId, id, 'completed'), {}),
    fail: (sessionId: string, id: string, reason: string) => writeFactOnce(place(sessionId, id, 'failed'), { reason }),
  };
}

export type SandboxRefunds = ReturnType<typeof sandboxRefunds>;

const refundIdOf = (text: string): string =>
  `re_sandbox_${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
