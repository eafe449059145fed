import { sql } from 'kysely';
import type { AuditOutcome } from '../../../entities/audit/audit-entry.entity.ts';
import type { AuditSeverity } from '../../kernel/audit-actions.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import { partsOf, wholeDays, type Range } from '../count-spans.ts';

/** Which entries a count is of; whatever is absent does not matter. */
export interface CountFilter {
  readonly action?: string | null | undefined;
  readonly severity?: AuditSeverity | null | undefined;
  readonly outcome?: AuditOutcome | null | undefined;
  readonly from?: Date | null | undefined;
  readonly to?: Date | null | undefined;
}

export interface EntryCount {
  readonly action: string;
  readonly severity: AuditSeverity;
  readonly entries: number;
}

const rangeOf = ({ from, to }: CountFilter): Range => ({ from: from ?? null, to: to ?? null });
const names = ['action', 'severity', 'outcome'] as const;

/** The counts of one span within a range. */
function counts(db: Db, filter: CountFilter, { span, from, to }: Range & { readonly span: 'DAY' | 'MONTH' }) {
  let query = db.selectFrom('audit_count').where('span', '=', span);
  if (from) query = query.where('starts_at', '>=', from);
  if (to) query = query.where('starts_at', '<', to);
  for (const name of names) if (filter[name]) query = query.where(name, '=', filter[name] as never);
  return query;
}

const countEnd = sql<number>`(select seq from audit_count_end where id = 1)`;

/**
 * Entries within a range: those that are counted already, by their instants, or those that are not yet, by their numbers: an
 * expression keeps the databases from the index of instants, which has all the others. Their groups are the caller's to
 * make: SQLite would read a whole index for them.
 */
function entries(db: Db, filter: CountFilter, { isCounted, from, to }: Range & { readonly isCounted: boolean }) {
  const at = isCounted ? sql.ref<Date>('at') : sql<Date>`coalesce(at, at)`;
  let query = db.selectFrom('audit_entry').where('seq', isCounted ? '<=' : '>', countEnd);
  if (from) query = query.where(at, '>=', from);
  if (to) query = query.where(at, '<', to);
  for (const name of names) if (filter[name]) query = query.where(name, '=', filter[name] as never);
  return query;
}

/**
 * How many entries of each action and severity a period has: the counts of its months and days, and what is read of the hours at
 * its ends and of what is not counted yet. One statement, so that nothing is counted twice while the counts go on.
 */
export async function entryCounts(db: Db, filter: CountFilter): Promise<EntryCount[]> {
  const range = rangeOf(filter);
  const { months, days, hours } = partsOf(range);
  const kept = [
    ...months.map((part) => ({ ...part, span: 'MONTH' as const })),
    ...days.map((part) => ({ ...part, span: 'DAY' as const })),
  ].map((part) => counts(db, filter, part).select(['action', 'severity', 'entries']));
  const read = [...hours.map((part) => ({ ...part, isCounted: true })), { ...range, isCounted: false }].map((part) =>
    entries(db, filter, part).select(['action', 'severity', sql<number>`1`.as('entries')]),
  );
  const [first, ...others] = [...read, ...kept];
  const all = others.reduce((union, part) => union.unionAll(part as never), first as (typeof read)[number]);
  const rows = await db
    .selectFrom(all.as('counted'))
    .select(({ fn }) => ['action', 'severity', fn.sum<number>('entries').as('entries')])
    .groupBy(['action', 'severity'])
    .execute();
  return rows.map((row) => ({ ...row, entries: numberFrom(row.entries) }));
}

/** Numbers of entries: from one to another, both included. */
export interface SeqBounds {
  readonly first: number;
  readonly last: number;
}

/**
 * Between which numbers the entries of a period are, by the counts: an index that begins with a filter and ends with the number then
 * finds the period, wherever it is. Null where there are none.
 */
export async function seqBounds(db: Db, filter: CountFilter): Promise<SeqBounds | null> {
  const { months, days } = partsOf(wholeDays(rangeOf(filter)));
  const kept = [
    ...months.map((part) => ({ ...part, span: 'MONTH' as const })),
    ...days.map((part) => ({ ...part, span: 'DAY' as const })),
  ].map((part) => counts(db, filter, part).select(['first_seq as first', 'last_seq as last']));
  const read = entries(db, filter, { ...rangeOf(filter), isCounted: false }).select(['seq as first', 'seq as last']);
  const all = kept.reduce((union, part) => union.unionAll(part as never), read);
  const { first, last } = await db
    .selectFrom(all.as('bound'))
    .select(({ fn }) => [fn.min<number | null>('first').as('first'), fn.max<number | null>('last').as('last')])
    .executeTakeFirstOrThrow();
  return first === null || last === null ? null : { first: numberFrom(first), last: numberFrom(last) };
}
