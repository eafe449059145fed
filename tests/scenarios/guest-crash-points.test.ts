// @lane sqlite: dies between the statements of a guest's payment; what a database keeps of a death, crash-points.test.ts has on both
import { afterAll, beforeAll, test } from '@jest/globals';
import type { SignedEvent } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import { fingerprint } from '../../src/services/kernel/ids.ts';
import { openGuestCheckout } from '../../src/services/orders/index.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { openCrashing, type Crashing, type PreparedStep } from '../support/crash-cases.ts';
import { makeGuestOrder } from '../support/make/guest-order.ts';
import { makePerson } from '../support/make/person.ts';
import { makeStoredFile } from '../support/make/stored-file.ts';

let crashing: Crashing;
beforeAll(async () => {
  crashing = await openCrashing();
});
afterAll(() => crashing.counting.close());

/** Before, between and after all that the paid event writes in its one transaction. */
const points = [
  'after-claim',
  'after-guest-order-paid',
  'after-guest-account',
  'after-guest-order-placed',
  'after-payment-confirmed',
  'after-counter',
  'after-invoice',
  'after-sync',
  'after-flush',
  'before-audit-log',
  'before-commit',
  'after-commit',
];

let people = 0;

/** A page that waits for its payer, of an address that is free, or has an account. */
async function prepare(hasAccount: boolean): Promise<PreparedStep> {
  const token = `jeton-${(people += 1)}`;
  const email = `${token}@example.org`;
  const guestId = await crashing.ctx().run(async ({ em, now }: Tx<'em' | 'now'>) => {
    if (hasAccount) makePerson(em, { email });
    const manuscript = makeStoredFile(em, { owner: null });
    await em.flush();
    const expiresAt = new Date(now.getTime() + 7 * 86_400_000);
    const guest = makeGuestOrder(em, { email, manuscript, resumeTokenHash: fingerprint(token), expiresAt });
    await em.flush();
    return guest.id;
  }, undefined);
  const { url } = await openGuestCheckout(crashing.ctx(), { token });
  const input: SignedEvent = await crashing.counting.checkout.pay(url.split('/').at(-1) as string);
  return { input, end: endOf(hasAccount), read: () => read(guestId, email) };
}

const endOf = (hasAccount: boolean): unknown[] =>
  hasAccount
    ? [['COMPLETED', null], ['ACTIVE'], [], [['PAID', 'GUEST_ORDER', null]], 0, ['guest-order-attach']]
    : [['COMPLETED', null], ['PENDING'], [['PAID', 1]], [['PAID', 'ORDER', null]], 1, ['guest-activation']];

async function read(guestId: string, email: string): Promise<unknown[]> {
  const { db } = crashing.ctx();
  const guest = await db.selectFrom('guest_order').selectAll().where('id', '=', guestId).executeTakeFirstOrThrow();
  const users = await db.selectFrom('user').select(['id', 'status']).where('email', '=', email).execute();
  const owner = users[0]?.id ?? '';
  const orders = await db
    .selectFrom('customer_order')
    .select(['id', 'status'])
    .where('customer_id', '=', owner)
    .execute();
  const files = await db.selectFrom('stored_file').select('id').where('owner_id', '=', owner).execute();
  const payments = await db
    .selectFrom('payment')
    .selectAll()
    .where((eb) => eb.or([eb('subject_id', '=', guestId), eb('first_subject_id', '=', guestId)]))
    .execute();
  const invoices = await db.selectFrom('invoice').select('id').where('buyer_id', '=', owner).execute();
  const mails = await db
    .selectFrom('email_delivery')
    .select('template')
    .where('to_email', '=', email)
    .where('template', 'like', 'guest-%')
    .execute();
  return [
    [guest.status, guest.password_hash],
    users.map(({ status }) => status),
    orders.map(({ status }) => [status, files.length]),
    payments.map(({ status, subject_type, refund_due_reason }) => [status, subject_type, refund_due_reason]),
    invoices.length,
    mails.map(({ template }) => template),
  ];
}

test(
  'a guest’s payment that dies anywhere is one account, one order, one invoice and one mail',
  () => crashing.survive('event', { points, prepare: () => prepare(false) }),
  300_000,
);

test(
  'one at an address that has an account is one held payment and one mail',
  () =>
    crashing.survive('event', {
      points: ['after-guest-order-paid', 'before-commit', 'after-commit'],
      prepare: () => prepare(true),
    }),
  300_000,
);
