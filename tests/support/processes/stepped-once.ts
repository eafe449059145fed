/** One step of money in a process that dies at the named point `CRASH_AT`: somebody takes it, then all jobs run. */
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';
import { takeStep, type Step } from '../money-steps.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const app = await createApp(readConfig(), { database });
await takeStep(app, JSON.parse(process.env['STEP'] ?? '{}') as Step);
await app.worker.runDue();
process.exit(0);
