import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { join } from 'node:path';
import { mailboxFolder } from '../../src/services/adapters/mail/mailbox-folder.ts';
import { system } from '../../src/services/access/actor.ts';
import { seedPlans } from '../../src/services/billing/plans/index.ts';
import { seedPriceList } from '../../src/services/catalog/index.ts';
import { seedContent } from '../../src/services/content/index.ts';
import { seedArtisans } from '../../src/services/scheduling/seed.ts';
import { wallClock } from '../../src/services/kernel/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';
import { AppointmentStory } from './appointment.story.ts';
import { ArchiveStory } from './archive.story.ts';
import type { Role } from './main-job.clients.ts';
import { MainJob } from './main-job.story.ts';
import { TicketStory } from './ticket.story.ts';
import { VisitorStory } from './visitor.story.ts';
import { searchPlaintext } from './plaintext.ts';
import { secrets } from './main-job.texts.ts';

let env: TestEnvironment;
let job: MainJob;
let appointment: AppointmentStory;

const person = (role: 'ADMIN' | 'PROOFREADER' | 'CUSTOMER') => env.people.get(role) ?? { email: '', password: '' };

beforeAll(async () => {
  env = await openTestEnvironment();
  const ctx = env.app.contextFor({ actor: system, requestId: 'main-job' });
  await seedPriceList(ctx);
  await seedPlans(ctx, undefined);
  await seedContent(ctx);
  await seedArtisans(ctx, { hasExamples: true, hasTestCustomer: false });
  const mailbox = mailboxFolder({ folder: join(env.config.dataDir, 'mailbox'), clock: wallClock });
  appointment = new AppointmentStory({ url: env.url, mails: () => mailbox.list() });
  job = new MainJob({
    url: env.url,
    people: { admin: person('ADMIN'), proofreader: person('PROOFREADER'), stranger: person('CUSTOMER') },
    mails: () => mailbox.list(),
    untilListening: (streams) =>
      until(`${streams} streams are listened to`, () => env.served.sockets.counts().streams === streams),
  });
});

afterAll(async () => {
  await job.close();
  await env.close();
});

const titles = (role: Role): string[] =>
  job.notifications.get(role)?.heard.map(({ notificationAdded }) => notificationAdded.notification.title) ?? [];
const statuses = (role: Role): string[] => [
  ...new Set(job.watches.get(role)?.heard.map(({ orderUpdated }) => orderUpdated.order.status)),
];
const said = (role: Role): string[] =>
  job.chats.get(role)?.heard.map(({ messageAdded }) => messageAdded.message.content) ?? [];

test('a customer orders a proofreading, pays, sends a manuscript, talks with the proofreader, gets the corrected file and an invoice', async () => {
  for (const { name, play } of job.steps) {
    await play().catch((error: unknown) => {
      const logged = env.logs
        .lines()
        .filter(({ level }) => Number(level) >= 50)
        .map((line) => JSON.stringify(line))
        .join('\n');
      throw new Error(`${name}: ${error instanceof Error ? error.message : String(error)}\n${logged}`, {
        cause: error,
      });
    });
  }
});

test('each received live what concerns them, and nobody anything else', () => {
  expect(statuses('customer')).toEqual(['PENDING', 'PAID', 'IN_PROGRESS', 'COMPLETED']);
  expect(statuses('admin')).toEqual(['PENDING', 'PAID', 'IN_PROGRESS', 'COMPLETED']);
  expect(statuses('proofreader').at(-1)).toBe('COMPLETED');
  expect(statuses('proofreader')).not.toContain('PENDING');
  expect(said('customer')).toEqual(said('proofreader'));
  expect(said('customer')).toHaveLength(2);
  expect(titles('customer').toSorted()).toEqual([
    'Nouveau message de Louise Bernard',
    'Votre commande est confirmée',
    'Votre facture est disponible',
    'Votre fichier corrigé est prêt',
    'Votre fichier corrigé est prêt',
    'Votre manuscrit est entre de bonnes mains',
  ]);
  expect(titles('proofreader').toSorted()).toEqual([
    'Des modifications sont demandées',
    'Nouveau message de Claire Dumas',
    'Un manuscrit vous est confié',
    'Votre travail est accepté',
  ]);
  expect(titles('admin')).toEqual(['Une commande est payée']);
  expect(titles('stranger')).toEqual([]);
  expect([...job.watches.keys(), ...job.chats.keys()]).not.toContain('stranger');
});

test('events carry cursors that never go back', () => {
  for (const role of ['customer', 'admin', 'proofreader'] as const) {
    const cursors =
      job.watches
        .get(role)
        ?.heard.map(({ orderUpdated }) =>
          Number(JSON.parse(Buffer.from(orderUpdated.cursor, 'base64url').toString())[0]),
        ) ?? [];
    expect(cursors.length).toBeGreaterThan(1);
    expect(cursors).toEqual(cursors.map((_, index) => (cursors[0] ?? 0) + index));
  }
});

test('no word of the manuscript, of the corrected file or of the attachment lies in clear among the data', () => {
  const { files, found } = searchPlaintext(env.config.dataDir, Object.values(secrets));
  expect(files).toBeGreaterThan(5);
  expect(found).toEqual([]);
});

test('every job that the story caused is done, and the audit log records it', async () => {
  const jobs = (): Promise<{ kind: string; state: string }[]> =>
    env.app.orm.em.fork().execute('select kind, state from job');
  // The mail about a message leaves later, and only when it is still unread.
  const waiting = async (): Promise<string[]> =>
    (await jobs())
      .filter(
        ({ kind, state }) => ['PENDING', 'RUNNING', 'RETRYING'].includes(state) && kind !== 'messaging.mail-unread',
      )
      .map(({ kind }) => kind);
  await until('no job is waiting', async () => (await waiting()).length === 0).catch(async (error: unknown) => {
    throw new Error(`Still waiting: ${(await waiting()).join(', ')}`, { cause: error });
  });
  expect((await jobs()).filter(({ state }) => state === 'FAILED' || state === 'CANCELLED')).toEqual([]);
  const actions = (
    await env.app.orm.em.fork().execute<{ action: string }[]>('select action from audit_entry order by seq')
  ).map(({ action }) => action);
  for (const action of [
    'USER_CREATED',
    'LOGIN_SUCCESS',
    'COMMAND_CREATED',
    'PAYMENT_SESSION_CREATED',
    'COMMAND_STATUS_CHANGED',
  ])
    expect(actions).toContain(action);
});

test('a visitor books an appointment, pays its deposit, moves it and gives it up, and so does the calendar', async () => {
  for (const { play } of appointment.steps) expect(await play()).not.toBe('');
  expect(appointment.entries.map((entry) => /^SEQUENCE:(\d)/m.exec(entry)?.[1])).toEqual(['0', '1']);
});

test('a customer asks for help; the team answers in time, notes something for itself, and the answer is found with its accents wrong', async () => {
  const people = { admin: person('ADMIN'), proofreader: person('PROOFREADER'), stranger: person('CUSTOMER') };
  for (const { play } of new TicketStory({ url: env.url, people }).steps) expect(await play()).not.toBe('');
});

test('somebody writes without an account, is answered, and goes on by the mailed link', async () => {
  const people = { admin: person('ADMIN'), proofreader: person('PROOFREADER'), stranger: person('CUSTOMER') };
  const { mailbox } = env.app.services;
  const mails = async () => (await mailbox?.list()) ?? [];
  for (const { play } of new VisitorStory({ url: env.url, people, mails }).steps) expect(await play()).not.toBe('');
});

test('papers in a cabinet survive a killed sender, a correction, the trash and a restore, and are destroyed with a certificate', async () => {
  const archive = new ArchiveStory({
    url: env.url,
    people: { admin: person('ADMIN'), proofreader: person('PROOFREADER'), stranger: person('CUSTOMER') },
  });
  try {
    for (const { name, play } of archive.steps) expect([name, await play()]).not.toEqual([name, '']);
  } finally {
    await archive.close();
  }
  expect(JSON.parse(archive.certificate)).toBeDefined();
});
