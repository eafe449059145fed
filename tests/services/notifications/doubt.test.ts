import { existsSync, mkdirSync, utimesSync, writeFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { MailFailure, type MailPort, type OutgoingMail } from '../../../src/services/adapters/mail/port.ts';
import { SmsFailure, type OutgoingSms, type SmsPort } from '../../../src/services/adapters/sms/port.ts';
import { mails, mailRenewals } from '../../support/mails.ts';
import {
  confirmTwoFactor,
  createUser,
  enableTwoFactor,
  requestEmailChange,
  requestPasswordReset,
  resetPassword,
  verifyTwoFactor,
} from '../../../src/services/identity/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { queueMail, sweepMailsTask } from '../../../src/services/notifications/index.ts';
import { exportCustomerData, requestCustomerData } from '../../../src/services/privacy/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { person } from '../../support/make/actor.ts';
import { HOUR, MINUTE, SECOND } from '../../support/clock.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { actorOf, enter, refusal, makeAccount, signIn } from '../identity/people.ts';

/** A provider that takes every mail, and leaves us without an answer as often as its test sets. */
const taken: OutgoingMail[] = [];
const texts: OutgoingSms[] = [];
const silences = { mail: 0, sms: 0 };
const mail: MailPort = {
  send: async (outgoing) => {
    taken.push(outgoing);
    if (silences.mail > 0) {
      silences.mail -= 1;
      throw new MailFailure('ambiguous', 'No answer');
    }
    return { providerId: `p-${taken.length}` };
  },
};
const sms: SmsPort = {
  send: async (outgoing) => {
    texts.push(outgoing);
    if (silences.sms > 0) {
      silences.sms -= 1;
      throw new SmsFailure('ambiguous', 'No answer');
    }
    return { providerId: `s-${texts.length}` };
  },
};

let env: PeopleEnvironment;
let email: string;
beforeAll(async () => {
  env = await openPeopleEnvironment({ services: { mail, sms } });
});
afterAll(() => env.close());
beforeEach(async () => {
  env.clock.advance(2 * HOUR);
  email = `${newId()}@example.org`;
  await makeAccount(env, email);
  await work();
  taken.length = texts.length = 0;
});

/** Lets the worker do what is due, and what is tried again within a minute. */
async function work(): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await env.app.worker.runDue();
    env.clock.advance(5 * SECOND);
  }
}
const found = (pattern: RegExp): string[] => taken.flatMap(({ text }) => pattern.exec(text)?.[1] ?? []);
const statuses = async (template: string, to = email) =>
  (
    await env.db
      .selectFrom('email_delivery')
      .select('status')
      .where('template', '=', template)
      .where('to_email', '=', to)
      .orderBy('created_at')
      .orderBy('id')
      .execute()
  ).map(({ status }) => status);

test('every mail that is renewed knows how, and no other does', () => {
  const renewed = Object.values(mails)
    .filter((one) => 'inDoubt' in one && one.inDoubt === 'renew')
    .map(({ name }) => name);
  expect(renewed.sort()).toEqual(Object.keys(mailRenewals).sort());
});

test('a link for a new password that may have left twice: both work, or none', async () => {
  silences.mail = 1;
  await env.perform(requestPasswordReset, { email });
  await work();
  const [first = '', second = ''] = found(/reset-password\?token=([\w-]{43})/);
  expect([first === second, await statuses('password-reset')]).toEqual([false, ['REPLACED', 'SENT']]);
  expect(await refusal(env.perform(resetPassword, { token: first, password: 'Trois-Girafes-Vertes-7' }))).toEqual({
    code: 'TOKEN_INVALID',
  });
  expect(await refusal(env.perform(resetPassword, { token: second, password: 'Trois-Girafes-Vertes-7' }))).toBe('done');
});

test('a provider that answers nothing is not given new links for ever', async () => {
  silences.mail = 100;
  await env.perform(requestPasswordReset, { email });
  for (let round = 0; round < 12; round += 1) {
    await env.app.worker.runDue();
    env.clock.advance(30 * MINUTE);
  }
  silences.mail = 0;
  expect(found(/reset-password\?token=([\w-]{43})/)).toHaveLength(8);
  expect((await statuses('password-reset')).sort()).toEqual([
    'AMBIGUOUS',
    ...Array.from({ length: 7 }, () => 'REPLACED'),
  ]);
});

test('a code by mail that may not have left: the next one counts, the first is void', async () => {
  const actor = await actorOf(env, await signIn(env, email));
  await env.perform(enableTwoFactor, { method: 'EMAIL_OTP' }, actor);
  await work();
  await env.perform(confirmTwoFactor, { method: 'EMAIL_OTP', code: found(/^(\d{8})$/m).at(-1) ?? '' }, actor);
  await work();
  taken.length = 0;
  silences.mail = 1;
  const entered = await enter(env, { email });
  await work();
  const [first = '', second = ''] = found(/^(\d{8})$/m);
  const verify = (code: string) =>
    env.perform(verifyTwoFactor, {
      challengeToken: 'challengeToken' in entered ? entered.challengeToken : '',
      method: 'EMAIL_OTP',
      code,
      trustDevice: false,
    });
  expect([first === second, await refusal(verify(first)), await refusal(verify(second))]).toEqual([
    false,
    { code: 'CODE_INVALID' },
    'done',
  ]);
});

test('a code by SMS in doubt is replaced too, and a vendor that never answers is not paid for ever', async () => {
  const actor = await actorOf(env, await signIn(env, email));
  silences.sms = 1;
  await env.perform(enableTwoFactor, { method: 'SMS_OTP', phone: '+33612345678' }, actor);
  await work();
  const [first = '', second = ''] = texts.map(({ text }) => /\d{8}/.exec(text)?.[0] ?? '');
  expect([texts.length, first === second]).toEqual([2, false]);
  expect(await refusal(env.perform(confirmTwoFactor, { method: 'SMS_OTP', code: first }, actor))).toMatchObject({
    code: 'CODE_INVALID',
  });
  expect(await refusal(env.perform(confirmTwoFactor, { method: 'SMS_OTP', code: second }, actor))).toBe('done');
  texts.length = 0;
  silences.sms = 100;
  await enter(env, { email });
  await work();
  await work();
  silences.sms = 0;
  expect(texts.length).toBeLessThanOrEqual(4);
});

test('invitations, changes of address and proofs of an address are renewed as well', async () => {
  const invited = `invited-${email}`;
  silences.mail = 1;
  await env.perform(
    createUser,
    { email: invited, firstName: 'Inès', lastName: 'Marchand', role: 'PROOFREADER', locale: 'fr' } as never,
    person('ADMIN'),
  );
  await work();
  expect(await statuses('invitation', invited)).toEqual(['REPLACED', 'SENT']);
  expect(new Set(found(/invitation\?token=([\w-]{43})/)).size).toBe(2);
  const other = `other-${email}`;
  silences.mail = 1;
  await env.perform(requestEmailChange, { email: other }, await actorOf(env, await signIn(env, email)));
  await work();
  expect(await statuses('email-change', other)).toEqual(['REPLACED', 'SENT']);
  const guest = `guest-${email}`;
  silences.mail = 1;
  await env.perform(requestCustomerData, { email: guest });
  await work();
  const [first = '', second = ''] = found(/mes-donnees\?token=([\w-]{43})/);
  expect(await refusal(env.perform(exportCustomerData, { token: first, format: 'JSON' }))).toEqual({
    code: 'TOKEN_INVALID',
  });
  expect(await refusal(env.perform(exportCustomerData, { token: second, format: 'JSON' }))).toBe('done');
});

const sweep = async (): Promise<void> => {
  await env.run(async ({ enqueue }: Tx<'enqueue'>) => enqueue(sweepMailsTask, {}), {});
  await work();
};
const queued = (key: string) =>
  env.run(queueMail, {
    template: mails.welcome,
    recipient: { email, name: 'Léa' },
    locale: 'fr' as const,
    data: mails.welcome.sample,
    dedupeKey: `${key}:${email}`,
  });

test('mails given up in doubt by the release before stay lost', async () => {
  const id = (await queued('old')) as string;
  await env.db
    .updateTable('email_delivery')
    .set({ status: 'AMBIGUOUS', attempts: 1, ambiguities: 1 })
    .where('id', '=', id)
    .execute();
  await env.perform(requestPasswordReset, { email });
  await env.app.worker.runDue();
  await env.db
    .updateTable('email_delivery')
    .set({ status: 'AMBIGUOUS', attempts: 2, ambiguities: 2 })
    .where('template', '=', 'password-reset')
    .where('to_email', '=', email)
    .execute();
  taken.length = 0;
  await sweep();
  expect(taken.map(({ category }) => category).sort()).toEqual(['password-reset', 'welcome']);
  expect(await statuses('password-reset')).toEqual(['REPLACED', 'SENT']);
  expect(
    await env.db
      .selectFrom('email_delivery')
      .select('id')
      .where('status', '=', 'AMBIGUOUS')
      .where('attempts', '<', 8)
      .execute(),
  ).toEqual([]);
});

test('a mail whose sending job was buried or cancelled waits for ever', async () => {
  const id = (await queued('buried')) as string;
  await env.db
    .updateTable('job')
    .set({ state: 'FAILED' })
    .where('dedupe_key', 'like', `notifications.send-mail:${id}:%`)
    .execute();
  await work();
  expect(taken).toEqual([]);
  env.clock.advance(20 * MINUTE);
  await sweep();
  expect(taken.map(({ deliveryId }) => deliveryId)).toEqual([id]);
});

test('drafts that a crash left stay for ever; those being written, and whole mails, do not go', async () => {
  const folders = [join(env.app.config.dataDir, 'mailbox'), join(env.app.config.dataDir, 'sms')];
  const old = new Date(Date.now() - HOUR);
  for (const folder of folders) {
    mkdirSync(folder, { recursive: true });
    for (const name of ['.abandoned', '.fresh', 'whole.eml']) writeFileSync(join(folder, name), 'x');
    for (const name of ['.abandoned', 'whole.eml']) utimesSync(join(folder, name), old, old);
  }
  await sweep();
  for (const folder of folders) {
    expect(
      readdirSync(folder)
        .filter((name) => !name.startsWith('0'))
        .sort(),
    ).toEqual(['.fresh', 'whole.eml']);
    expect(existsSync(join(folder, '.abandoned'))).toBe(false);
  }
});
