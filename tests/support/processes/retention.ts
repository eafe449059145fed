/** A retention run in a process of its own that a test may kill. */
import { createApp } from '../../../src/app.ts';
import { system } from '../../../src/services/access/actor.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';
import { applyRetention } from '../../../src/services/privacy/apply-retention.ts';

const app = await createApp(readConfig(), {
  database: JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings,
});
await applyRetention(app.contextFor({ actor: system, requestId: 'retention' }), {
  runId: process.env['RUN_ID'] ?? '',
});
await app.close();
process.exit(0);
