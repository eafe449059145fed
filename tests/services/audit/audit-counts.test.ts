import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { AuditSegment } from '../../../src/entities/audit/audit-checkpoint.entity.ts';
import { countEntries } from '../../../src/services/audit/count-entries.ts';
import { partsOf, type Range } from '../../../src/services/audit/count-spans.ts';
import { dropEntries } from '../../../src/services/audit/drop-entries.ts';
import { entryCounts, seqBounds, type CountFilter } from '../../../src/services/audit/queries/counted-entries.ts';
import { entriesThrough } from '../../../src/services/audit/queries/entry-filter.ts';
import { auditStats, listAuditEntries } from '../../../src/services/audit/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { instantFrom } from '../../../src/services/platform/orm/values.ts';
import type { AuditRecord, Tx } from '../../../src/services/platform/context.ts';
import { person } from '../../support/make/actor.ts';
import { DAY, HOUR, testClock } from '../../support/clock.ts';
import { engine } from '../../support/database.ts';
import { openTestEnvironment, type TestEnvironment } from '../../support/environment.ts';
import { planOf } from '../../support/plan.ts';

const clock = testClock('2026-01-28T22:00:00.000Z');
let env: TestEnvironment;
beforeAll(async () => {
  env = await openTestEnvironment({ clock, isWorking: false });
});
afterAll(() => env.close());

const asked = () => env.app.contextFor({ actor: person('ADMIN'), requestId: 'audit-counts-test' });
const db = () => asked().db;

/** The same numbers in each run. */
let state = 7;
const below = (count: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * count);
};
const actions = ['USER_CREATED', 'LOGIN_FAILED', 'ACCOUNT_LOCKED', 'FILE_DOWNLOADED'] as const;

const append = () =>
  asked().run(
    async ({ record }: Tx<'record'>, records: readonly AuditRecord[]) => records.forEach((entry) => record(entry)),
    Array.from({ length: 1 + below(4) }, () => ({
      action: actions[below(actions.length)] as (typeof actions)[number],
      outcome: below(4) === 0 ? ('FAILURE' as const) : ('SUCCESS' as const),
    })),
  );

interface Entry extends Required<Pick<CountFilter, 'action' | 'severity' | 'outcome'>> {
  readonly seq: number;
  readonly at: Date;
}
const allEntries = async (): Promise<Entry[]> =>
  (await db().selectFrom('audit_entry').selectAll().orderBy('seq').execute()).map((row) => ({
    ...row,
    seq: Number(row.seq),
    at: instantFrom(row.at),
  }));

const isThrough =
  ({ action, severity, outcome, from, to }: CountFilter) =>
  (entry: Entry): boolean =>
    (!action || entry.action === action) &&
    (!severity || entry.severity === severity) &&
    (!outcome || entry.outcome === outcome) &&
    (!from || entry.at >= from) &&
    (!to || entry.at < to);

const anInstant = (): Date => new Date(Date.parse('2026-01-20T00:00:00.000Z') + below(120 * 24) * HOUR);
const aFilter = (): CountFilter => {
  const [from, to] = [anInstant(), anInstant()].sort((a, b) => a.getTime() - b.getTime());
  return {
    from: below(3) > 0 ? from : null,
    to: below(3) > 0 ? to : null,
    action: below(3) === 0 ? actions[below(actions.length)] : null,
    outcome: below(4) === 0 ? 'FAILURE' : null,
    severity: below(4) === 0 ? 'HIGH' : null,
  };
};

async function expectCountsToBeRight(): Promise<void> {
  const entries = await allEntries();
  for (let i = 0; i < 60; i++) {
    const filter = i === 0 ? {} : aFilter();
    const wanted = entries.filter(isThrough(filter));
    const counts = await entryCounts(db(), filter);
    expect([filter, counts.reduce((sum, one) => sum + one.entries, 0)]).toEqual([filter, wanted.length]);
    for (const action of actions)
      expect(counts.filter((one) => one.action === action).reduce((sum, one) => sum + one.entries, 0)).toBe(
        wanted.filter((entry) => entry.action === action).length,
      );
    const bounds = await seqBounds(db(), filter);
    for (const { seq } of wanted) expect(bounds !== null && bounds.first <= seq && seq <= bounds.last).toBe(true);
  }
}

test('counts equal what the entries are, while they are written, counted and read in any order', async () => {
  for (let round = 0; round < 90; round++) {
    await append();
    // The clock of a server is set back now and then.
    clock.advance(below(10) === 0 ? -below(3) * DAY : below(40) * HOUR);
    if (below(6) === 0) await countEntries(asked());
  }
  await append();
  await expectCountsToBeRight();
  await countEntries(asked());
  await expectCountsToBeRight();
}, 60_000);

test('two that count at once count each entry once', async () => {
  for (let i = 0; i < 10; i++) await append();
  await Promise.all([countEntries(asked()), countEntries(asked()), append(), countEntries(asked()), append()]);
  await expectCountsToBeRight();
}, 60_000);

test('entries that leave with their segment leave the counts, counted before or not', async () => {
  const last = (await allEntries()).at(-1)?.seq as number;
  const segments = [
    [1, Math.floor(last / 2)],
    [Math.floor(last / 2) + 1, last],
  ] as const;
  await append();
  for (const [firstSeq, lastSeq] of segments) {
    const segmentId = newId();
    await asked().run(async ({ em }: Tx<'em'>) => {
      em.create(AuditSegment, {
        id: segmentId,
        firstSeq,
        lastSeq,
        fileId: newId(),
        sha256: '0'.repeat(64),
        signature: 'none',
        sealedAt: clock.now(),
        sealedById: null,
      });
    }, undefined);
    await asked().run(dropEntries, { segmentId });
    await expectCountsToBeRight();
    const gone = await db().selectFrom('audit_count').select('action').where('last_seq', '<=', lastSeq).execute();
    expect(gone).toEqual([]);
  }
}, 60_000);

test('the list shows an old period whatever is counted, and the statistics sum it up', async () => {
  const from = new Date('2027-03-01T00:00:00.000Z');
  clock.set(from);
  for (let i = 0; i < 5; i++) await append();
  const to = clock.advance(HOUR);
  clock.advance(40 * DAY);
  await countEntries(asked());
  await append();
  const filter = { from, to };
  const wanted = (await allEntries()).filter(isThrough(filter));
  const { nodes } = await listAuditEntries(asked(), { filter, first: 100 });
  expect(nodes.map(({ seq }) => seq)).toEqual(wanted.map(({ seq }) => seq).reverse());
  const none = await listAuditEntries(asked(), {
    filter: { from: new Date('2020-01-01'), to: new Date('2020-02-01') },
    first: 5,
  });
  expect(none.nodes).toEqual([]);
  const stats = await auditStats(asked(), { from, to });
  expect(stats.total).toBe(wanted.length);
  expect(stats.bySeverity.reduce((sum, { entries }) => sum + entries, 0)).toBe(wanted.length);
});

test('a period is cut into whole months, the days beside them, and the hours beside these', () => {
  const at = (text: string) => new Date(`${text}:00.000Z`);
  expect(partsOf({ from: at('2026-01-30T12:00'), to: at('2026-04-02T06:00') })).toEqual({
    hours: [
      { from: at('2026-01-30T12:00'), to: at('2026-01-31T00:00') },
      { from: at('2026-04-02T00:00'), to: at('2026-04-02T06:00') },
    ],
    days: [
      { from: at('2026-01-31T00:00'), to: at('2026-02-01T00:00') },
      { from: at('2026-04-01T00:00'), to: at('2026-04-02T00:00') },
    ],
    months: [{ from: at('2026-02-01T00:00'), to: at('2026-04-01T00:00') }],
  });
  expect(partsOf({ from: null, to: null })).toEqual({ hours: [], days: [], months: [{ from: null, to: null }] });
  const hours: Range = { from: at('2026-05-05T01:00'), to: at('2026-05-05T02:00') };
  expect(partsOf(hours)).toEqual({ hours: [hours], days: [], months: [] });
});

describe('each filter of the list is sought in an index that is in the order of the list', () => {
  test.each([
    ['action', { action: 'LOGIN_FAILED' }],
    ['severity', { severity: 'HIGH' }],
    ['outcome', { outcome: 'FAILURE' }],
    ['actor_id', { actor: newId() }],
    ['target_type', { targetType: 'auth' }],
    ['target_id', { targetId: newId() }],
  ] as const)('%s', async (column, filter) => {
    const query = entriesThrough(db(), filter).selectAll().orderBy('seq', 'desc').limit(21);
    const plan = (await planOf({ db: db() }, query)).join('\n');
    expect(plan).toContain(`audit_entry_${column}_seq_index`);
    expect(plan).not.toMatch(engine === 'sqlite' ? /TEMP B-TREE/ : /filesort|temporary/i);
  });
});
