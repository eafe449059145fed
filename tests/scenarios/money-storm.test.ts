import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startMariaDb, type PrivateMariaDb } from '../../scripts/private-mariadb.mjs';
import type { SignedEvent } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { system } from '../../src/services/access/actor.ts';
import { secretFile } from '../../src/services/platform/secrets.ts';
import { engine } from '../support/database.ts';
import { forged, openCounting, readBooks, signedAt, stale, unfinishedJobs, type Counting } from '../support/money.ts';
import { spawnModule, type ChildOfTest } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';
import { creditedCents, peopleOf } from './money-storm.people.ts';

/** A small storm for every run; `STORM=full` is for a night. Every tenth kill of that one is the database server's, where there is one. */
const isFull = process.env['STORM'] === 'full';
const size = isFull ? { orders: 600, kills: 50 } : { orders: 9, kills: 2 };
const share = (parts: number): number => Math.max(1, Math.floor(size.orders / parts));
/** What becomes of how many orders, from the first page on; the others are paid, and that is all. */
const counts = {
  outside: share(20),
  refunds: Math.max(2, share(7)),
  disputes: 3 * share(24),
  credits: 2 * share(24),
  sales: share(16),
  plans: share(16),
};

let counting: Counting;
/** A server of this test's own: others work on the shared one. */
let database: PrivateMariaDb | undefined;
const shared = process.env['TEST_DATABASE_URL'];
const children = new Set<ChildOfTest>();
beforeEach(async () => {
  if (engine === 'sqlite' || !isFull) return;
  database = await startMariaDb({});
  process.env['TEST_DATABASE_URL'] = database.url;
}, 300_000);
afterEach(async () => {
  for (const { child, ended } of children) {
    child.kill('SIGKILL');
    await ended;
  }
  children.clear();
  await counting.close();
  await database?.stop();
  if (shared !== undefined) process.env['TEST_DATABASE_URL'] = shared;
});

interface Running extends ChildOfTest {
  readonly url: string;
}

async function start(environment: Record<string, string> = {}): Promise<Running> {
  const started = spawnModule('tests/support/processes/till.ts', { ...counting.environment, ...environment });
  children.add(started);
  await until('the server listens', () => started.output().includes('listens'));
  return { ...started, url: /listens (\S+)/.exec(started.output())?.[1] as string };
}

async function kill(running: Running, signal: 'SIGKILL' | 'SIGTERM' = 'SIGKILL'): Promise<void> {
  running.child.kill(signal);
  await running.ended;
  children.delete(running);
}

/** Sends an event as the provider does; undefined when nobody answered. */
const send = (url: string, { body, signature }: SignedEvent): Promise<number | undefined> =>
  fetch(`${url}/webhooks/stripe`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
    signal: AbortSignal.timeout(10_000),
  }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status;
    },
    () => undefined,
  );

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, at: Math.random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);

/** Parts of a list, one after the other, of these lengths. */
function partsOf<T>(list: readonly T[], ...lengths: readonly number[]): T[][] {
  let from = 0;
  return lengths.map((length) => list.slice(from, (from += length)));
}

/** An event whose object came late waits for minutes: time moves on until nothing waits any more. */
async function finishAll(running: Running, ahead: number): Promise<void> {
  const isDone = async (): Promise<boolean> => (await unfinishedJobs(counting)).length === 0;
  const done = await until('everything is done', isDone, 30_000).then(
    () => true,
    () => false,
  );
  await kill(running, 'SIGTERM');
  if (done) return;
  const later = await start({ CLOCK_AHEAD_MS: String(2 * ahead) });
  await until('everything that waited is done', isDone, 120_000);
  await kill(later, 'SIGTERM');
}

describe('money in a storm', () => {
  test(`${size.orders} orders, events two or three times and shuffled, ${size.kills} kills: every order paid once, every number once`, async () => {
    counting = await openCounting();
    const pages = await counting.openPages(size.orders);
    const { outside, refunds, disputes, credits, sales, plans } = counts;
    const [givenBack, wanted, disputed, credited] = partsOf(pages, outside, refunds, disputes, credits) as [
      ...[string[], string[], string[], string[]],
    ];
    const secret = `whsec_${secretFile(counting.config.keysDir, 'payment-sandbox.key').toString('hex')}`;
    const planPages = await counting.openPlanPages(plans);
    const genuine = await eventsOf([...pages, ...planPages], { givenBack, disputed });
    const [deliveries, bad] = copiesOf(genuine, secret);
    const servers = [await start(), await start()];
    const storm: Storm = { servers, secret, kills: 0, answered: 0, wanted: deliveries.length };
    const people = peopleOf(counting);
    const [refused, made] = await Promise.all([
      deliverAll(storm, deliveries, bad),
      people.refundAll(wanted),
      people.creditAll(credited),
      people.sellAll(sales),
      killAgainAndAgain(storm),
    ]);
    for (const running of servers) await kill(running, 'SIGTERM').catch(() => undefined);
    // The leases of the dead are over, and what waits to be tried again is due.
    const ahead = 2 * 3_600_000;
    const last = await start({ CLOCK_AHEAD_MS: String(ahead) });
    for (const event of deliveries)
      if ((await send(last.url, signedAt(event, secret, Date.now() + ahead))) !== 200)
        throw new Error('A copy was refused by an idle server');
    await finishAll(last, ahead);

    const partly = made.kept.length + credits / 2;
    const invoices = size.orders + sales + plans;
    expect(await readBooks(counting)).toMatchObject({
      // What was refunded whole at the provider, or lost in a dispute, is given up.
      orders: { PAID: size.orders - outside - disputes / 3, CANCELLED: outside + disputes / 3 },
      payments: {
        PAID: size.orders - outside - partly + 2 * sales + plans,
        REFUNDED: outside,
        PARTIALLY_REFUNDED: partly,
      },
      events: { APPLIED: genuine.length },
      invoices: { count: invoices, numbers: `1..${invoices + sales}`, subjects: invoices },
      creditNotes: { numbers: `1..${outside + made.kept.length + credits}`, wrong: [] },
      wrongBalances: [],
      unfinishedJobs: [],
      auditLog: 'OK',
    });
    expect(refused).toEqual({ accepted: 0, sent: bad.length });
    expect(storm.kills).toBe(size.kills);
    expect(await refundsMade()).toEqual({
      here: { SUCCEEDED: partly, FAILED: made.failing.length },
      outside: { SUCCEEDED: outside },
      atProvider: partly + made.failing.length,
    });
    expect(await leftOpen()).toEqual({
      plans: { ACTIVE: plans },
      periods: { PAID: plans },
      disputes: { WON: (disputes * 2) / 3, LOST: disputes / 3 },
      // What a lost dispute took is owed again; what was credited and not given back is the buyer's.
      balances: { [disputedCents]: disputes / 3, [-creditedCents]: credits / 2 },
    });
    const mails = await mailsByKey();
    expect(mails.notSent).toEqual([]);
  }, 3_600_000);
});

const disputedCents = 12_000;

interface Fates {
  /** Refunded whole at the provider. */
  readonly givenBack: readonly string[];
  /** Disputed: one of three is won, one lost, one lost and then won. */
  readonly disputed: readonly string[];
}

/** What the provider sends about these pages. */
async function eventsOf(pages: readonly string[], { givenBack, disputed }: Fates): Promise<SignedEvent[]> {
  const { checkout } = counting;
  const genuine: SignedEvent[] = [];
  for (const page of pages) genuine.push(await checkout.pay(page));
  for (const page of givenBack) genuine.push(await checkout.refund(page));
  for (const [i, page] of disputed.entries()) {
    genuine.push(await checkout.dispute(page, disputedCents));
    if (i % 3 !== 0) genuine.push(await checkout.closeDispute(page, 'LOST'));
    if (i % 3 !== 1) genuine.push(await checkout.closeDispute(page, 'WON'));
  }
  return genuine;
}

/** Two or three copies of each, in any order, a refund or a dispute of some before their payment; and what forgers send. */
function copiesOf(genuine: readonly SignedEvent[], secret: string): [SignedEvent[], SignedEvent[]] {
  const copies = genuine.flatMap((event, i) => (i % 2 === 0 ? [event, event] : [event, event, event]));
  const bad = genuine
    .slice(0, Math.ceil(genuine.length / 33))
    .flatMap((event) => [forged(event), stale(event, secret)]);
  return [shuffled(copies), bad];
}

interface Storm {
  readonly servers: Running[];
  readonly secret: string;
  kills: number;
  /** Deliveries answered by 2xx, of how many. */
  answered: number;
  readonly wanted: number;
}

/** Neither runs ahead of the other: each kill meets its share of the deliveries, some of them half way. */
const isAheadOfKills = ({ answered, wanted, kills }: Storm): boolean =>
  kills < size.kills && answered / wanted > (kills + 1) / size.kills;

/** Keeps sending what was not answered by 2xx, as the provider does; forgeries go in between and must all be refused. */
async function deliverAll(storm: Storm, deliveries: readonly SignedEvent[], bad: readonly SignedEvent[]) {
  const queue = [...deliveries];
  const forgeries = [...bad];
  const refused = { accepted: 0, sent: bad.length };
  const somewhere = (): string => (storm.servers[Math.floor(Math.random() * storm.servers.length)] as Running).url;
  const sender = async (): Promise<void> => {
    for (let event = queue.pop(); event !== undefined; event = queue.pop()) {
      while (isAheadOfKills(storm)) await sleep(10);
      const status = await send(somewhere(), signedAt(event, storm.secret, Date.now()));
      if (status === 200) {
        storm.answered += 1;
        continue;
      }
      expect([undefined, 500, 502, 503]).toContain(status);
      queue.unshift(event);
      await sleep(20);
    }
  };
  const forger = async (): Promise<void> => {
    for (let event = forgeries.pop(); event !== undefined; event = forgeries.pop()) {
      const status = await send(somewhere(), event);
      if (status === undefined) forgeries.unshift(event);
      else if (status < 400) refused.accepted += 1;
      await sleep(5);
    }
  };
  await Promise.all([...Array.from({ length: 12 }, sender), forger()]);
  return refused;
}

/** Kills one of the servers, or that of the database, at a random moment of its work and starts it again, as often as the storm wants. */
async function killAgainAndAgain(storm: Storm): Promise<void> {
  const { servers } = storm;
  while (storm.kills < size.kills) {
    await sleep(Math.random() * 300);
    if (database !== undefined && storm.kills % 10 === 5) {
      await database.crash();
      storm.kills += 1;
      continue;
    }
    const victim = storm.kills % servers.length;
    await kill(servers[victim] as Running);
    storm.kills += 1;
    servers[victim] = await start();
  }
}

/** The refunds by where they were decided, and how many the provider holds of those decided here. */
async function refundsMade() {
  const { db, payments } = counting.app.contextFor({ actor: system, requestId: 'refunds' });
  const rows = await db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select(['refund.origin', 'refund.status', 'payment.provider_payment_id as intent'])
    .execute();
  const count = (of: string) => tally(rows.filter(({ origin }) => origin === of).map(({ status }) => status));
  const provider = providersAble(payments, 'refunds')[0]!.refunds;
  let atProvider = 0;
  for (const intent of new Set(rows.map((row) => String(row.intent))))
    atProvider += (await provider.readRefunds(intent)).filter(({ request }) => request !== null).length;
  return { here: count('SYSTEM'), outside: count('PROVIDER'), atProvider };
}

const tally = (values: readonly (string | number)[]): Record<string, number> =>
  Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]));

/** How disputes ended, what plans came to, and the balances that are not nothing. */
async function leftOpen() {
  const { db } = counting.app.contextFor({ actor: system, requestId: 'left' });
  const disputes = await db.selectFrom('dispute').select('status').execute();
  const owed = await db.selectFrom('invoice').select('balance_cents').where('balance_cents', '!=', 0).execute();
  const plans = await db.selectFrom('plan_subscription').select('status').execute();
  const periods = await db.selectFrom('plan_period').select('status').execute();
  return {
    plans: tally(plans.map(({ status }) => status)),
    periods: tally(periods.map(({ status }) => status)),
    disputes: tally(disputes.map(({ status }) => status)),
    balances: tally(owed.map(({ balance_cents }) => Number(balance_cents))),
  };
}

async function mailsByKey(): Promise<{ notSent: unknown[] }> {
  const { db } = counting.app.contextFor({
    actor: { kind: 'SYSTEM', userId: null, role: null, sessionId: null, locale: 'fr', address: null, agent: null },
    requestId: 'mails',
  });
  const notSent = await db
    .selectFrom('email_delivery')
    .select(['template', 'status', 'last_error'])
    .where('status', 'not in', ['SENT', 'AMBIGUOUS'])
    .execute();
  return { notSent };
}
