import { sql } from 'kysely';
import { auditCountSpans } from '../../entities/audit/audit-count.entity.ts';
import { instantFrom, numberFrom, writing } from '../platform/orm/values.ts';
import type { EntityManager } from '../platform/orm/orm.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import { startsOf } from './count-spans.ts';

/** Entries read at a time: the embedded database reads in the thread of the event loop. */
const most = 2_000;

/**
 * Counts the entries since the last time. The counts follow the audit log instead of being part of each append: whoever
 * appends holds the head, and must not do more. What is not yet counted is read by whoever asks for a count.
 */
export async function countEntries({ run }: Pick<AppContext, 'run'>): Promise<void> {
  while (await run(countNextEntries, undefined));
}

/** Are there more? */
const countNextEntries = async ({ em }: Tx<'em'>, _: undefined): Promise<boolean> =>
  (await countAfter(em, await lockCountEnd(em))) > 0;

/** Counts all entries up to one of them, in the transaction that will remove them. */
export async function countUpTo(em: EntityManager, seq: number): Promise<void> {
  let end = await lockCountEnd(em);
  while (end < seq) {
    const next = await countAfter(em, end);
    if (next === 0) return;
    end = next;
  }
}

/** Takes the entries between two numbers out of the counts, in the transaction that removes them. */
export async function uncount(
  em: EntityManager,
  { firstSeq, lastSeq }: { firstSeq: number; lastSeq: number },
): Promise<void> {
  const { db } = writing(em);
  for (let after = firstSeq - 1; after < lastSeq;) {
    const rows = (await entriesAfter(em, after)).filter(({ seq }) => seq <= lastSeq);
    if (rows.length === 0) break;
    await addToCounts(em, countsOf(rows), -1);
    after = (rows.at(-1) as CountedEntry).seq;
  }
  await db
    .updateTable('audit_count')
    .set({ first_seq: lastSeq + 1 })
    .where('first_seq', '>=', firstSeq)
    .where('first_seq', '<=', lastSeq)
    .execute();
  await db.deleteFrom('audit_count').where('entries', '=', 0).execute();
}

/** The last entry that is counted, locked until the commit: one transaction counts at a time. */
async function lockCountEnd(em: EntityManager): Promise<number> {
  const { db } = writing(em);
  await db
    .updateTable('audit_count_end')
    .set({ seq: sql`seq` })
    .where('id', '=', 1)
    .execute();
  const end = await db.selectFrom('audit_count_end').select('seq').where('id', '=', 1).executeTakeFirstOrThrow();
  return numberFrom(end.seq);
}

/** Counts the next entries; returns the last of them, 0 when there is none. Numbers follow the commits: none is passed over. */
async function countAfter(em: EntityManager, end: number): Promise<number> {
  const rows = await entriesAfter(em, end);
  const last = rows.at(-1);
  if (last === undefined) return 0;
  await addToCounts(em, countsOf(rows), 1);
  await writing(em).db.updateTable('audit_count_end').set({ seq: last.seq }).where('id', '=', 1).execute();
  return last.seq;
}

interface CountedEntry {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly severity: Count['severity'];
  readonly outcome: Count['outcome'];
}

async function entriesAfter(em: EntityManager, seq: number): Promise<CountedEntry[]> {
  const rows = await writing(em)
    .db.selectFrom('audit_entry')
    .select(['seq', 'at', 'action', 'severity', 'outcome'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, seq: numberFrom(row.seq), at: instantFrom(row.at) }));
}

interface Count {
  readonly span: (typeof auditCountSpans)[number];
  readonly starts_at: Date;
  readonly action: string;
  readonly severity: 'LOW' | 'MEDIUM' | 'HIGH' | 'CRITICAL';
  readonly outcome: 'SUCCESS' | 'FAILURE';
  entries: number;
  readonly first_seq: number;
  last_seq: number;
}

/** Entries in their order, counted by day and by month. */
function countsOf(entries: readonly CountedEntry[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { seq, at, action, severity, outcome } of entries) {
    const starts = startsOf(at);
    for (const span of auditCountSpans) {
      const key = `${span} ${starts[span].getTime()} ${action} ${severity} ${outcome}`;
      const known = counts.get(key);
      const begun = {
        span,
        starts_at: starts[span],
        action,
        severity,
        outcome,
        entries: 0,
        first_seq: seq,
        last_seq: seq,
      };
      const count = known ?? begun;
      count.entries += 1;
      count.last_seq = seq;
      counts.set(key, count);
    }
  }
  return [...counts.values()];
}

const countsAtOnce = 200;

async function addToCounts(em: EntityManager, counts: readonly Count[], sign: 1 | -1): Promise<void> {
  const { db, dialect } = writing(em);
  for (let start = 0; start < counts.length; start += countsAtOnce) {
    const insert = db
      .insertInto('audit_count')
      .values(counts.slice(start, start + countsAtOnce).map((count) => ({ ...count, entries: sign * count.entries })));
    const given = (column: string) =>
      dialect === 'mysql' ? sql`values(${sql.ref(column)})` : sql.ref(`excluded.${column}`);
    const [least, greatest] = dialect === 'mysql' ? [sql`least`, sql`greatest`] : [sql`min`, sql`max`];
    const own = (column: string) => sql.ref(`audit_count.${column}`);
    const added = {
      entries: sql<number>`${own('entries')} + ${given('entries')}`,
      first_seq: sql<number>`${least}(${own('first_seq')}, ${given('first_seq')})`,
      last_seq: sql<number>`${greatest}(${own('last_seq')}, ${given('last_seq')})`,
    };
    await (
      dialect === 'mysql'
        ? insert.onDuplicateKeyUpdate(added)
        : insert.onConflict((conflict) =>
            conflict.columns(['span', 'starts_at', 'action', 'severity', 'outcome']).doUpdateSet(added),
          )
    ).execute();
  }
}
