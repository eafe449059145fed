// @lane sqlite: dies between the steps of a push; what a database keeps of a death, crash-points.test.ts has on both
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../src/entities/identity/user.entity.ts';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { sandboxPhoneOf, type SandboxPhone } from '../../src/services/adapters/payments/sandbox/sandbox-push.ts';
import { payByMobileMoney, receiveHint, resolvePush } from '../../src/services/billing/index.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { MINUTE } from '../support/clock.ts';
import { makeActor } from '../support/make/actor.ts';
import { makeOrder } from '../support/make/order.ts';
import { makePerson } from '../support/make/person.ts';
import { openCounting, readBooks, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';

/** Those of a push, and one of what follows from it. */
const points = ['after-push-row', 'after-push-sent', 'after-push-read', 'after-payment-confirmed'] as const;

let counting: Counting;
let ahead = 0;
beforeAll(async () => {
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
});
afterAll(() => counting.close());

const contextFor = (actor: Actor = system) => counting.app.contextFor({ actor, requestId: 'again' });
const phone = (): SandboxPhone => sandboxPhoneOf(counting.app.services.payments) as SandboxPhone;

async function sale(): Promise<{ actor: Actor; orderId: string }> {
  const made = await contextFor().run(async ({ em }: Tx<'em'>) => {
    const { id } = makePerson(em, {});
    const order = makeOrder(em, { customer: em.getReference(User, id), totalCents: 10_000, currency: 'XOF' });
    await em.flush();
    return { buyer: id, orderId: order.id };
  }, undefined);
  return { actor: makeActor(made.buyer, { sessionId: null }), orderId: made.orderId };
}

const paymentsOf = (orderId: string) =>
  contextFor().db.selectFrom('payment').select(['id', 'status']).where('subject_id', '=', orderId).execute();

test('a crash at any named point of a push loses it to nobody, and pays the order once', async () => {
  for (const [i, point] of points.entries()) {
    const { actor, orderId } = await sale();
    const push = { subject: { type: 'ORDER', id: orderId }, network: 'MTN', phoneNumber: '+2290166000042' } as const;
    const { ended, output } = spawnModule('tests/support/processes/pushed-once.ts', {
      ...counting.environment,
      ACTOR: JSON.stringify(actor),
      PUSH: JSON.stringify(push),
      CRASH_AT: point,
    });
    const end = await ended;
    expect([point, end, end === 'SIGKILL' ? '' : output()]).toEqual([point, 'SIGKILL', '']);
    await expect(payByMobileMoney(contextFor(actor), push)).rejects.toMatchObject({ code: 'PAYMENT_IN_DOUBT' });
    ahead += 2 * MINUTE;
    await counting.app.worker.runDue();
    const [payment] = await paymentsOf(orderId);
    // Of the first point the phone never heard: the admins find nothing, and the payer begins again.
    if (point === 'after-push-row') {
      expect([point, payment?.status]).toEqual([point, 'UNKNOWN']);
      await resolvePush(contextFor(), { paymentId: String(payment?.id) });
    }
    const { paymentUrl } =
      point === 'after-push-row' ? await payByMobileMoney(contextFor(actor), push) : { paymentUrl: null };
    const pushId = paymentUrl?.split('/').at(-1) ?? (await pushOf(String(payment?.id)));
    const body = await phone().confirm(pushId);
    const provider = providersAble(counting.app.services.payments, 'push')[0]!;
    for (let copy = 0; copy < 2; copy += 1) expect(await receiveHint(contextFor(), { provider, body })).toBe('HANDLED');
    const statuses = (await paymentsOf(orderId)).map(({ status }) => status).sort();
    expect([point, statuses]).toEqual([point, point === 'after-push-row' ? ['FAILED', 'PAID'] : ['PAID']]);
    ahead += MINUTE;
    await counting.app.worker.runDue();
    expect([point, await readBooks(counting)]).toMatchObject([
      point,
      { orders: { PAID: i + 1 }, invoices: { count: i + 1, numbers: `1..${i + 1}` }, auditLog: 'OK' },
    ]);
  }
}, 300_000);

/** Asked again for the same payment, the sandbox answers the push that it has. */
async function pushOf(paymentId: string): Promise<string> {
  const { push } = providersAble(counting.app.services.payments, 'push')[0]!;
  const { providerPaymentId } = await push.requestPush({
    paymentId,
    amount: { amount: 10_000, currency: 'XOF' },
    network: 'MTN',
    phoneDigits: '2290166000042',
    description: '',
    locale: 'fr',
    returnUrl: 'https://www.example.org/',
  });
  return String(providerPaymentId);
}
