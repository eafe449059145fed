import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { activateAccount, register } from '../../../src/services/identity/index.ts';
import { openPendingAccount } from '../../../src/services/identity/account/pending-account.ts';
import {
  prepareActivationReminder,
  remindActivation,
} from '../../../src/services/identity/account/remind-activation.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import { openPeopleEnvironment, registration, stranger, type PeopleEnvironment } from './people-environment.ts';
import { refusal } from './people.ts';

let env: PeopleEnvironment;
beforeAll(async () => {
  env = await openPeopleEnvironment();
});
afterAll(() => env.close());

const hourPasses = async (): Promise<void> => {
  env.clock.advance(HOUR);
  await env.perform(remindActivation, {});
};
const reminders = async (email: string): Promise<number> =>
  (await env.mailsTo(email)).filter((template) => template === 'activation-reminder').length;

/** The token of the link in the reminder, as it leaves. */
async function remindedToken(email: string): Promise<string> {
  const { id, data } = await env.db
    .selectFrom('email_delivery')
    .select(['id', 'data'])
    .where('to_email', '=', email)
    .where('template', '=', 'activation-reminder')
    .executeTakeFirstOrThrow();
  const { activationUrl } = await prepareActivationReminder(env.contextFor(), {
    ...{ deliveryId: id, recipientId: null, toEmail: email, data: jsonFrom<Record<string, unknown>>(data) },
  } as never);
  return new URL(activationUrl).searchParams.get('token') ?? '';
}

test('whoever registers and does not activate is reminded once, a day later, with a link that is good for another day', async () => {
  await env.perform(register, registration('slow@example.org'), stranger());
  await env.app.worker.runDue();
  env.clock.advance(22 * HOUR);
  await hourPasses();
  expect(await reminders('slow@example.org')).toBe(0);
  for (let hour = 0; hour < 3; hour += 1) await hourPasses();
  expect(await reminders('slow@example.org')).toBe(1);
  expect(JSON.stringify(await env.db.selectFrom('email_delivery').select('data').execute())).not.toContain('token=');
  env.clock.advance(20 * HOUR);
  await env.run(activateAccount, { token: await remindedToken('slow@example.org') });
  expect(
    await env.db.selectFrom('user').select('status').where('email', '=', 'slow@example.org').executeTakeFirst(),
  ).toEqual({ status: 'ACTIVE' });
});

test('whoever has activated, and whom several accounts were asked for, are not', async () => {
  await env.perform(register, registration('quick@example.org'), stranger());
  await env.run(activateAccount, { token: (await env.activationToken('quick@example.org')) ?? '' });
  for (const address of ['192.0.2.1', '198.51.100.1'])
    await env.perform(register, registration('two@example.org'), stranger(address));
  await env.app.worker.runDue();
  env.clock.advance(DAY);
  await hourPasses();
  expect(await reminders('quick@example.org')).toBe(0);
  expect(await reminders('two@example.org')).toBe(0);
});

test('whoever bought without an account is, once; the link of the first mail stays good, and an old one is not', async () => {
  const { email, firstName, lastName, locale } = registration('guest@example.org');
  const guest = { email, firstName, lastName, locale, passwordHash: 'x', phone: null, address: null } as const;
  await env.run(openPendingAccount, { ...guest, consents: [], network: null, createdAt: env.clock.now() });
  env.clock.advance(DAY);
  await hourPasses();
  await hourPasses();
  expect(await reminders(email)).toBe(1);
  const token = await remindedToken(email);
  env.clock.advance(DAY + MINUTE);
  expect(await refusal(env.run(activateAccount, { token }))).toEqual({ code: 'TOKEN_INVALID' });
  env.clock.advance(8 * DAY);
  await hourPasses();
  expect(await reminders(email)).toBe(1);
});
