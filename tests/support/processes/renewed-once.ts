/** The charge of a renewal in a process that dies at the named point `CRASH_AT`: the schedule finds it, then all jobs run. */
import { createApp } from '../../../src/app.ts';
import { system } from '../../../src/services/access/actor.ts';
import { renewPlans } from '../../../src/services/billing/plans/tasks/renew-plans.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const app = await createApp(readConfig(), { database });
await renewPlans(app.contextFor({ actor: system, requestId: 'renewal' }));
await app.worker.runDue();
process.exit(0);
