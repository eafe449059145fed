import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Job } from '../../../../entities/platform/job.entity.ts';
import { openOrm } from '../orm.ts';
import { listSchema } from '../schema/check-schema.ts';
import { shapesFrom, type TableShape } from './table-shapes.ts';

/**
 * The tables that these migrations make, found in a database that is thrown away: what an installation holds that an earlier release
 * left, columns and tables included that later migrations drop.
 */
export async function shapesAfter(executed: readonly string[]): Promise<TableShape[]> {
  const folder = await mkdtemp(join(tmpdir(), 'atelier-tables-'));
  try {
    const orm = await openOrm({ file: join(folder, 'tables.sqlite') }, [Job]);
    try {
      await orm.em.getDriver().getConnection('write').execute('pragma foreign_keys = off');
      await orm.migrator.up({ migrations: [...executed] });
      return shapesFrom(await listSchema(orm, 'sqlite'));
    } finally {
      await orm.close(true);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
