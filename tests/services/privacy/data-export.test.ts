import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { system } from '../../../src/services/access/actor.ts';
import { personalColumns } from '../../../src/entities/tables.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { expireDataExports } from '../../../src/services/privacy/expire-data-exports.ts';
import { fetchDataExport, listMyDataExports, requestDataExport } from '../../../src/services/privacy/index.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { DAY, HOUR } from '../../support/clock.ts';
import { cellsOf, formulas, isComputed } from '../../support/formulas.ts';
import { openPeopleEnvironment, type PeopleEnvironment } from '../identity/people-environment.ts';
import { refusal, makeAccount } from '../identity/people.ts';
import { attach, canary, customer, plant, upload } from './canaries.ts';
import { makeNotification } from '../../support/make/notification.ts';

let env: PeopleEnvironment;
let userId: string;
let fileId: string;
beforeAll(async () => {
  env = await openPeopleEnvironment();
  userId = await makeAccount(env, `${newId()}@example.org`);
  const adminId = await makeAccount(env, `${newId()}@example.org`, 'ADMIN');
  const { orderId } = await plant(manager(), { userId, adminId });
  fileId = await upload(env.contextFor(customer(userId)), orderId);
  await attach(manager(), { messageOf: userId, fileId });
});
afterAll(() => env.close());

const manager = (): EntityManager => env.app.orm.em.fork() as EntityManager;

/** Asks, lets the job run, and answers the copy's id and the token of its link. */
async function made(format: 'JSON' | 'CSV' | 'ZIP'): Promise<{ exportId: string; token: string }> {
  const asked = await env.perform(requestDataExport, { format }, customer(userId));
  expect(asked).toMatchObject({ format, status: 'PENDING', progress: 0, downloadUrl: null });
  await env.app.worker.runDue();
  const [row] = await env.perform(listMyDataExports, undefined, customer(userId));
  expect(row).toMatchObject({ id: asked.id, status: 'READY', progress: 100 });
  return { exportId: asked.id, token: new URL(row?.downloadUrl ?? '').searchParams.get('token') ?? '' };
}

async function fetched(link: { exportId: string; token: string }): Promise<Buffer> {
  const { stream, done } = await env.perform(fetchDataExport, link);
  const bytes = await buffer(stream);
  await done();
  return bytes;
}

test('a copy holds every personal column of every table, the person’s words, and nobody else’s', async () => {
  const { tables } = JSON.parse((await fetched(await made('JSON'))).toString()) as {
    tables: Record<string, Record<string, unknown>[]>;
  };
  const missing = Object.entries(personalColumns).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([column, kind]) => kind !== 'none' && !(column in (tables[table]?.[0] ?? {})))
      .map(([column]) => `${table}.${column}`),
  );
  expect(missing).toEqual([]);
  const text = JSON.stringify(tables);
  for (const place of ['first', 'last', 'tel', 'address', 'title', 'note', 'message', 'words', 'agent'])
    expect(text).toContain(`${canary}-${place}`);
  expect(text).not.toContain('Les mots de quelqu’un d’autre');
  expect(text).not.toContain('les mots de quelqu un d autre');
  expect(tables['customer_order']?.[0]?.['proofreader_note']).toBe('[redacted: third party]');
  expect(tables['user']?.[0]?.['password_hash']).toBe('[secret]');
  expect(tables['consent_record']?.map(({ purpose }) => purpose)).toEqual(
    expect.arrayContaining(['TERMS', 'PRIVACY', 'MARKETING']),
  );
});

test('the ZIP holds the person’s files, and two other programs open it', async () => {
  const bytes = await fetched(await made('ZIP'));
  const path = join(env.app.config.dataDir, '..', `${newId()}.zip`);
  writeFileSync(path, bytes);
  const name = `files/${fileId}-${canary}-file.txt`;
  expect(execFileSync('unzip', ['-p', path, name]).toString()).toContain(`${canary}-bytes`);
  const read = execFileSync('python3', [
    '-c',
    'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), *z.namelist(), sep="\\n")',
    path,
  ])
    .toString()
    .split('\n');
  expect(read).toEqual(expect.arrayContaining(['None', 'data.json', 'tables/user.csv', name]));
});

test('a link works once, for a day; the file behind it is destroyed either way', async () => {
  const link = await made('CSV');
  expect(await refusal(env.perform(fetchDataExport, { ...link, token: 'wrong' }))).toEqual({ code: 'TOKEN_INVALID' });
  expect((await fetched(link)).toString()).toContain('user,1,first_name,');
  expect(await refusal(env.perform(fetchDataExport, link))).toEqual({ code: 'TOKEN_INVALID' });
  const late = await made('CSV');
  env.clock.advance(DAY + HOUR);
  expect(await refusal(env.perform(fetchDataExport, late))).toEqual({ code: 'TOKEN_INVALID' });
  await env.perform(expireDataExports, {});
  const rows = await env.db
    .selectFrom('data_export')
    .select(['status', 'file_id'])
    .where('id', 'in', [link.exportId, late.exportId])
    .orderBy('id')
    .execute();
  expect(rows).toEqual([
    { status: 'FETCHED', file_id: null },
    { status: 'EXPIRED', file_id: null },
  ]);
  const keys = await env.db
    .selectFrom('data_key as k')
    .innerJoin('stored_file as f', 'f.id', 'k.file_id')
    .select('f.id')
    .where('f.name', 'like', 'my-data-%')
    .execute();
  expect(keys).toEqual([]);
  const mails = await env.app.services.mailbox?.list();
  expect(mails?.some(({ text }) => text.includes(`/privacy/exports/${late.exportId}?token=${late.token}`))).toBe(true);
  const stored = JSON.stringify(await env.db.selectFrom('email_delivery').selectAll().execute());
  expect(stored).not.toContain(late.token);
});

test('of two who follow one link at once, one gets the copy', async () => {
  const link = await made('JSON');
  const outcomes = await Promise.all(
    [1, 2, 3].map(() =>
      fetched(link).then(
        () => 'copy',
        (error: unknown) => (error as { code: unknown }).code,
      ),
    ),
  );
  expect(outcomes.sort()).toEqual(['TOKEN_INVALID', 'TOKEN_INVALID', 'copy']);
});

test('two copies a day', async () => {
  const strict = await openPeopleEnvironment({ services: { limits: createRateLimits() } });
  try {
    const someone = customer(await makeAccount(strict, `${newId()}@example.org`));
    const ask = () => strict.perform(requestDataExport, { format: 'JSON' }, someone);
    await ask();
    await ask();
    expect(await refusal(ask())).toMatchObject({ code: 'RATE_LIMITED' });
  } finally {
    await strict.close();
  }
});

test('accents are wrong in Excel: no mark before the text, no charset in its type', async () => {
  const mark = Buffer.from([0xef, 0xbb, 0xbf]);
  const bytes = await fetched(await made('CSV'));
  expect(bytes.subarray(0, 3)).toEqual(mark);
  const { mime_type } = await env.app
    .contextFor({ actor: system, requestId: 'test' })
    .db.selectFrom('stored_file')
    .select('mime_type')
    .where('name', 'like', 'my-data-%.csv')
    .executeTakeFirstOrThrow();
  expect(mime_type).toBe('text/csv; charset=utf-8');
  const path = join(env.app.config.dataDir, '..', `${newId()}.zip`);
  writeFileSync(path, await fetched(await made('ZIP')));
  expect(execFileSync('unzip', ['-p', path, 'tables/user.csv']).subarray(0, 3)).toEqual(mark);
});

test('a spreadsheet runs nothing of what somebody typed, in the one file or in the ZIP', async () => {
  const em = manager();
  const user = em.getReference(User, userId);
  for (const [i, content] of formulas.entries())
    makeNotification(em, { user, title: `Formule ${i}`, message: content });
  await em.flush();
  const cells = cellsOf((await fetched(await made('CSV'))).toString()).flat();
  expect(formulas.filter((text) => !cells.includes(`'${text}`))).toEqual([]);
  expect(cells.filter(isComputed)).toEqual([]);
  const path = join(env.app.config.dataDir, '..', `${newId()}.zip`);
  writeFileSync(path, await fetched(await made('ZIP')));
  const zipped = cellsOf(execFileSync('unzip', ['-p', path, 'tables/notification.csv']).toString()).flat();
  expect(formulas.filter((text) => !zipped.includes(`'${text}`))).toEqual([]);
  expect(zipped.filter(isComputed)).toEqual([]);
});
