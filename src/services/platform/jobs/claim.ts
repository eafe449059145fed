import { newId } from '../../kernel/ids.ts';
import { crashPoint } from '../crash-points.ts';
import { instantFrom, jsonFrom, writing } from '../orm/values.ts';
import { stayEnrolled, type ProcessIdentity } from '../processes/index.ts';
import type { Db, Tx } from '../context.ts';

/** A leased job: only the holder of the token `owner` may complete it. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: unknown;
  /** Counts this one. */
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly owner: string;
  readonly requestId: string | null;
  readonly eventId: string | null;
  readonly runAt: Date;
}

export interface ClaimTerms {
  readonly kinds: readonly string[];
  /** Maximum per kind; a kind that is absent has no limit of its own. */
  readonly mostOf?: ReadonlyMap<string, number>;
  readonly limit: number;
  readonly leaseMs: number;
  /** The process that claims: when it is found dead, its leases end at once. */
  readonly process?: ProcessIdentity | undefined;
}

type Waiting = 'PENDING' | 'RETRYING' | 'RUNNING';

/**
 * Leases the most urgent due jobs that no other process has locked (`SKIP LOCKED` on MySQL; SQLite has one writer at a
 * time). A job whose lease expired is due again: its process hangs, or has crashed (`../processes` releases at once
 * what a process known to be dead had leased).
 */
export async function claimJobs({ em, now }: Tx<'em' | 'now'>, terms: ClaimTerms): Promise<ClaimedJob[]> {
  const { db, dialect } = writing(em);
  // Before the jobs, in the same order as in the release: the two never wait for each other.
  if (terms.process !== undefined) await stayEnrolled({ em, now }, terms.process);
  // State by state, so that the index gives the order and no more rows are locked than are read.
  const found = [];
  for (const state of ['PENDING', 'RETRYING', 'RUNNING'] as const) {
    const rows = dueRows(db, state, { ...terms, now });
    found.push(...(await (dialect === 'mysql' ? rows.forUpdate().skipLocked() : rows).execute()));
  }
  const chosen = withinLimits(
    found.sort((a, b) => a.priority - b.priority || order(a.id, b.id)),
    terms,
  );
  if (chosen.length === 0) return [];
  const owner = newId();
  const lease = new Date(now.getTime() + terms.leaseMs);
  await db
    .updateTable('job')
    .set((eb) => ({
      state: 'RUNNING',
      owner,
      process_id: terms.process?.id ?? null,
      lease_until: lease,
      attempts: eb('attempts', '+', 1),
    }))
    .where(
      'id',
      'in',
      chosen.map(({ id }) => id),
    )
    .execute();
  crashPoint('jobs-leased');
  return chosen.map((row) => ({
    id: row.id,
    kind: row.kind,
    payload: jsonFrom(row.payload),
    attempt: row.attempts + 1,
    maxAttempts: row.max_attempts,
    owner,
    requestId: row.request_id,
    eventId: row.event_id,
    runAt: instantFrom(row.run_at),
  }));
}

/** The first jobs, up to the number of free slots, and up to the limit of each kind. */
function withinLimits<Row extends { kind: string }>(rows: readonly Row[], { limit, mostOf }: ClaimTerms): Row[] {
  const left = new Map(mostOf);
  const chosen: Row[] = [];
  for (const row of rows) {
    const most = left.get(row.kind) ?? limit;
    if (chosen.length === limit) break;
    if (most === 0) continue;
    left.set(row.kind, most - 1);
    chosen.push(row);
  }
  return chosen;
}

/** Is anything due? Read outside any transaction, so that an idle server takes no lock. */
export async function isWorkDue(db: Db, terms: Pick<ClaimTerms, 'kinds'> & { now: Date }): Promise<boolean> {
  for (const state of ['PENDING', 'RETRYING', 'RUNNING'] as const) {
    if ((await dueRows(db, state, { ...terms, limit: 1 }).execute()).length > 0) return true;
  }
  return false;
}

function dueRows(
  db: Db,
  state: Waiting,
  { kinds, limit, now }: { kinds: readonly string[]; limit: number; now: Date },
) {
  return db
    .selectFrom('job')
    .select(['id', 'kind', 'payload', 'priority', 'attempts', 'max_attempts', 'request_id', 'event_id', 'run_at'])
    .where('state', '=', state)
    .where(state === 'RUNNING' ? 'lease_until' : 'run_at', '<=', now)
    .where('kind', 'in', [...kinds])
    .orderBy('priority')
    .orderBy('run_at')
    .orderBy('id')
    .limit(limit);
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
