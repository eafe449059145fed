import { sql } from 'kysely';
import { requirePermission } from '../../access/actor.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { Db, Operation } from '../../platform/context.ts';
import { sealedOverhead } from '../../vault/index.ts';
import { lastMonths, monthlyPoints, monthlySums, type Point } from './months.ts';

/** How the archive stands. Each figure counts rows as they are now; what was destroyed counts nowhere. */
export interface ArchiveDashboard {
  /** Cabinets that are not destroyed. */
  readonly cabinets: number;
  /** People who have a place in one, now. */
  readonly users: number;
  /** Documents that are not destroyed, those in the trash among them. */
  readonly documents: number;
  /** Versions whose content is there. */
  readonly versions: number;
  /** Plain bytes of those versions. */
  readonly storedBytes: number;
  /** What they take once sealed, without what the disk itself adds. */
  readonly sealedBytes: number;
  readonly trashedDocuments: number;
  /** Documents whose time of keeping is over and that nobody has decided about. */
  readonly dueDocuments: number;
  /** Certificates of destruction that were ever issued. */
  readonly certificates: number;
  /** Plain bytes of the versions added in each of the last 12 local months that are still there. */
  readonly growth: readonly Point[];
  /** Documents by the MIME type of their current version, the most frequent first; 20 at most. */
  readonly byMimeType: readonly Point[];
}

/** For admins and auditors, who read no document. Error: FORBIDDEN. */
export const archiveDashboard: Operation<'db' | 'actor' | 'now' | 'config', undefined, ArchiveDashboard> = async ({
  db,
  actor,
  now,
  config,
}) => {
  requirePermission(actor, 'archive:dashboard');
  const months = lastMonths(now, config.TIME_ZONE);
  return {
    ...(await countsOf(db, now)),
    ...(await versionsOf(db, months)),
    byMimeType: await byMimeType(db),
  };
};

async function countsOf(db: Db, now: Date) {
  const { rows } = await sql<Record<string, unknown>>`select
    (select count(*) from cabinet where status <> 'DESTROYED') as cabinets,
    (select count(distinct user_id) from cabinet_member where expires_at is null or expires_at > ${now}) as users,
    (select count(*) from document where status <> 'PURGED') as documents,
    (select count(*) from document where status = 'TRASHED') as trashed,
    (select count(*) from document where status = 'ACTIVE' and due_at is not null) as due,
    (select count(*) from destruction_certificate) as certificates`.execute(db);
  const count = (name: string): number => numberFrom(rows[0]?.[name]);
  return {
    ...{ cabinets: count('cabinets'), users: count('users'), documents: count('documents') },
    ...{ trashedDocuments: count('trashed'), dueDocuments: count('due'), certificates: count('certificates') },
  };
}

const { headerBytes, tagBytes, chunkBytes } = sealedOverhead;
/** Chunks of a version, the same on both databases: a whole number by a division that leaves nothing. */
const chunks = sql`(case when size_bytes = 0 then 1
  else (size_bytes + ${chunkBytes - 1} - (size_bytes + ${chunkBytes - 1}) % ${chunkBytes}) / ${chunkBytes} end)`;

async function versionsOf(db: Db, months: ReturnType<typeof lastMonths>) {
  const { rows } = await sql<Record<string, unknown>>`select count(*) as n, sum(size_bytes) as bytes,
    sum(${headerBytes} + size_bytes + ${tagBytes} * ${chunks}) as sealed,
    ${sql.join(monthlySums(months, { at: 'created_at', value: 'size_bytes' }))}
    from document_version where deleted_at is null`.execute(db);
  const [row] = rows;
  return {
    ...{ versions: numberFrom(row?.['n']), storedBytes: numberFrom(row?.['bytes']) },
    sealedBytes: numberFrom(row?.['sealed']),
    growth: monthlyPoints(months, row),
  };
}

async function byMimeType(db: Db): Promise<Point[]> {
  const rows = await db
    .selectFrom('document')
    .select(({ fn }) => ['mime_type', fn.countAll().as('n')])
    .where('status', '!=', 'PURGED')
    .groupBy('mime_type')
    .orderBy('n', 'desc')
    .orderBy('mime_type')
    .limit(20)
    .execute();
  return rows.map(({ mime_type, n }) => ({ bucket: mime_type, value: numberFrom(n) }));
}
