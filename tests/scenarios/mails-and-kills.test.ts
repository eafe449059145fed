// @lane sqlite at first: what a database keeps of a death, crash-points.test.ts has on both; mail-storm.test.ts claims on both.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { mails } from '../support/mails.ts';
import { system } from '../../src/services/access/actor.ts';
import { queueMail, type AnyMail } from '../../src/services/notifications/index.ts';
import type { AppContext } from '../../src/services/platform/context.ts';
import { openCounting, type Counting } from '../support/money.ts';
import { spawnModule, type ChildOfTest } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';
import type { SentBody } from '../services/adapters/mail/sendgrid-server.ts';

/** `STORM=full` has the hundred kills of the proof; every run has a few. */
const kills = process.env['STORM'] === 'full' ? 100 : 3;
const mailsPerKill = 6;
/** None of them needs a secret that is made when it leaves. */
const templates: AnyMail[] = [
  mails['order-paid-admin'],
  mails['corrected-file-ready'],
  mails['invoice-issued'],
  mails['new-message'],
  mails.welcome,
  mails['audit-alert'],
];

let counting: Counting;
let server: Server;
const accepted: string[] = [];
const children = new Set<ChildOfTest>();
beforeEach(async () => {
  // Takes every mail, and answers some milliseconds later: a kill falls before, between and after.
  server = createServer((request, response) => {
    let raw = '';
    request
      .on('data', (chunk) => (raw += chunk))
      .on('end', () => {
        setTimeout(() => {
          accepted.push((JSON.parse(raw) as SentBody).personalizations[0]?.custom_args['delivery_id'] as string);
          setTimeout(
            () => response.writeHead(202, { 'x-message-id': `sg-${accepted.length}` }).end(),
            Math.random() * 40,
          );
        }, Math.random() * 40);
      });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  counting = await openCounting();
});
afterEach(async () => {
  for (const { child, ended } of children) {
    child.kill('SIGKILL');
    await ended;
  }
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  await counting.close();
});

async function start(): Promise<ChildOfTest> {
  const started = spawnModule('tests/support/processes/mailer.ts', {
    ...counting.environment,
    MAIL_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
  });
  children.add(started);
  await until('the worker works', () => started.output().includes('works'));
  return started;
}

async function kill(victim: ChildOfTest): Promise<void> {
  victim.child.kill('SIGKILL');
  await victim.ended;
  children.delete(victim);
}

async function queueSome(ctx: AppContext, from: number): Promise<string[]> {
  const ids: string[] = [];
  for (let i = from; i < from + mailsPerKill; i++) {
    const template = templates[i % templates.length] as AnyMail;
    ids.push(
      (await ctx.run(queueMail, {
        template,
        recipient: { email: `reader-${i}@example.org`, name: 'Léa' },
        locale: 'fr' as const,
        data: template.sample,
        dedupeKey: `storm:${i}`,
      })) as string,
    );
  }
  return ids;
}

test(`mails never leave, or end in doubt for ever, after ${kills} kills`, async () => {
  const ctx = counting.app.contextFor({ actor: system, requestId: 'storm' });
  const ids: string[] = [];
  const statuses = async (): Promise<Record<string, number>> => {
    const rows = await ctx.db
      .selectFrom('email_delivery')
      .select((eb) => ['status', eb.fn.countAll<number>().as('n')])
      .groupBy('status')
      .execute();
    return Object.fromEntries(rows.map(({ status, n }) => [status, Number(n)]));
  };
  const workers = [await start(), await start()];
  for (let killed = 0; killed < kills; killed++) {
    // Each kill meets its share of the mails, the first of them on their way.
    const before = accepted.length;
    ids.push(...(await queueSome(ctx, ids.length)));
    await until('mails leave', () => accepted.length > before, 120_000);
    await sleep(Math.random() * 80);
    const victim = killed % workers.length;
    await kill(workers[victim] as ChildOfTest);
    workers[victim] = await start();
    if ((killed + 1) % 10 === 0) process.stderr.write(`${killed + 1} kills, ${accepted.length} mails taken\n`);
  }
  await until('every mail is accounted for', async () => ((await statuses())['SENT'] ?? 0) === ids.length, 180_000);
  const copies = new Map<string, number>();
  for (const id of accepted) copies.set(id, (copies.get(id) ?? 0) + 1);
  expect(ids.filter((id) => !copies.has(id))).toEqual([]);
  const doubles = accepted.length - copies.size;
  const doubts = Number(
    (
      await ctx.db
        .selectFrom('email_delivery')
        .select((eb) => eb.fn.sum('ambiguities').as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  );
  process.stdout.write(`${kills} kills, ${ids.length} mails: 0 lost, ${doubts} in doubt, ${doubles} doubled\n`);
  expect(doubles).toBeLessThanOrEqual(kills);
  expect(await statuses()).toEqual({ SENT: ids.length });
}, 10_800_000);
