/** Goes on with a run of documents, in a process that dies at the point `CRASH_AT`. */
import { createApp } from '../../../src/app.ts';
import { system } from '../../../src/services/access/actor.ts';
import { continueRun } from '../../../src/services/archive/index.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const now = new Date(Number(process.env['TEST_NOW']));
const app = await createApp(readConfig(), { database, clock: { now: () => now } });
await continueRun(app.contextFor({ actor: system, requestId: 'run' }), { runId: process.argv[2] ?? '' });
process.exit(0);
