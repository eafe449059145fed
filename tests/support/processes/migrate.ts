/** Migrates one database and says what it did: two of these are started together. */
import { migrate } from '../../../src/services/platform/orm/migrate.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const done = await migrate(JSON.parse(process.env['DATABASE_SETTINGS'] ?? '{}') as DatabaseSettings);
process.stdout.write(`migrated ${JSON.stringify(done)}\n`);
