// @lane sqlite: dies between the steps of a card payment; what a database keeps of a death, crash-points.test.ts has on both
import { afterAll, beforeAll, test } from '@jest/globals';
import type { SandboxPayments, SignedEvent } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import { beginCardSetup } from '../../src/services/billing/index.ts';
import { openCrashing, type CrashCase, type Crashing } from '../support/crash-cases.ts';
import type { StepName } from '../support/money-steps.ts';

let crashing: Crashing;
beforeAll(async () => {
  crashing = await openCrashing();
});
afterAll(() => crashing.counting.close());

const simulator = () => (crashing.counting.app.services.payments.current as SandboxPayments).simulator;
let count = 0;
/** Another one for each, at least as long as a key is. */
const newKey = (): string => `card-step-${(count += 1)}`;
/** Another card each time. */
const newNumber = (): string => `41111111111110${String((count += 1)).padStart(2, '0')}`;

async function receiveAll(events: readonly SignedEvent[]): Promise<void> {
  for (const event of events) await crashing.take('event', event);
  await crashing.finishAll();
}

const order = async () => ({ type: 'ORDER' as const, id: await crashing.counting.placeOrder() });

const paymentsOf = async (subjectId: string): Promise<string[]> =>
  (await crashing.ctx().db.selectFrom('payment').select('status').where('subject_id', '=', subjectId).execute()).map(
    ({ status }) => status,
  );
const invoicesOf = async (subjectId: string): Promise<number> =>
  (await crashing.ctx().db.selectFrom('invoice').select('id').where('subject_id', '=', subjectId).execute()).length;
const endOf = async (subjectId: string) => [await paymentsOf(subjectId), await invoicesOf(subjectId)];
const paidOnce = [['PAID'], 1] as const;

const cards = () =>
  crashing
    .ctx()
    .db.selectFrom('payment_method')
    .select('id')
    .where('is_active', '=', 1 as never)
    .orderBy('id')
    .execute();
async function setUp(): Promise<SignedEvent[]> {
  const { clientSecret } = await beginCardSetup(crashing.ctx(crashing.admin), {});
  return [...(await simulator().cards.completeSetup(clientSecret, { number: newNumber() }))];
}

const form = (subject: { type: 'ORDER'; id: string }, capture: 'NOW' | 'LATER') => ({
  ...{ subject, savePaymentMethod: true, capture, key: newKey() },
});

const cases = {
  /** A payment in a form, which saves its card. */
  form: {
    points: ['after-payment-row', 'after-intent-begun'],
    prepare: async () => {
      const subject = await order();
      const input = form(subject, 'NOW');
      const read = async () => {
        const { clientSecret } = (await crashing.take('form', input)) as { clientSecret: string };
        await receiveAll(await simulator().intents.confirm(clientSecret, { number: newNumber() }));
        return endOf(subject.id);
      };
      return { input, end: paidOnce, read };
    },
  },
  /** A payment by a card that was saved. */
  charge: {
    points: ['after-payment-row', 'after-intent-begun'],
    prepare: async () => {
      const subject = await order();
      await receiveAll(await setUp());
      const paymentMethodId = String((await cards()).at(-1)?.id);
      return { input: { subject, paymentMethodId, key: newKey() }, end: paidOnce, read: () => endOf(subject.id) };
    },
  },
  /** What is held on a card is taken. */
  capture: {
    points: ['after-hold-ended'],
    prepare: async () => {
      const subject = await order();
      const made = (await crashing.take('form', form(subject, 'LATER'))) as { paymentId: string; clientSecret: string };
      await receiveAll(await simulator().intents.confirm(made.clientSecret, { number: newNumber() }));
      return { input: { paymentId: made.paymentId }, end: paidOnce, read: () => endOf(subject.id) };
    },
  },
  /** A card is saved. */
  card: {
    points: ['after-card-read'],
    prepare: async () => {
      const before = (await cards()).length;
      const [input, ...others] = await setUp();
      const read = async () => {
        await receiveAll(others);
        return [(await cards()).length];
      };
      return { input, end: [before + 1], read };
    },
  },
} as const satisfies Partial<Record<StepName, CrashCase>>;

test.each(Object.keys(cases) as (keyof typeof cases)[])(
  'a crash at any named point of the step « %s » loses nothing and doubles nothing',
  (name) => crashing.survive(name, cases[name]),
  600_000,
);
