import { sendMail } from '../../../src/services/notifications/tasks/send-mail.ts';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mails } from '../../support/mails.ts';
import { mailCommands } from '../../../src/commands/mail.ts';
import type { App } from '../../../src/app.ts';
import { createMailer } from '../../../src/adapters.ts';
import { MailFailure, type MailPort, type OutgoingMail } from '../../../src/services/adapters/mail/port.ts';
import { waitAfter } from '../../../src/services/notifications/backoff.ts';
import { recordOutcome } from '../../../src/services/notifications/record-outcome.ts';
import { queueMail, type AnyMail, type Mailer } from '../../../src/services/notifications/index.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { createWorld, type World } from '../../support/world.ts';
import { addPerson } from './people.ts';
import { Killed, mailNeeds, mailWorker } from './run-mail-jobs.ts';

let world: World;
let adminId: string;
beforeEach(async () => {
  world = await createWorld();
  adminId = (await world.run(addPerson, { role: 'ADMIN' })).id;
});
afterEach(() => world.close());

/** A provider that gives the answers it is given, in order, then accepts; keeps what it took. */
function provider(...answers: MailFailure[]) {
  const taken: OutgoingMail[] = [];
  const calls: Date[] = [];
  const port: MailPort = {
    async send(mail) {
      calls.push(world.clock.now());
      const answer = answers.shift();
      if (answer !== undefined) throw answer;
      taken.push(mail);
      return { providerId: `p-${taken.length}` };
    },
  };
  return { port, taken, calls };
}

const queue = (
  template: AnyMail,
  more: { data?: object; name?: string; stream?: string; key?: string } = {},
): Promise<string> =>
  world.run(queueMail, {
    template,
    recipient: { email: 'lea@example.org', name: more.name ?? 'Léa Petit' },
    locale: 'fr' as const,
    data: more.data ?? template.sample,
    dedupeKey: more.key ?? `test:${template.name}`,
    ...(more.stream === undefined ? {} : { stream: more.stream }),
  }) as Promise<string>;

const delivery = (id: string) =>
  world.db.selectFrom('email_delivery').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const alerts = () =>
  world.db
    .selectFrom('notification')
    .select(['title', 'message', 'type', 'priority'])
    .where('user_id', '=', adminId)
    .execute();

const retryable = (retryAfterMs?: number) =>
  new MailFailure('retryable', 'SendGrid answered 503', { status: 503, retryAfterMs });
const ambiguous = () => new MailFailure('ambiguous', 'SendGrid did not answer (ECONNABORTED)');

describe('an attempt', () => {
  test('sends the mail and remembers the provider’s id', async () => {
    const { port, taken } = provider();
    const id = await queue(mails['order-paid-customer']);
    await mailWorker(world, port)();
    expect(await delivery(id)).toMatchObject({
      status: 'SENT',
      attempts: 1,
      provider_id: 'p-1',
      sending_at: null,
      last_error: null,
    });
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({
      deliveryId: id,
      to: { email: 'lea@example.org', name: 'Léa Petit' },
      category: 'order-paid-customer',
      subject: 'Votre commande SL-2026-0042 est confirmée',
    });
    expect(taken[0]?.from.email).toBe(world.config.FROM_EMAIL);
  });

  test('a provider that is busy is asked again, later each time, and as late as it says', async () => {
    const { port, calls } = provider(retryable(), retryable(120_000), retryable());
    const id = await queue(mails.welcome);
    await mailWorker(world, port)();
    expect(await delivery(id)).toMatchObject({ status: 'SENT', attempts: 4, ambiguities: 0 });
    const waits = calls.slice(1).map((at, i) => at.getTime() - (calls[i] as Date).getTime());
    expect(waits[0]).toBeGreaterThanOrEqual(500);
    expect(waits[0]).toBeLessThanOrEqual(1_500);
    expect(waits[1]).toBe(120_000);
    expect(waits[2]).toBeGreaterThanOrEqual(8_000);
    expect(await alerts()).toEqual([]);
  });

  test('after eight attempts it is given up, the admins are notified and the audit log knows', async () => {
    const { port, calls } = provider(...Array.from({ length: 20 }, () => retryable()));
    const id = await queue(mails.welcome);
    await mailWorker(world, port)();
    expect(calls).toHaveLength(8);
    expect(await delivery(id)).toMatchObject({ status: 'FAILED', attempts: 8, last_error: 'SendGrid answered 503' });
    expect(await alerts()).toEqual([
      expect.objectContaining({ title: 'Un e-mail n’est pas parti', type: 'ERROR', priority: 'HIGH' }),
    ]);
    expect(world.auditLog).toEqual([
      {
        action: 'EMAIL_FAILED',
        severity: 'HIGH',
        outcome: 'FAILURE',
        targetType: 'email',
        targetId: id,
        payload: { template: 'welcome', attempts: 8, status: 503 },
      },
    ]);
  });

  test('what will never pass is tried once; a refused key is tried again', async () => {
    const first = provider(new MailFailure('permanent', 'SendGrid answered 400', { status: 400 }));
    const id = await queue(mails.welcome);
    await mailWorker(world, first.port)();
    expect(await delivery(id)).toMatchObject({ status: 'FAILED', attempts: 1 });
    const second = provider(new MailFailure('permanent', 'SendGrid answered 401', { status: 401 }));
    const other = await queue(mails.welcome, { key: 'other' });
    await mailWorker(world, second.port)();
    expect(await delivery(other)).toMatchObject({ status: 'SENT', attempts: 2 });
  });

  test('a broken mail does not hold the others, and one alert an hour is enough', async () => {
    const { port, taken } = provider();
    const broken = [
      await queue(mails.welcome, { data: {}, key: 'broken-1' }),
      await queue(mails.welcome, { data: {}, key: 'broken-2' }),
    ];
    await queue(mails['new-message']);
    await mailWorker(world, port)();
    expect(taken.map(({ category }) => category)).toEqual(['new-message']);
    for (const id of broken)
      expect(await delivery(id)).toMatchObject({
        status: 'FAILED',
        last_error: 'Mail welcome: "firstName" is missing',
      });
    expect(await alerts()).toHaveLength(1);
  });
});

describe('an attempt whose outcome is unknown', () => {
  test('a mail that nobody knows to have left never leaves again', async () => {
    const { port, taken } = provider(ambiguous(), ambiguous());
    const ids = [
      await queue(mails['order-paid-admin']),
      await queue(mails['corrected-file-ready']),
      await queue(mails['invoice-issued']),
    ];
    await mailWorker(world, port)();
    expect(taken.map(({ deliveryId }) => deliveryId).sort()).toEqual(ids.sort());
    for (const id of ids) expect(await delivery(id)).toMatchObject({ status: 'SENT' });
    expect(world.auditLog).toEqual([]);
  });

  test('a provider that never answers is given up on after eight attempts, and the admins are notified', async () => {
    const { port, calls } = provider(...Array.from({ length: 20 }, ambiguous));
    const id = await queue(mails['new-message']);
    await mailWorker(world, port)();
    expect(calls).toHaveLength(8);
    expect(await delivery(id)).toMatchObject({ status: 'AMBIGUOUS', attempts: 8, ambiguities: 8 });
    expect(await alerts()).toEqual([expect.objectContaining({ title: 'Un e-mail est peut-être perdu' })]);
    expect(world.auditLog.map(({ action }) => action)).toEqual(['EMAIL_OUTCOME_UNKNOWN']);
  });

  test.each([
    ['order-paid-customer', 'SENT', 2],
    ['new-message', 'SENT', 2],
  ] as const)('the worker dies between sending and recording: %s', async (template, status, sendings) => {
    const { port, taken } = provider();
    const id = await queue(mails[template]);
    let recordings = 0;
    const dying: World = {
      ...world,
      run: ((useCase, input, actor) => {
        if (useCase.name === 'recordOutcome' && (recordings += 1) === 1) throw new Killed();
        return world.run(useCase, input, actor);
      }) satisfies World['run'],
    };
    await mailWorker(dying, port)();
    expect(taken).toHaveLength(sendings);
    expect(await delivery(id)).toMatchObject({ status, ambiguities: 1 });
  });

  test('a worker that comes back late is believed when it says that the mail left', async () => {
    const { port } = provider(...Array.from({ length: 8 }, ambiguous));
    const id = await queue(mails['new-message']);
    await mailWorker(world, port)();
    const rules = { mailer: createMailer(world.config), derived: mailNeeds(world, port).derived };
    await world.run(recordOutcome, { deliveryId: id, attempt: 1, outcome: { failure: retryable() }, rules });
    expect(await delivery(id)).toMatchObject({ status: 'AMBIGUOUS' });
    await world.run(recordOutcome, { deliveryId: id, attempt: 8, outcome: { providerId: 'late' }, rules });
    expect(await delivery(id)).toMatchObject({ status: 'SENT', provider_id: 'late' });
  });
});

test('the same attempt asked for twice at once is made once', async () => {
  const { port, taken } = provider();
  const id = await queue(mails.welcome);
  await Promise.all(Array.from({ length: 4 }, () => sendMail(mailNeeds(world, port), { deliveryId: id, attempt: 1 })));
  expect(taken).toHaveLength(1);
  expect(await delivery(id)).toMatchObject({ status: 'SENT', attempts: 1 });
});

test('mails of one stream leave in order, whatever the provider does', async () => {
  const { port, taken } = provider(retryable(), retryable(), retryable());
  for (const key of ['one', 'two', 'three']) {
    await queue(mails.welcome, { key, stream: 'order:1:lea', data: { ...mails.welcome.sample, firstName: key } });
    world.clock.advance(1);
  }
  await queue(mails.welcome, { key: 'other', data: { ...mails.welcome.sample, firstName: 'free' } });
  await mailWorker(world, port)();
  const order = taken.map(({ text }) => /Bienvenue, (\w+)/.exec(text)?.[1]?.toLowerCase());
  expect(order).toHaveLength(4);
  expect(order.filter((name) => name !== 'free')).toEqual(['one', 'two', 'three']);
});

test('a secret is given by the preparation at each attempt and never stored', async () => {
  const secret = 'https://www.example.org/activation?jeton=S3cret';
  const { port, taken } = provider(retryable());
  const asked: string[] = [];
  const mailer: Mailer = {
    ...createMailer(world.config),
    preparations: {
      activation: async (_ctx, { deliveryId }) => {
        asked.push(deliveryId);
        return { activationUrl: secret };
      },
    },
  };
  const id = await queue(mails.activation, { data: { firstName: 'Léa', expiresInMinutes: 30 } });
  await mailWorker(world, port, { mailer })();
  expect(asked).toEqual([id, id]);
  expect(taken[0]?.text).toContain(secret);
  const stored = await world.db.selectFrom('email_delivery').selectAll().execute();
  const jobs = await world.db.selectFrom('job').selectAll().execute();
  expect(JSON.stringify([stored, jobs])).not.toContain('S3cret');
  expect(world.logs.text()).not.toContain('S3cret');
});

test('files are given at each attempt and never stored', async () => {
  const { port, taken } = provider(retryable());
  const file = { filename: 'devis.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF') };
  const mailer: Mailer = { ...createMailer(world.config), attachings: { welcome: async () => [file] } };
  const id = await queue(mails.welcome);
  await mailWorker(world, port, { mailer })();
  expect(taken.map(({ attachments }) => attachments)).toEqual([[file]]);
  expect(JSON.stringify((await delivery(id)).data)).not.toContain('PDF');
});

test('what people typed stays text: no header, no template, no markup', async () => {
  const { port, taken } = provider();
  const hostile = 'Eve\r\nBcc: all@example.org {{#each constructor}}x{{/each}}<script>alert(1)</script>';
  const id = await queue(mails['new-message'], {
    name: hostile,
    data: { ...mails['new-message'].sample, senderName: hostile, excerpt: hostile },
  });
  await mailWorker(world, port)();
  expect(await delivery(id)).toMatchObject({ status: 'SENT' });
  expect(jsonFrom<{ senderName: string }>((await delivery(id)).data).senderName).toBe(hostile);
  expect(taken[0]?.subject).not.toMatch(/[\r\n]/);
  expect(taken[0]?.subject).toContain('{{#each constructor}}x{{/each}}');
  expect(taken[0]?.html).not.toContain('<script>');
  expect(Object.keys(taken[0]?.headers ?? {})).toEqual(['Auto-Submitted']);
});

test('waits grow from a second to an hour, with jitter, and honour the provider up to a day', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map((attempt) => waitAfter(attempt, 0, 0.5))).toEqual([
    1_000, 4_000, 16_000, 64_000, 256_000, 1_024_000, 3_600_000,
  ]);
  expect(waitAfter(1, 0, 0)).toBe(500);
  expect(waitAfter(1, 90_000, 0.5)).toBe(90_000);
  expect(waitAfter(1, 10 ** 9, 0.5)).toBe(86_400_000);
});

test.each<[MailFailure | undefined, number, RegExp]>([
  [undefined, 0, /^Taken by .*mailbox.* for lea@example\.org, as p-1\.$/],
  [new MailFailure('permanent', 'The mail server answered 550 no such user'), 3, /550 no such user\.\n.*FROM_EMAIL/],
  [new MailFailure('retryable', 'The mail server could not be used (ECONNREFUSED)'), 4, /ECONNREFUSED/],
  [new MailFailure('ambiguous', 'No answer came'), 5, /^.*No answer came\.\nNobody knows/],
])('the command mail:test sends one mail and says what the provider answered', async (answer, code, said) => {
  const { port, taken } = provider(...(answer === undefined ? [] : [answer]));
  const lines: string[] = [];
  const commands = mailCommands({
    print: (text) => void lines.push(text),
    within: (_config, work) => work({} as App),
    contextFor: () => ({ ...world.contextFor(), mail: port, mailer: createMailer(world.config) }),
  });
  expect(await commands['mail:test']?.run(world.config, ['--to', 'lea@example.org'])).toBe(code);
  expect(lines.join('\n')).toMatch(said);
  expect(taken.map(({ to, text }) => [to.email, text.split('\n').length])).toEqual(
    answer === undefined ? [['lea@example.org', 3]] : [],
  );
});
