import { sql } from 'kysely';
import { DomainError } from '../../kernel/errors.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Operation, ReadContext } from '../../platform/context.ts';
import { cabinetAccess } from '../access/cabinet-access.ts';
import { readableFolders } from '../access/folder-access.ts';
import { requireIn } from '../access/require.ts';
import { lastMonths, monthlyPoints, monthlySums, type Point } from './months.ts';

/** How a cabinet stands for one of its members: what they may not read counts nowhere. */
export interface CabinetDashboard {
  readonly documents: number;
  readonly versions: number;
  /** Plain bytes of those versions. */
  readonly storedBytes: number;
  readonly trashedDocuments: number;
  readonly dueDocuments: number;
  readonly members: number;
  /** Plain bytes of the versions added in each of the last 12 local months that are still there. */
  readonly growth: readonly Point[];
  /** Documents by the name of their type, the most frequent first; an empty name for none. 50 at most. */
  readonly byType: readonly Point[];
}

type Reading = 'db' | 'actor' | 'now' | 'config';

/** Errors: NOT_FOUND, also for an admin who is no member. */
export const cabinetDashboard: Operation<Reading, { readonly cabinetId: string }, CabinetDashboard> = async (
  ctx,
  { cabinetId },
) => {
  const access = await cabinetAccess(ctx.db, ctx, cabinetId);
  if (access.role === null) throw new DomainError('NOT_FOUND');
  requireIn(ctx, access, 'document:read');
  // The condition that a document is there for this member.
  const visible = sql<boolean>`(document.cabinet_id = ${cabinetId} and document.status <> 'PURGED'
    and ${readableFolders(ctx, access, 'document.folder_id')})`;
  return {
    ...(await countsOf(ctx, cabinetId, visible)),
    ...(await versionsOf(ctx, lastMonths(ctx.now, ctx.config.TIME_ZONE), visible)),
    byType: await byType(ctx, visible),
  };
};

type Condition = ReturnType<typeof sql<boolean>>;

async function countsOf({ db, now }: ReadContext, cabinetId: string, visible: Condition) {
  const { rows } = await sql<Record<string, unknown>>`select count(*) as documents,
    sum(case when document.status = 'TRASHED' then 1 else 0 end) as trashed,
    sum(case when document.status = 'ACTIVE' and document.due_at is not null then 1 else 0 end) as due,
    (select count(*) from cabinet_member where cabinet_id = ${cabinetId} and is_entry = ${false}
      and (expires_at is null or expires_at > ${now})) as members
    from document where ${visible}`.execute(db);
  const count = (name: string): number => numberFrom(rows[0]?.[name]);
  return {
    ...{ documents: count('documents'), trashedDocuments: count('trashed'), dueDocuments: count('due') },
    members: count('members'),
  };
}

async function versionsOf({ db }: ReadContext, months: ReturnType<typeof lastMonths>, visible: Condition) {
  const { rows } = await sql<Record<string, unknown>>`select count(*) as n, sum(version.size_bytes) as bytes,
    ${sql.join(monthlySums(months, { at: 'version.created_at', value: 'version.size_bytes' }))}
    from document_version as version join document on document.id = version.document_id
    where version.deleted_at is null and ${visible}`.execute(db);
  const [row] = rows;
  return {
    ...{ versions: numberFrom(row?.['n']), storedBytes: numberFrom(row?.['bytes']) },
    growth: monthlyPoints(months, row),
  };
}

async function byType({ db }: ReadContext, visible: Condition): Promise<Point[]> {
  const rows = await db
    .selectFrom('document')
    .leftJoin('document_type', 'document_type.id', 'document.type_id')
    .select(({ fn }) => ['document_type.name', fn.countAll().as('n')])
    .where(visible)
    .groupBy('document_type.name')
    .orderBy('n', 'desc')
    .orderBy('document_type.name')
    .limit(50)
    .execute();
  return rows.map(({ name, n }) => ({ bucket: name ?? '', value: numberFrom(n) }));
}
