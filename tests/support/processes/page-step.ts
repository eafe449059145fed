/** Shows a page, or carries out what is planned, in a process that dies at the named point `CRASH_AT`. */
import { createApp } from '../../../src/app.ts';
import { system, type Actor } from '../../../src/services/access/actor.ts';
import { publishPage } from '../../../src/services/content/index.ts';
import { carryOutSchedules } from '../../../src/services/content/pages/carry-out-schedules.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const ahead = Number(process.env['CLOCK_AHEAD_MS'] ?? 0);
const app = await createApp(readConfig(), { database, clock: { now: () => new Date(Date.now() + ahead) } });
if (process.env['STEP'] === 'schedule')
  await carryOutSchedules(app.contextFor({ actor: system, requestId: 'step' }), {});
else {
  const actor = JSON.parse(process.env['ACTOR'] ?? '{}') as Actor;
  await publishPage(app.contextFor({ actor, requestId: 'step' }), { id: process.env['PAGE_ID'] ?? '' });
}
process.exit(0);
