// @lane sqlite: dies between the steps of a quote; what a database keeps of a death, crash-points.test.ts has on both
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createQuote } from '../../src/services/billing/index.ts';
import { seedContent } from '../../src/services/content/index.ts';
import type { Actor } from '../../src/services/access/actor.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { makeActor } from '../support/make/actor.ts';
import { makePerson } from '../support/make/person.ts';
import { openCounting, unfinishedJobs, type Counting } from '../support/money.ts';
import { liveOn } from '../support/processes/quote-life.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

/** The named points of a quote. */
const points = globSync('src/services/billing/quotes/*.ts')
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/crashPoint\('([^']+)'\)/g)].map(([, name]) => String(name)),
  )
  .sort();

let counting: Counting;
let ahead = 0;
let admin: Actor;
let buyer: Actor;
beforeAll(async () => {
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
  await seedContent(contextFor());
  const [adminId, buyerId] = await contextFor().run(async ({ em }: Tx<'em'>) => {
    const people = [makePerson(em, { role: 'ADMIN' }), makePerson(em)];
    await em.flush();
    return people.map(({ id }) => id);
  }, {});
  admin = makeActor(String(adminId), { role: 'ADMIN', sessionId: null });
  buyer = makeActor(String(buyerId), { sessionId: null });
});
afterAll(() => counting.close());

const contextFor = (actor: Actor = makeActor('', { kind: 'SYSTEM' })) =>
  counting.app.contextFor({ actor, requestId: 'again' });

/** Leases of the dead end, and what is tried again later is due at once. */
async function finishAll(): Promise<void> {
  ahead = 30_000;
  await until(
    'nothing is left to do',
    async () => {
      await counting.app.worker.runDue();
      return (await unfinishedJobs(counting)).length === 0;
    },
    60_000,
  );
  ahead = 0;
}

/** What there is of all quotes: their numbers, acceptances, invoices, and the mails to their buyer. */
async function booksOfQuotes() {
  const { db } = contextFor();
  const numbers = await db.selectFrom('quote').select('number').orderBy('number').execute();
  const mails = await db.selectFrom('email_delivery').select('template').where('template', 'like', 'quote-%').execute();
  return {
    numbers: numbers.map(({ number }) => Number(number?.slice(-6))),
    acceptances: (await db.selectFrom('quote_acceptance').select('id').execute()).length,
    invoices: (await db.selectFrom('invoice').select('id').execute()).length,
    sent: mails.filter(({ template }) => template === 'quote-sent').length,
    receipts: mails.filter(({ template }) => template === 'quote-accepted').length,
  };
}

test('a crash at any named point of a quote’s life loses nothing and doubles nothing', async () => {
  expect(points).toEqual(['after-acceptance', 'after-quote-counter', 'after-quote-pdf']);
  for (const [i, point] of points.entries()) {
    const { id: quoteId } = await createQuote(contextFor(admin), {
      buyerId: buyer.userId,
      currency: 'EUR',
      lines: [{ description: 'Relecture', quantityThousandths: 1_000, unitPrice: '100' }],
      validUntil: '2999-12-31',
      onAcceptance: 'PAY_ALL',
    });
    const life = { quoteId, admin, buyer };
    const { ended, output } = spawnModule('tests/support/processes/quoted-once.ts', {
      ...counting.environment,
      QUOTE: JSON.stringify(life),
      CRASH_AT: point,
    });
    const end = await ended;
    expect([point, end, end === 'SIGKILL' ? '' : output()]).toEqual([point, 'SIGKILL', '']);
    await finishAll();
    await liveOn(counting.app, life, finishAll);
    const count = i + 1;
    expect([point, await booksOfQuotes()]).toEqual([
      point,
      {
        numbers: Array.from({ length: count }, (_, n) => n + 1),
        acceptances: count,
        invoices: count,
        sent: count,
        receipts: count,
      },
    ]);
  }
}, 300_000);
