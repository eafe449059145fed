// A database of the bench's own for each engine: migrated by the product, filled by the generator, removed at the end.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { startMariaDb } from '../../scripts/private-mariadb.mjs';
import { generate } from '../dataset/generate.mjs';
import { entities } from '../../dist/entities/index.js';
import { countUpTo } from '../../dist/services/audit/count-entries.js';
import { keepDays } from '../../dist/services/insights/index.js';
import { migrate } from '../../dist/services/platform/orm/migrate.js';
import { openOrm } from '../../dist/services/platform/orm/orm.js';
import { figuresAt } from '../dataset/span.mjs';
import { pin } from './processes.mjs';

/** Opens what an engine needs: nothing for SQLite, otherwise a private MariaDB on the load generator's core. */
export async function openEngine(engine, home) {
  if (engine === 'sqlite')
    return {
      engine,
      create: (name, size) => fill({ engine, name, file: join(home, `${name}.sqlite`) }, size),
      close: async () => undefined,
    };
  const server = await startMariaDb({ folder: home, bufferPool: '1G' });
  pin(server.pid, 'load');
  return {
    engine,
    pid: server.pid,
    async create(name, size) {
      const root = await createConnection(server.url);
      await root.query(`create database ${name} character set utf8mb4 collate utf8mb4_unicode_ci`);
      await root.end();
      return fill({ engine, name, url: server.url + name, file: join(home, 'unused.sqlite'), pid: server.pid }, size);
    },
    close: () => server.stop(),
  };
}

async function fill(database, size) {
  mkdirSync(join(database.file, '..'), { recursive: true });
  await migrate(database.engine === 'sqlite' ? { file: database.file } : { url: database.url, file: database.file });
  await generate(database, size);
  if (size.growth) await runJobs(database, size.orders);
  return database;
}

/** What jobs of the product do from time to time: audit entries are counted, and days of figures kept. */
async function runJobs(database, seq) {
  const orm = await openOrm({ file: database.file, url: database.url }, [...entities]);
  const run = (work, input) => orm.em.fork().transactional((em) => work({ em, now: figuresAt }, input));
  await run(({ em }) => countUpTo(em, seq));
  await keepDays({ run, config: { TIME_ZONE: 'Europe/Paris' } });
  await orm.close(true);
}
