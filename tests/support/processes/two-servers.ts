import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { entities } from '../../../src/entities/index.ts';
import type { FirstPerson } from '../../../src/services/identity/index.ts';
import { openOrm, type Orm } from '../../../src/services/platform/orm/orm.ts';
import { createDatabase, engine, type TestDatabase } from '../database.ts';
import { startRedis, type PrivateRedis } from '../redis.ts';
import { listening, type RunningServer } from './server-processes.ts';
import { spawnModule } from './spawn.ts';

/** Two servers as they are shipped, on one database that was empty, with a Redis of their own. */
export interface TwoServers {
  readonly orm: Orm;
  readonly redis: PrivateRedis;
  readonly people: ReadonlyMap<FirstPerson['role'], FirstPerson>;
  at(place: 'A' | 'B'): { url: string; people: ReadonlyMap<FirstPerson['role'], FirstPerson> };
  close(): Promise<void>;
}

function environmentOf({ directory, settings }: TestDatabase, redis: PrivateRedis) {
  mkdirSync(join(directory, 'data'));
  if (engine === 'sqlite') renameSync(settings.file, join(directory, 'data/atelier.sqlite'));
  return {
    DATA_DIR: join(directory, 'data'),
    KEYS_DIR: join(directory, 'keys'),
    PORT: '0',
    BCRYPT_ROUNDS: '4',
    LOG_LEVEL: 'warn',
    REDIS_URL: redis.url,
    ...(settings.url === undefined ? {} : { DATABASE_URL: settings.url }),
  };
}

export async function openTwoServers(): Promise<TwoServers> {
  const database = await createDatabase();
  const redis = await startRedis();
  const environment = environmentOf(database, redis);
  const started = [spawnModule('src/server.ts', environment), spawnModule('src/server.ts', environment)];
  const servers: RunningServer[] = [];
  for (const child of started) servers.push({ ...child, url: await listening(child) });
  const file = join(environment.DATA_DIR, 'atelier.sqlite');
  const orm = await openOrm({ ...database.settings, file }, [...entities]);
  const people = new Map<FirstPerson['role'], FirstPerson>();
  for (const { output } of servers)
    for (const [, role, email, password] of output().matchAll(/^ {2}([A-Z]+) +(\S+@\S+) +(\S+)$/gm))
      people.set(role as FirstPerson['role'], { role, email, password } as FirstPerson);
  return {
    orm,
    redis,
    people,
    at: (place) => ({ url: (servers[place === 'A' ? 0 : 1] as RunningServer).url, people }),
    async close() {
      for (const { child, ended } of servers) {
        child.kill('SIGKILL');
        await ended;
      }
      await orm.close(true);
      await redis.crash();
      await database.drop();
    },
  };
}
