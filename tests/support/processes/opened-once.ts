/** Opens the whole product, serves it, and ends by itself. */
import { createApp } from '../../../src/app.ts';
import { serve } from '../../../src/serve.ts';
import { readConfig } from '../../../src/services/platform/config.ts';
import type { DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';

const database = JSON.parse(process.env['TEST_DATABASE'] ?? '{}') as DatabaseSettings;
const app = await createApp(readConfig(), { database });
const served = await serve(app);
await served.stop();
await app.close();
process.exit(0);
