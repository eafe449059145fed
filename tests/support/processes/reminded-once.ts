/** Reminds of what is due at the instant `NOW`, in a process that dies at the point named by `CRASH_AT`. */
import { createApp } from '../../../src/app.ts';
import { system } from '../../../src/services/access/actor.ts';
import { remindDue } from '../../../src/services/orders/deadlines/remind-due.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const now = new Date(process.env['NOW'] ?? '');
const app = await createApp(readConfig(), { database, clock: { now: () => now } });
await remindDue(app.contextFor({ actor: system, requestId: 'dies' }));
process.exit(0);
