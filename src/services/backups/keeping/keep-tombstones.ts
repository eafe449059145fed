import type { BackupTarget } from '../../adapters/backup-target/port.ts';
import type { AppContext, Db } from '../../platform/context.ts';
import { openRepository } from '../repository/repository.ts';
import { readWhole, writeWhole } from '../repository/transfer.ts';
import {
  appendTombstones,
  parseTombstones,
  printTombstones,
  readTombstones,
  type KnownTombstone,
} from './tombstone-file.ts';

type Needed = Pick<AppContext, 'db' | 'config' | 'backups' | 'log' | 'now'>;

const folder = 'tombstones/';
/** One name for what was written up to a number: a second process writes the same. */
const nameAt = (seq: number): string => `${folder}${String(seq).padStart(12, '0')}`;

/** A transaction that took its number early may commit late: so much of what was buried before is looked at again. */
const [lateMs, lateRows] = [2 * 3_600_000, 5_000];

/**
 * Copies the tombstones of the database to where a restore of it does not reach: a file beside the keys, and every target. What
 * is there already is left; a target that is away gets them next time.
 */
export async function keepTombstones({ db, config, backups, log, now }: Needed): Promise<void> {
  const kept = await readTombstones(config);
  const recent = { since: new Date(now.getTime() - lateMs) };
  const missing = without(kept, await tombstonesAfter(db, { seq: lastOf(kept), ...recent }));
  if (missing.length > 0) await appendTombstones(config, missing);
  for (const target of backups.targets) {
    try {
      if ((await openRepository(target, backups.keys)) !== undefined)
        await keepAt({ db, config }, { target, ...recent });
    } catch (error) {
      log.warn({ error, target: target.url }, 'tombstones could not be written to a backup target');
    }
  }
}

const lastOf = (tombstones: readonly KnownTombstone[]): number =>
  tombstones.reduce((last, { seq }) => Math.max(last, seq), 0);

const keyOf = ({ kind, subjectId }: KnownTombstone): string => `${kind} ${subjectId}`;

function without(known: readonly KnownTombstone[], found: readonly KnownTombstone[]): KnownTombstone[] {
  const keys = new Set(known.map(keyOf));
  return found.filter((one) => !keys.has(keyOf(one)));
}

interface After {
  readonly seq: number;
  readonly since: Date;
}

/** Those behind a number, and those since a moment that are not far before it. */
async function tombstonesAfter(db: Db, { seq, since }: After): Promise<KnownTombstone[]> {
  const rows = await db
    .selectFrom('tombstone')
    .select(['seq', 'kind', 'subject_id'])
    .where('seq', '>', seq - lateRows)
    .where((on) => on.or([on('seq', '>', seq), on('created_at', '>=', since)]))
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ seq: Number(row.seq), kind: row.kind, subjectId: row.subject_id }));
}

async function keepAt(
  { db, config }: Pick<Needed, 'db' | 'config'>,
  { target, since }: { readonly target: BackupTarget } & Pick<After, 'since'>,
): Promise<void> {
  const numbers: number[] = [];
  for await (const { name } of target.list(folder)) numbers.push(Number(name.slice(folder.length)));
  const found = await tombstonesAfter(db, { seq: Math.max(0, ...numbers), since });
  // A tombstone is in none before the one of its number.
  const first = found[0]?.seq ?? Infinity;
  const known: KnownTombstone[] = [];
  for (const seq of numbers.filter((one) => one >= first))
    known.push(...(await tombstonesIn(config, target, nameAt(seq))));
  const missing = without(known, found);
  if (missing.length === 0) return;
  await writeWhole(target, nameAt(lastOf(missing)), Buffer.from(printTombstones(config, missing)));
  await target.persist();
}

async function tombstonesIn(config: Needed['config'], target: BackupTarget, name: string): Promise<KnownTombstone[]> {
  const bytes = await readWhole(target, name);
  return bytes === undefined ? [] : parseTombstones(config, bytes.toString('utf8'));
}

/** Every tombstone that is known outside the database: beside the keys, and at these targets. */
export async function knownTombstones(
  { config }: Pick<Needed, 'config'>,
  targets: readonly BackupTarget[],
): Promise<KnownTombstone[]> {
  const found = [...(await readTombstones(config))];
  for (const target of targets)
    for await (const { name } of target.list(folder)) found.push(...(await tombstonesIn(config, target, name)));
  return [...new Map(found.map((one) => [keyOf(one), one])).values()];
}
