// @lane sqlite: counts the statements of the embedded database.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { fingerprint } from '../../../../src/services/kernel/ids.ts';
import type { Passwords } from '../../../../src/services/adapters/passwords/port.ts';
import { goodPassword, openPeopleEnvironment, stranger, type PeopleEnvironment } from '../people-environment.ts';
import { noLimits } from '../../../support/no-limits.ts';
import { actorOf, makeAccount, signIn } from '../people.ts';
import { entryPoints, type Making } from './entry-points.ts';
import { noteStatements, type Statements } from './statements.ts';

/**
 * With jobs in the same process, the time of the requests that follow reveals what the jobs of an earlier one do. So they
 * do as much whoever was named: as many statements, as many jobs, as many mails written. Counted, not timed, on the
 * embedded database.
 */
let env: PeopleEnvironment;
let making: Making;
let insider: Awaited<ReturnType<typeof actorOf>>;
let statements: Statements;

const cheap: Passwords = {
  hash: async (password) => fingerprint(password),
  matches: async (password, hash) => fingerprint(password) === hash,
  isOutdated: async () => false,
};

beforeAll(async () => {
  statements = noteStatements();
  env = await openPeopleEnvironment({ services: { passwords: cheap, limits: noLimits } });
  await makeAccount(env, 'insider@example.org');
  insider = await actorOf(env, await signIn(env, 'insider@example.org'));
  making = { env, passwordHash: await cheap.hash(goodPassword) };
});
afterAll(async () => {
  await env.close();
  statements.stop();
});

/** What was executed by something, the same statements together. */
async function workOf(what: () => Promise<unknown>): Promise<string[]> {
  statements.executed.length = 0;
  await what();
  return statements.executed.map((text) => text.replace(/\s+/g, ' ').replace(/\(\?(, \?)*\)/g, '(…)')).toSorted();
}

interface Work {
  readonly asking: number;
  readonly jobs: Readonly<Record<string, number>>;
  readonly mails: number;
  /** Of the jobs, by how many statements begin so. */
  readonly statements: Readonly<Record<string, number>>;
}

const countBy = (texts: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const text of texts) counts[text] = (counts[text] ?? 0) + 1;
  return counts;
};

/** What kind of statement it is: a row that goes costs what a row that is changed costs. */
const kindOf = (text: string): string =>
  /^\w+/
    .exec(text)?.[0]
    .toLowerCase()
    .replace('delete', 'update')
    .replace('insert', 'write')
    .replace('update', 'write') ?? '';

test.each(Object.keys(entryPoints))(
  'what follows %s is as much work whoever was named',
  async (name) => {
    const entryPoint = entryPoints[name] as (typeof entryPoints)[string];
    const found: Record<string, Work> = {};
    for (const [way, make] of Object.entries(entryPoint.ways)) {
      const [warm, measured] = await make(making, 2);
      for (const question of [warm, measured]) {
        await env.app.worker.runDue();
        const [jobsBefore, mailsBefore] = await Promise.all([
          env.db.selectFrom('job').select('kind').execute(),
          env.db.selectFrom('email_delivery').select('id').execute(),
        ]);
        const asking = await workOf(() =>
          env.ask(entryPoint.isSignedIn ? insider : stranger(), entryPoint.document, { input: question?.input }),
        );
        const working = await workOf(() => env.app.worker.runDue());
        const jobs = (
          await env.db.selectFrom('job').select('kind').orderBy('created_at').orderBy('id').execute()
        ).slice(jobsBefore.length);
        const sent = await env.db.selectFrom('email_delivery').select('status').where('status', '=', 'SENT').execute();
        found[way] = {
          asking: asking.length,
          jobs: countBy(jobs.map(({ kind }) => kind)),
          mails: sent.length - mailsBefore.length,
          statements: countBy(working.map(kindOf)),
        };
      }
    }
    const [[, first] = ['', undefined]] = Object.entries(found);
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((way) => [way, first])));
  },
  120_000,
);

test('nothing of what goes nowhere is kept where mails are read, and nobody is written to who must not be', async () => {
  const mails = (await env.app.services.mailbox?.list(1_000)) ?? [];
  expect(mails.length).toBeGreaterThan(10);
  expect(mails.filter(({ to }) => to.email.endsWith('.invalid'))).toEqual([]);
  const decoys = await env.db
    .selectFrom('email_delivery')
    .select(['status', 'recipient_id'])
    .where('to_email', '=', 'nobody@decoy.invalid')
    .execute();
  expect(new Set(decoys.map((row) => JSON.stringify(row)))).toEqual(
    new Set([JSON.stringify({ status: 'SENT', recipient_id: null })]),
  );
});
