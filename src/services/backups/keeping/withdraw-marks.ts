import { Backup } from '../../../entities/backups/backup.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { beforeMigrationHolder, runningName } from '../format/names.ts';
import { readWhole } from '../repository/transfer.ts';
import type { Repository } from '../repository/repository.ts';

type Needed = Pick<AppContext, 'run' | 'now'>;

const dayMs = 24 * 3_600_000;
const folder = runningName('');

/**
 * Takes away the marks of backups that are over: a process was killed before it could do so itself, and nothing would ever be pruned
 * again. One of another installation stays, and so does one that may run.
 */
export async function withdrawMarks(ctx: Needed, { target }: Pick<Repository, 'target'>): Promise<void> {
  for await (const { name } of target.list(folder))
    if (await isOver(ctx, { target, id: name.slice(folder.length), name })) await target.delete(name);
}

interface Mark extends Pick<Repository, 'target'> {
  readonly id: string;
  readonly name: string;
}

async function isOver({ run, now }: Needed, { target, id, name }: Mark): Promise<boolean> {
  const row = await run(({ em }: Tx<'em'>) => em.findOne(Backup, { id }), undefined);
  if (row !== null) return row.status !== 'RUNNING';
  // One before a migration has no row; the next start makes another.
  const holder = (await readWhole(target, name))?.toString();
  return holder === beforeMigrationHolder && now.getTime() - millisecondsOf(id) > dayMs;
}

/** When an id was made (RFC 9562, version 7): its first 48 bits. */
const millisecondsOf = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
