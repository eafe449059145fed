import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import { defineConfig as defineMySql } from '@mikro-orm/mysql';
import { SqlMikroORM, type Options, type SqlEntityManager } from '@mikro-orm/sql';
import type { Logger } from '../logger.ts';
import { databaseError } from './database-words.ts';
import { EmbeddedDriver } from './embedded-driver.ts';
import { knowingEntities } from './known-entities.ts';
import { VersionKnowingManager } from './known-versions.ts';
import { PreparingMySqlDriver } from './mysql-driver.ts';
import type { Config } from '../config.ts';

export type Orm = SqlMikroORM;
export type EntityManager = SqlEntityManager;
export type Dialect = 'sqlite' | 'mysql';

/** Where the data is stored: a MySQL address, or a file of the embedded database. */
export interface DatabaseSettings {
  readonly url?: string | undefined;
  readonly replicaUrls?: readonly string[];
  readonly poolSize?: number;
  readonly file: string;
}

export const databaseOf = (config: Config): DatabaseSettings => ({
  url: config.DATABASE_URL,
  replicaUrls: config.DATABASE_REPLICA_URLS,
  poolSize: config.DATABASE_POOL,
  file: `${config.dataDir}/atelier.sqlite`,
});

export const dialectOf = (settings: Pick<DatabaseSettings, 'url'>): Dialect =>
  settings.url === undefined ? 'sqlite' : 'mysql';

const migrationsRoot = fileURLToPath(new URL('../../../migrations/', import.meta.url));

/** MikroORM's options for either database; entities are passed in because the platform imports no domain. */
export function ormOptions(settings: DatabaseSettings, entities: Options['entities'], log?: Logger): Options {
  const dialect = dialectOf(settings);
  const shared: Options = {
    entities: entities ?? [],
    extensions: [Migrator],
    forceUtcTimezone: true,
    ignoreUndefinedInQuery: false,
    logger: (message) => log?.debug({ orm: message }, 'orm'),
    migrations: {
      path: `${migrationsRoot}${dialect}`,
      glob: '!(*.d).{js,ts}',
      snapshotName: 'snapshot',
      emit: 'ts',
      fileName: (_timestamp, name) => name ?? 'Migration',
      snapshotOnMigrate: false,
      transactional: true,
      allOrNothing: dialect === 'sqlite',
    },
  };
  return dialect === 'sqlite' ? { ...shared, ...embedded(settings) } : { ...shared, ...mysql(settings) };
}

function embedded({ file }: DatabaseSettings): Options {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  // The replica is a second connection to the same file: reads never wait behind an open write transaction.
  return {
    driver: EmbeddedDriver,
    dbName: file,
    preferReadReplicas: true,
    replicas: [{ name: 'reader', dbName: file }],
  };
}

function mysql({ url, replicaUrls = [], poolSize = 10 }: DatabaseSettings): Options {
  const options = defineMySql({
    driver: PreparingMySqlDriver,
    clientUrl: url as string,
    charset: 'utf8mb4',
    collate: 'utf8mb4_unicode_ci',
    pool: { min: 0, max: poolSize },
    preferReadReplicas: replicaUrls.length > 0,
    ...(replicaUrls.length > 0
      ? { replicas: replicaUrls.map((clientUrl, i) => ({ name: `replica-${i}`, clientUrl })) }
      : {}),
    driverOptions: { connectTimeout: 5_000, enableKeepAlive: true },
  }) as Options;
  return { ...options, entityManager: VersionKnowingManager };
}

/** Opens the database; the caller closes it. Throws an operator error when it cannot be opened. */
export async function openOrm(settings: DatabaseSettings, entities: Options['entities'], log?: Logger): Promise<Orm> {
  try {
    const orm = (await SqlMikroORM.init(knowingEntities(ormOptions(settings, entities, log)))) as Orm;
    await orm.connect();
    return orm;
  } catch (error) {
    throw databaseError(error, settings);
  }
}
