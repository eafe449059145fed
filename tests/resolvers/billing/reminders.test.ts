// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
/** Two months of one unpaid invoice by the clock, and what stops its reminders. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { BillingProfile } from '../../../src/entities/billing/billing-profile.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { examineClock } from '../../../src/services/billing/index.ts';
import { markOverdue } from '../../../src/services/billing/tasks/mark-overdue.ts';
import { remindOverdue } from '../../../src/services/billing/reminders/remind-overdue.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { localDateOf } from '../../../src/services/kernel/format.ts';
import { daysBetween, isWorkingDay } from '../../../src/services/kernel/working-days.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { DAY } from '../../support/clock.ts';
import { person } from '../../services/orders/orders-fixture.ts';
import { openIssued, payTokens, type IssuedEnvironment } from './issued-invoices.ts';

let env: IssuedEnvironment;
beforeAll(async () => {
  // Nine in the morning in Paris.
  env = await openIssued('2026-11-20T08:00:00.000Z');
});
afterAll(() => env.close());

const today = () => localDateOf(env.clock.now(), env.config.TIME_ZONE);
/** What the schedules of one day do. */
async function liveDay(): Promise<void> {
  await markOverdue(env.contextFor());
  await remindOverdue(env.contextFor());
  await env.run(examineClock, undefined);
  await env.app.worker.runDue();
}
async function liveUntil(day: string): Promise<void> {
  for (; today() < day; env.clock.advance(DAY)) await liveDay();
}
const remindersOf = async (invoiceId: string) =>
  env.db
    .selectFrom('reminder')
    .innerJoin('reminder_step', 'reminder_step.id', 'reminder.step_id')
    .select(['reminder_step.position', 'reminder.is_by_hand as isByHand'])
    .where('invoice_id', '=', invoiceId)
    .orderBy('position')
    .execute();
const stepsSent = async (invoiceId: string) => (await remindersOf(invoiceId)).map(({ position }) => position);
const mutate = <T>(name: string, input: object, fields = '{ id }') =>
  env.asked<T>(
    env.admin(),
    `mutation($input: ${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) ${fields} }`,
    { input },
  );
const refusalOf = async (invoiceId: string) =>
  env.ask(env.admin(), 'mutation($input: SendReminderInput!) { sendReminder(input: $input) { id } }', {
    input: { invoiceId },
  });

test('it is reminded on the third, tenth and thirtieth day after it was due, or on the working day after; then no more', async () => {
  const email = await env.customerEmail();
  // Due on Tuesday, 22 December: the third day is Christmas, the tenth New Year's Day.
  const invoiceId = await env.issue({ dueOn: '2026-12-22' });
  const days: string[] = [];
  const subjects: string[] = [];
  for (; today() < '2027-02-20'; env.clock.advance(DAY)) {
    const before = (await env.mailsTo(email)).length;
    await liveDay();
    for (const { subject } of (await env.mailsTo(email)).slice(before))
      if (/rappel/i.test(subject)) {
        days.push(today());
        subjects.push(subject.replace(/\s:.*/u, ''));
      }
  }
  expect(days).toEqual(['2026-12-28', '2027-01-04', '2027-01-21']);
  expect(subjects).toEqual(['Rappel', 'Deuxième rappel', 'Dernier rappel']);
  expect(await remindersOf(invoiceId)).toHaveLength(3);
  const last = (await env.mailsTo(email)).at(-1);
  expect(last?.text).not.toContain('40');
  expect(last?.attachments).toHaveLength(1);
  expect(
    await env.asked(env.customer.actor, 'query($id: ID!) { invoice(id: $id) { status } }', { id: invoiceId }),
  ).toEqual({ status: 'OVERDUE' });
});

test('a pause, a payment page that is open, and a payment stop them; by hand they leave at once', async () => {
  const dueOn = new Date(env.clock.now().getTime() + 5 * DAY).toISOString().slice(0, 10);
  const paused = await env.issue({ dueOn });
  const paying = await env.issue({ dueOn });
  await liveDay();
  expect((await refusalOf(paused)).codes).toEqual(['ACTION_NOT_ALLOWED']);
  const until = new Date(env.clock.now().getTime() + 20 * DAY).toISOString().slice(0, 10);
  expect(await mutate('pauseReminders', { invoiceId: paused, until }, '{ remindersPausedUntil }')).toEqual({
    remindersPausedUntil: until,
  });
  const tooEarly = await env.ask(
    env.admin(),
    'mutation($input: PauseRemindersInput!) { pauseReminders(input: $input) { id } }',
    { input: { invoiceId: paused, until: today() } },
  );
  expect(tooEarly.codes).toEqual(['INPUT_INVALID']);
  await liveUntil(new Date(env.clock.now().getTime() + 11 * DAY).toISOString().slice(0, 10));
  expect([await stepsSent(paused), await stepsSent(paying)]).toEqual([[], [1]]);
  await mutate('sendReminder', { invoiceId: paused });
  expect(await remindersOf(paused)).toMatchObject([{ position: 1, isByHand: expect.anything() as unknown }]);

  await env.app.worker.runDue();
  const tokens = payTokens(await env.mailsTo(await env.customerEmail()));
  const opened = await env.asked<{ sessionId: string }>(
    env.customer.actor,
    'mutation($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { sessionId } }',
    { input: { subject: { type: 'INVOICE', id: paying } } },
  );
  expect(tokens.length).toBeGreaterThan(1);
  expect((await refusalOf(paying)).codes).toEqual(['ACTION_NOT_ALLOWED']);
  await env.pay(opened.sessionId);
  await liveUntil(new Date(env.clock.now().getTime() + 40 * DAY).toISOString().slice(0, 10));
  expect([await stepsSent(paused), await stepsSent(paying)]).toEqual([[1, 2, 3], [1]]);
});

test('a dispute stops them; a credit in full too; a business reads of the recovery fee', async () => {
  const dueOn = new Date(env.clock.now().getTime() + 2 * DAY).toISOString().slice(0, 10);
  const business = await person(env, 'CUSTOMER', { locale: 'en' });
  await env.run(async ({ em }: Tx<'em'>) => {
    em.create(BillingProfile, {
      person: em.getReference(User, business.id),
      ...{ kind: 'FRENCH_BUSINESS', name: 'Éditions du Fleuve', addressLines: ['45 quai de la Loire'] },
      ...{ postcode: '44000', city: 'Nantes', country: 'FR', siren: '552100554' },
    } as never);
  }, undefined);
  const owed = await env.issue({ buyerId: business.id, dueOn });
  const disputed = await env.issue({ dueOn });
  const credited = await env.issue({ dueOn });
  await mutate('recordOfflinePayment', {
    ...{ invoiceId: disputed, method: 'CHEQUE', receivedOn: today(), reference: 'CHQ 1' },
    amount: { amount: 100, currency: 'EUR' },
  });
  const { id: paymentId } = await env.db
    .selectFrom('payment')
    .select('id')
    .where('invoice_id', '=', disputed)
    .executeTakeFirstOrThrow();
  const dispute = {
    id: newId(),
    created_at: env.clock.now(),
    version: 1,
    payment_id: paymentId,
    status: 'OPEN' as const,
  };
  await env.db
    .insertInto('dispute')
    .values({
      ...dispute,
      ...{ provider: 'STRIPE', provider_dispute_id: 'dp_1', amount_cents: 100, currency: 'EUR', reason: 'fraudulent' },
    })
    .execute();
  await mutate('creditInvoice', { invoiceId: credited, whole: true, reason: 'GOODWILL', refund: false });
  await liveUntil(new Date(env.clock.now().getTime() + 12 * DAY).toISOString().slice(0, 10));
  expect([await stepsSent(owed), await stepsSent(disputed), await stepsSent(credited)]).toEqual([[1], [], []]);
  expect((await refusalOf(disputed)).codes).toEqual(['ACTION_NOT_ALLOWED']);
  const { email } = await env.db
    .selectFrom('user')
    .select('email')
    .where('id', '=', business.id)
    .executeTakeFirstOrThrow();
  const reminder = (await env.mailsTo(email)).find(({ subject }) => /reminder|rappel/i.test(subject));
  expect(reminder?.subject).toMatch(/^Reminder: invoice FACT-/);
  expect(reminder?.text).toContain('€40');
});

test('one that cannot be reminded, for its sum is damaged, does not hold up those after it', async () => {
  const dueOn = new Date(env.clock.now().getTime() + 2 * DAY).toISOString().slice(0, 10);
  const [damaged = '', whole = ''] = [await env.issue({ dueOn }), await env.issue({ dueOn })].sort();
  do env.clock.advance(DAY);
  while (daysBetween(dueOn, today()) < 3 || !isWorkingDay(today()));
  await markOverdue(env.contextFor());
  const balance = (cents: number) =>
    env.db.updateTable('invoice').set({ balance_cents: cents }).where('id', '=', damaged).execute();
  await balance(2 ** 53);
  await expect(remindOverdue(env.contextFor())).rejects.toThrow('1 rows could not be looked at');
  expect([await stepsSent(damaged), await stepsSent(whole)]).toEqual([[], [1]]);
  await balance(1);
});

test('an admin changes a step within its neighbours; others do not', async () => {
  const list = 'query { reminderSteps { id position days titleFr isEnabled } }';
  const steps = await env.asked<{ id: string; days: number }[]>(env.admin(), list);
  expect(steps.map(({ days }) => days)).toEqual([3, 10, 30]);
  const [first, second] = steps;
  const fields = '{ days titleFr isEnabled }';
  const input = { stepId: second?.id, days: 12, titleFr: 'Relance', isEnabled: false };
  expect(await mutate('updateReminderStep', input, fields)).toEqual({ days: 12, titleFr: 'Relance', isEnabled: false });
  const update = 'mutation($input: UpdateReminderStepInput!) { updateReminderStep(input: $input) { id } }';
  const codes = async (by = env.admin(), changes: object = { days: 12 }) =>
    (await env.ask(by, update, { input: { stepId: first?.id, ...changes } } as never)).codes;
  expect([await codes(), await codes(env.admin(), { days: 0 }), await codes(env.admin(), { stepId: newId() })]).toEqual(
    [['INPUT_INVALID'], ['INPUT_INVALID'], ['NOT_FOUND']],
  );
  expect(await codes(env.customer.actor)).toEqual(['FORBIDDEN']);
});
