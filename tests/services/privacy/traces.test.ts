import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Conversation } from '../../../src/entities/messaging/conversation.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { eraseMyAccount } from '../../../src/services/privacy/index.ts';
import { searchPlaintext } from '../../scenarios/plaintext.ts';
import { HOUR } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { goodPassword, openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { makeAccount } from '../identity/people.ts';
import { sql } from 'kysely';
import { deleteMessage, startConversation } from '../../../src/services/messaging/index.ts';
import { attach, canary, customer, plant, upload } from './canaries.ts';
import { makeMessage } from '../../support/make/message.ts';
import { makeNotification } from '../../support/make/notification.ts';

/**
 * Pages of a database are split and rewritten while people use the server: what was written once may be where nobody
 * looks. The bytes themselves are searched: database, write-ahead log, jobs, files; and a whole dump of the server.
 */
let ctx: PeopleEnvironment;
beforeAll(async () => {
  ctx = await openPeopleEnvironment();
});
afterAll(() => ctx.close());

const manager = (): EntityManager => ctx.app.orm.em.fork() as EntityManager;

/** Two hundred messages and notifications of somebody, between those of somebody else, written over with longer and with shorter words. */
async function use(userId: string, otherId: string): Promise<void> {
  const em = manager();
  const [user, other] = [em.getReference(User, userId), em.getReference(User, otherId)];
  const conversation = await em.findOneOrFail(Conversation, { contextType: 'ORDER' });
  const words = (round: number, i: number): string =>
    `${canary}-${round}-${i} `.repeat(1 + ((i * 7 + round * 13) % 40));
  const rows = Array.from({ length: 200 }, (_, i) => {
    makeMessage(em, {
      conversation,
      sender: other,
      content: `Les mots de quelqu’un d’autre ${i} `.repeat(1 + (i % 20)),
    });
    makeNotification(em, { user, title: `${canary}-${i}`, message: words(0, i) });
    return makeMessage(em, { conversation, sender: user, content: words(0, i) });
  });
  await em.flush();
  for (let round = 1; round <= 3; round += 1) {
    for (const [i, row] of rows.entries()) row.content = words(round, i);
    await em.flush();
  }
}

/** The whole database as text; `undefined` where it is a file. */
function dump(): string | undefined {
  if (engine !== 'mysql') return undefined;
  const url = new URL(ctx.app.config.DATABASE_URL ?? '');
  const made = spawnSync(
    'mariadb-dump',
    [
      '--no-defaults',
      `--host=${url.hostname}`,
      `--port=${url.port}`,
      `--user=${url.username}`,
      '--triggers',
      '--routines',
      '--skip-ssl',
      url.pathname.slice(1),
    ],
    {
      encoding: 'latin1',
      maxBuffer: 2 ** 28,
      env: { ...process.env, MYSQL_PWD: decodeURIComponent(url.password) },
    },
  );
  if (made.error !== undefined) return undefined;
  expect([made.status, made.stderr]).toEqual([0, '']);
  return made.stdout;
}

test(`no byte of an erased person is left, however often their pages were rewritten (${engine})`, async () => {
  const userId = await makeAccount(ctx, `${canary}-account@example.org`);
  const adminId = await makeAccount(ctx, `${newId()}@example.org`, 'ADMIN');
  const { orderId } = await plant(manager(), { userId, adminId });
  const fileId = await upload(ctx.contextFor(customer(userId)), orderId);
  await attach(manager(), { messageOf: userId, fileId });
  await use(userId, adminId);
  expect(
    engine === 'mysql'
      ? (dump()?.includes(canary) ?? true)
      : searchPlaintext(ctx.database.directory, [canary]).found.length > 0,
  ).toBe(true);

  await ctx.perform(eraseMyAccount, { password: goodPassword, reason: 'PRIVACY' }, customer(userId));
  await ctx.app.worker.runDue();
  ctx.clock.advance(HOUR);
  await ctx.app.worker.runDue();

  const isOutside = (path: string): boolean => /\/(mailbox|payment-sandbox)\//.test(path);
  expect(searchPlaintext(ctx.database.directory, [canary]).found.filter((path) => !isOutside(path))).toEqual([]);
  expect(ctx.logs.text()).not.toContain(canary);
  const text = dump();
  if (engine === 'mysql' && text === undefined) console.log('skipped: mariadb-dump is not installed');
  else if (text !== undefined)
    expect([text.includes('CREATE TABLE `message`'), text.includes(canary)]).toEqual([true, false]);
});

test(`no byte of a message that was taken back is left, neither as it was written nor as it was searched (${engine})`, async () => {
  const customerId = await makeAccount(ctx, `${newId()}@example.org`);
  const asked = { subject: 'Un mot', content: 'Le zéphyrinetrait et la fin', key: newId() };
  const { id } = await ctx.app
    .contextFor({ actor: customer(customerId), requestId: newId() })
    .run(startConversation, asked);
  const forms = ['zéphyrinetrait', 'zephyrinetrait'];
  const left = (): boolean[] => {
    const text = dump();
    return forms.map((word) =>
      engine === 'mysql'
        ? (text?.includes(Buffer.from(word).toString('latin1')) ?? false)
        : searchPlaintext(ctx.database.directory, [word]).found.length > 0,
    );
  };
  const { id: messageId } = await ctx.db
    .selectFrom('message')
    .select('id')
    .where('conversation_id', '=', id)
    .executeTakeFirstOrThrow();
  if (engine === 'sqlite' || dump() !== undefined) expect(left()).toEqual([true, true]);
  await ctx.app.contextFor({ actor: customer(customerId), requestId: newId() }).run(deleteMessage, { messageId });
  // The log is written back by itself, after a while.
  if (engine === 'sqlite') await sql`pragma wal_checkpoint(truncate)`.execute(ctx.app.orm.em.fork().getKysely());
  expect(left()).toEqual([false, false]);
});

test('the search finds a word in every encoding that text may have', () => {
  const folder = join(ctx.database.directory, 'search');
  mkdirSync(folder);
  const forms = [
    canary,
    Buffer.from(canary, 'utf16le'),
    ...['', 'a', 'ab'].map((before) => Buffer.from(`${before}${canary}`).toString('base64')),
    Buffer.from(canary).toString('hex'),
  ];
  forms.forEach((form, i) => writeFileSync(join(folder, String(i)), form));
  expect(searchPlaintext(folder, [canary])).toMatchObject({
    files: forms.length,
    found: forms.map((_form, i) => join(folder, String(i))),
  });
});
