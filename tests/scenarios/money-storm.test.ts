import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { SignedEvent } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { system } from '../../src/services/access/actor.ts';
import { refundPayment } from '../../src/services/billing/index.ts';
import { secretFile } from '../../src/services/platform/secrets.ts';
import { forged, openCounting, readBooks, signedAt, stale, unfinishedJobs, type Counting } from '../support/money.ts';
import { makeActor } from '../support/make/actor.ts';
import { spawnModule, type ChildOfTest } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

/** A small storm for every run; `STORM=full` is for a night. */
const size = process.env['STORM'] === 'full' ? { orders: 2_000, kills: 1_000 } : { orders: 24, kills: 3 };

let counting: Counting;
const children = new Set<ChildOfTest>();
afterEach(async () => {
  for (const { child, ended } of children) {
    child.kill('SIGKILL');
    await ended;
  }
  children.clear();
  await counting.close();
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

describe('money in a storm', () => {
  test(`${size.orders} orders, events two or three times and shuffled, ${size.kills} kills: every order paid once, every number once`, async () => {
    counting = await openCounting();
    const pages = await counting.openPages(size.orders);
    const secret = `whsec_${secretFile(counting.config.keysDir, 'payment-sandbox.key').toString('hex')}`;
    const [deliveries, bad] = await eventsOf(pages, secret);
    const servers = [await start(), await start()];
    const storm: Storm = { servers, secret, kills: 0, answered: 0, wanted: deliveries.length };
    const wanted = pages.slice(Math.floor(size.orders / 20)).slice(0, Math.ceil(size.orders / 10));
    const [refused, refunds] = await Promise.all([
      deliverAll(storm, deliveries, bad),
      refundAll(wanted),
      killAgainAndAgain(storm),
    ]);
    for (const running of servers) await kill(running, 'SIGTERM').catch(() => undefined);
    // Leases of the dead are over two minutes later; what was theirs is taken up then.
    const ahead = 150_000;
    const last = await start({ CLOCK_AHEAD_MS: String(ahead) });
    for (const event of deliveries)
      if ((await send(last.url, signedAt(event, secret, Date.now() + ahead))) !== 200)
        throw new Error('A copy was refused by an idle server');
    await until('everything is done', async () => (await unfinishedJobs(counting)).length === 0, 120_000);
    await kill(last, 'SIGTERM');

    const refunded = Math.floor(size.orders / 20);
    expect(await readBooks(counting)).toMatchObject({
      orders: { PAID: size.orders },
      payments: {
        PAID: size.orders - refunded - refunds.kept.length,
        REFUNDED: refunded,
        PARTIALLY_REFUNDED: refunds.kept.length,
      },
      events: { APPLIED: size.orders + refunded },
      invoices: { count: size.orders, numbers: `1..${size.orders}`, subjects: size.orders },
      creditNotes: { numbers: `1..${refunded + refunds.kept.length}`, wrong: [] },
      unfinishedJobs: [],
      auditLog: 'OK',
    });
    expect(refused).toEqual({ accepted: 0, sent: bad.length });
    expect(storm.kills).toBe(size.kills);
    expect(await refundsMade()).toEqual({
      here: { SUCCEEDED: refunds.kept.length, FAILED: refunds.failing.length },
      outside: { SUCCEEDED: refunded },
      atProvider: refunds.kept.length + refunds.failing.length,
    });
    const mails = await mailsByKey();
    expect(mails.notSent).toEqual([]);
  }, 600_000);
});

/** Two or three copies of what the provider sends, in any order, a refund of some before their payment; and what forgers send. */
async function eventsOf(pages: readonly string[], secret: string): Promise<[SignedEvent[], SignedEvent[]]> {
  const genuine: SignedEvent[] = [];
  for (const page of pages) genuine.push(await counting.checkout.pay(page));
  for (const page of pages.slice(0, Math.floor(size.orders / 20))) genuine.push(await counting.checkout.refund(page));
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

/** Kills one of the servers at a random moment of its work and starts it again, as often as the storm wants. */
async function killAgainAndAgain(storm: Storm): Promise<void> {
  const { servers } = storm;
  while (storm.kills < size.kills) {
    await sleep(Math.random() * 300);
    const victim = storm.kills % servers.length;
    await kill(servers[victim] as Running);
    storm.kills += 1;
    servers[victim] = await start();
  }
}

/** Given back here, one of each two fails at the bank. */
const keptCents = 1_000;
const failingCents = 1_092;

interface WantedRefunds {
  readonly kept: string[];
  readonly failing: string[];
}

/** Somebody refunds each of these payments as soon as it is paid, asking twice under one key: their jobs run on the servers that die. */
async function refundAll(pages: readonly string[]): Promise<WantedRefunds> {
  const ctx = counting.app.contextFor({ actor: system, requestId: 'refunds' });
  const payments = await ctx.db
    .selectFrom('payment')
    .select(['id', 'payer_id', 'provider_session_id as page'])
    .where('provider_session_id', 'in', pages)
    .execute();
  const made: WantedRefunds = { kept: [], failing: [] };
  for (const [i, { id: paymentId, payer_id }] of payments.entries()) {
    const isPaid = async (): Promise<boolean> => {
      const row = await ctx.db.selectFrom('payment').select('status').where('id', '=', paymentId).executeTakeFirst();
      return row?.status === 'PAID';
    };
    await until('it is paid', isPaid, 300_000);
    const isKept = i % 2 === 0;
    const amount = { amount: isKept ? keptCents : failingCents, currency: 'EUR' as const };
    const admin = makeActor(payer_id ?? '', { role: 'ADMIN', sessionId: null });
    const asking = () =>
      refundPayment(counting.app.contextFor({ actor: admin, requestId: 'refunds' }), {
        paymentId,
        amount,
        reason: 'GOODWILL',
        key: `storm-${paymentId}`,
      });
    const [one, other] = [await asking(), await asking()];
    expect(other.id).toBe(one.id);
    (isKept ? made.kept : made.failing).push(one.id);
  }
  return made;
}

/** The refunds by where they were decided, and how many the provider holds of those decided here. */
async function refundsMade() {
  const { db, payments } = counting.app.contextFor({ actor: system, requestId: 'refunds' });
  const rows = await db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select(['refund.origin', 'refund.status', 'payment.provider_payment_id as intent'])
    .execute();
  const count = (origin: string): Record<string, number> =>
    Object.fromEntries(
      Object.entries(
        Object.groupBy(
          rows.filter((row) => row.origin === origin),
          ({ status }) => status,
        ),
      ).map(([status, some]) => [status, some?.length ?? 0]),
    );
  const provider = providersAble(payments, 'refunds')[0]!.refunds;
  let atProvider = 0;
  for (const intent of new Set(rows.map((row) => String(row.intent))))
    atProvider += (await provider.readRefunds(intent)).filter(({ request }) => request !== null).length;
  return { here: count('SYSTEM'), outside: count('PROVIDER'), atProvider };
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
