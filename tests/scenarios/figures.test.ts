import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTestEnvironment, type AppEnvironment } from '../support/environment.ts';
import { makeActor } from '../support/make/actor.ts';
import { makeOrder } from '../support/make/order.ts';
import { makePayment } from '../support/make/payment.ts';
import { makePerson } from '../support/make/person.ts';
import { makeRefund } from '../support/make/refund.ts';
import { testClock } from '../support/clock.ts';
import { watchThresholds } from '../../src/services/insights/thresholds/watch-thresholds.ts';
import { mailMonthlyReports } from '../../src/services/insights/reports/monthly-reports.ts';
import { verifyFigures } from '../../src/services/insights/index.ts';
import { jsonFrom } from '../../src/services/platform/orm/values.ts';
import { openStored } from '../../src/services/files/index.ts';
import { makeBusiness, randomFrom } from '../services/insights/figures-data.ts';

let env: AppEnvironment;
const clock = testClock('2026-06-30T06:00:00Z');
let admin = makeActor('');
let proofreader = makeActor('');

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  const [a, p] = await env.run(
    async ({ em }) => [makePerson(em, { role: 'ADMIN' }).id, makePerson(em, { role: 'PROOFREADER' }).id] as const,
    undefined,
  );
  admin = makeActor(a, { role: 'ADMIN' });
  proofreader = makeActor(p, { role: 'PROOFREADER' });
});
afterAll(() => env.close());

const code = (answer: Awaited<ReturnType<AppEnvironment['ask']>>): unknown => answer.errors?.[0]?.extensions?.['code'];
const pay = (amountCents: number, paidAt: string) =>
  env.run(async ({ em }) => {
    const customer = makePerson(em);
    const order = makeOrder(em, { customer, status: 'PAID', paidAt: new Date(paidAt), totalCents: amountCents });
    return makePayment(em, {
      payer: customer,
      subjectId: order.id,
      amountCents,
      status: 'PAID',
      paidAt: new Date(paidAt),
    }).id;
  }, undefined);
const morning = async (at: string): Promise<void> => {
  clock.set(at);
  await watchThresholds(env.contextFor());
  await env.app.worker.runDue();
};
const addLimit = (input: object) =>
  env.ask(admin, `mutation ($input: AddThresholdLimitInput!) { addThresholdLimit(input: $input) { id } }`, {
    input: {
      kind: 'VAT_FRANCHISE',
      amount: { amount: 365_000, currency: 'EUR' },
      validFrom: '2026-01-01',
      source: 'CGI 293 B',
      ...input,
    },
  });
const mails = (template: string) =>
  env.db.selectFrom('email_delivery').select(['dedupe_key', 'data']).where('template', '=', template).execute();

describe('a limit passed in the middle of the year', () => {
  test('it is prorated from the beginning of the activity, and each step alerts the admins once', async () => {
    expect(code(await addLimit({ validTo: '2025-12-31' }))).toBe('INPUT_INVALID');
    // 1 July to 31 December: 184 days of 365.
    expect((await addLimit({ activityFrom: '2026-07-01' })).errors).toEqual([]);
    expect(code(await addLimit({ validFrom: '2026-06-01' }))).toBe('INPUT_INVALID');
    await pay(147_200, '2026-07-01T10:00:00Z');
    await morning('2026-07-02T05:00:00Z');
    const { data } = await env.ask(
      admin,
      '{ thresholds { year limit { amount } revenue { amount } projection { amount } share alarms { percent } } }',
    );
    expect(data).toEqual({
      thresholds: [
        {
          year: 2026,
          limit: { amount: 184_000 },
          revenue: { amount: 147_200 },
          projection: { amount: (147_200 * 184) / 2 },
          share: 0.8,
          alarms: [{ percent: 80 }],
        },
      ],
    });
    const payment = await pay(40_000, '2026-07-02T10:00:00Z');
    await morning('2026-07-03T05:00:00Z');
    await morning('2026-07-04T05:00:00Z');
    // A refund brings the year back below; passed again, it is not alerted again.
    await env.run(async ({ em }) => {
      const { Payment } = await import('../../src/entities/billing/payment.entity.ts');
      const refunded = await em.findOneOrFail(Payment, { id: payment });
      makeRefund(em, { payment: refunded, amountCents: 40_000, succeededAt: new Date('2026-07-05T10:00:00Z') });
    }, undefined);
    await morning('2026-07-06T05:00:00Z');
    await pay(60_000, '2026-07-06T10:00:00Z');
    await morning('2026-07-07T05:00:00Z');
    expect(
      (await mails('threshold-alert')).map(({ data }) => jsonFrom<{ percent: string }>(data).percent).toSorted(),
    ).toEqual(['100\u202f%', '80\u202f%', '90\u202f%']);
    const alarms = await env.db.selectFrom('threshold_alarm').select('percent').orderBy('percent').execute();
    expect(alarms.map(({ percent }) => percent)).toEqual([80, 90, 100]);
  });

  test('the last evening of a year is looked at on the first morning of the next', async () => {
    await addLimit({ kind: 'MICRO_ENTERPRISE', amount: { amount: 10_000_000, currency: 'EUR' } });
    clock.set('2026-12-31T23:30:00+01:00');
    await pay(9_000_000, '2026-12-31T22:00:00Z');
    await morning('2027-01-01T06:00:00Z');
    const rows = await env.db
      .selectFrom('threshold_alarm')
      .select(['year', 'percent'])
      .where('revenue_cents', '>', 9_000_000)
      .execute();
    expect(rows).toEqual(
      expect.arrayContaining([
        { year: 2026, percent: 80 },
        { year: 2026, percent: 90 },
      ]),
    );
  });
});

describe('the year’s figures', () => {
  beforeAll(async () => {
    clock.set('2026-12-31T22:30:00Z');
    await env.run(async ({ em }) => void makeBusiness(em, randomFrom(9), { now: clock.now(), orders: 40 }), undefined);
  });

  test('equal their brute force, and can be asked for', async () => {
    expect((await verifyFigures(env.contextFor())).filter(({ isEqual }) => !isEqual)).toEqual([]);
    const year = '(from: "2026-01-01", to: "2026-12-31")';
    const { errors, data } = await env.ask(
      admin,
      `{ dashboard { users { total } messages { pending } } monthlyStats { orders revenue { amount } bucket { isPartial } }
        revenueStats${year} { points { bucket { startsOn } value { currency amount } } net { amount } }
        userGrowth${year} { points { value } growth } orderPerformance${year} { rows { status payment count } medianDays }
        orderFunnel${year} { steps { step count lost } } proofreaderWorkload { openPages onTimeShare }
        receivablesAgeing { age count } thresholds { share } publicStats { manuscripts } }`,
    );
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ monthlyStats: { length: 12 }, revenueStats: { points: { length: 12 } } });
    expect((await env.ask(proofreader, '{ myProofreaderStats { openOrders onTimeShare } }')).data).toEqual({
      myProofreaderStats: { openOrders: 0, onTimeShare: null },
    });
    expect(code(await env.ask(proofreader, '{ dashboard { users { total } } }'))).toBe('FORBIDDEN');
  });

  test.each([
    ['monthlyStats(months: 0) { orders }', 'INPUT_INVALID'],
    ['monthlyStats(months: 61) { orders }', 'INPUT_INVALID'],
    ['revenueStats(from: "2026-02-01", to: "2026-01-31") { net { amount } }', 'INPUT_INVALID'],
    ['userGrowth(from: "1999-01-01", to: "2026-12-31", bucket: DAY) { total }', 'INPUT_INVALID'],
    ['orderFunnel(from: "2027-02-01", to: "2027-02-02") { bucket { startsOn } }', 'FIGURE_UNAVAILABLE'],
    ['orderPerformance(from: "2026-12-02", to: "2026-12-01") { medianDays }', 'INPUT_INVALID'],
  ])('%s is refused', async (field, refusal) => {
    expect(code(await env.ask(admin, `{ ${field} }`))).toBe(refusal);
  });

  test.each(['CSV', 'PDF'])('a report is asked for, written once and sealed: %s', async (format) => {
    const { data } = await env.ask(
      admin,
      `mutation { requestStatsReport(input: { from: "2026-01-15", to: "2026-12-31", format: ${format} }) { id fileId } }`,
    );
    const { id, fileId } = (data as { requestStatsReport: { id: string; fileId: null } }).requestStatsReport;
    expect(fileId).toBeNull();
    await env.app.worker.runDue();
    const ready = await env.ask(admin, `{ statsReport(id: "${id}") { fileId finishedAt } }`);
    const file = (ready.data as { statsReport: { fileId: string } }).statsReport.fileId;
    const bytes = await bytesOf(file);
    if (format === 'PDF') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    else
      expect(bytes.toString()).toMatch(
        /^\ufefffrom,to,is_partial,figure,currency,value\r\n2026-01-15,2026-01-31,false,orders,,\d+/,
      );
    expect((await env.ask(admin, `mutation { requestDownload(input: { fileId: "${file}" }) { url } }`)).errors).toEqual(
      [],
    );
    expect(code(await env.ask(proofreader, `mutation { requestDownload(input: { fileId: "${file}" }) { url } }`))).toBe(
      'NOT_FOUND',
    );
  });

  test('who wants the figures of the month gets them once, and no longer when they do not', async () => {
    const want = (isWanted: boolean) =>
      env.ask(admin, `mutation { setMonthlyReport(input: { isWanted: ${isWanted} }) }`);
    expect((await want(true)).data).toEqual({ setMonthlyReport: true });
    for (let i = 0; i < 2; i += 1) await mailMonthlyReports(env.contextFor());
    expect(await mails('monthly-report')).toHaveLength(1);
    await want(false);
    expect((await env.ask(admin, '{ receivesMonthlyReport }')).data).toEqual({ receivesMonthlyReport: false });
    clock.set('2027-01-01T06:30:00Z');
    await mailMonthlyReports(env.contextFor());
    expect(await mails('monthly-report')).toHaveLength(1);
  });
});

async function bytesOf(fileId: string): Promise<Buffer> {
  const stored = await openStored(env.contextFor(), fileId);
  const parts: Uint8Array[] = [];
  for await (const part of (await stored?.open()) ?? []) parts.push(part as Uint8Array);
  return Buffer.concat(parts);
}
