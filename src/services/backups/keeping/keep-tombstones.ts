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

type Needed = Pick<AppContext, 'db' | 'config' | 'backups' | 'log'>;

const folder = 'tombstones/';
/** One name for what was written up to a number: a second process writes the same. */
const nameAt = (seq: number): string => `${folder}${String(seq).padStart(12, '0')}`;

/**
 * Copies the tombstones of the database to where a restore of it does not reach: a file beside the keys, and every target. What
 * is there already is left; a target that is away gets them next time.
 */
export async function keepTombstones({ db, config, backups, log }: Needed): Promise<void> {
  const kept = await readTombstones(config);
  const missing = await tombstonesAfter(db, lastOf(kept));
  if (missing.length > 0) await appendTombstones(config, missing);
  for (const target of backups.targets) {
    try {
      if ((await openRepository(target, backups.keys)) !== undefined) await keepAt({ db, config }, target);
    } catch (error) {
      log.warn({ error, target: target.url }, 'tombstones could not be written to a backup target');
    }
  }
}

const lastOf = (tombstones: readonly KnownTombstone[]): number =>
  tombstones.reduce((last, { seq }) => Math.max(last, seq), 0);

async function tombstonesAfter(db: Db, seq: number): Promise<KnownTombstone[]> {
  const rows = await db
    .selectFrom('tombstone')
    .select(['seq', 'kind', 'subject_id'])
    .where('seq', '>', seq)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ seq: Number(row.seq), kind: row.kind, subjectId: row.subject_id }));
}

async function keepAt({ db, config }: Pick<Needed, 'db' | 'config'>, target: BackupTarget): Promise<void> {
  let last = 0;
  for await (const { name } of target.list(folder)) last = Math.max(last, Number(name.slice(folder.length)));
  const missing = await tombstonesAfter(db, last);
  if (missing.length === 0) return;
  await writeWhole(target, nameAt(lastOf(missing)), Buffer.from(printTombstones(config, missing)));
  await target.persist();
}

/** Every tombstone that is known outside the database: beside the keys, and at these targets. */
export async function knownTombstones(
  { config }: Pick<Needed, 'config'>,
  targets: readonly BackupTarget[],
): Promise<KnownTombstone[]> {
  const found = [...(await readTombstones(config))];
  for (const target of targets)
    for await (const { name } of target.list(folder)) {
      const bytes = await readWhole(target, name);
      if (bytes !== undefined) found.push(...parseTombstones(config, bytes.toString('utf8')));
    }
  return [...new Map(found.map((one) => [`${one.kind} ${one.subjectId}`, one])).values()];
}
