/** A refund's whole life in a process that dies at the named point `CRASH_AT`: somebody decides it, then all jobs run. */
import { createApp } from '../../../src/app.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { refundPayment } from '../../../src/services/billing/index.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const actor = JSON.parse(process.env['ACTOR'] ?? '{}') as Actor;
const input = JSON.parse(process.env['REFUND'] ?? '{}') as Parameters<typeof refundPayment>[1];
const app = await createApp(readConfig(), { database });
await refundPayment(app.contextFor({ actor, requestId: 'refund' }), input);
await app.worker.runDue();
process.exit(0);
