/** A quote's whole life in a process that dies at the named point `CRASH_AT`: it is sent, printed, mailed and accepted. */
import { createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';
import { liveOn, type QuoteLife } from './quote-life.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const life = JSON.parse(process.env['QUOTE'] ?? '{}') as QuoteLife;
const app = await createApp(readConfig(), { database });
await liveOn(app, life, () => app.worker.runDue());
process.exit(0);
