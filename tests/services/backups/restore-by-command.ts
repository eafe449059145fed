import { restoreCommands } from '../../../src/commands/restores.ts';
import { entities } from '../../../src/entities/index.ts';
import type { Config } from '../../../src/services/platform/config.ts';
import type { Db } from '../../../src/services/platform/context.ts';
import { databaseOf, openOrm } from '../../../src/services/platform/orm/orm.ts';
import type { TestDatabase } from '../../support/database.ts';
import { readingDb, testConfig } from '../../support/world.ts';
import type { BackupsWorld } from './backups-world.ts';

export interface Wanted {
  readonly id: string;
  readonly isEmbedded?: boolean;
  readonly more?: readonly string[];
}

/** Restores by the command into an empty place; answers what it printed. */
export async function restoreByCommand(
  world: BackupsWorld,
  database: TestDatabase,
  { id, isEmbedded = false, more = [] }: Wanted,
): Promise<{ code: number; lines: string[]; config: ReturnType<typeof testConfig> }> {
  const config = testConfig(database, {
    KEYS_DIR: world.config.keysDir,
    BACKUP_TARGETS: world.folders.map((one) => `file:${one}`).join(','),
    ...(isEmbedded ? { DATABASE_URL: '' } : {}),
  });
  const lines: string[] = [];
  const commands = restoreCommands({ print: (line: string) => void lines.push(line) } as never);
  const args = ['--target', `file:${world.folders[0]}`, '--id', id, ...more];
  const code = (await commands['backup:restore']?.run(config, args)) ?? -1;
  return { code, lines, config };
}

/** Looks into a restored database. */
export async function within<T>(config: Config, work: (db: Db) => Promise<T>): Promise<T> {
  const orm = await openOrm(databaseOf(config), [...entities]);
  try {
    return await work(readingDb(orm));
  } finally {
    await orm.close(true);
  }
}
