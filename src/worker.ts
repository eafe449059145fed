import { createApp, databaseOf } from './app.ts';
import { readConfig } from './services/platform/config.ts';
import { migrate } from './services/platform/orm/migrate.ts';

/** `node dist/worker.js`: jobs and schedules in a process of their own (`WORKERS=off` for the servers). */
const config = readConfig();
await migrate(databaseOf(config));
const app = await createApp(config);
app.worker.start();
app.scheduler.start();
app.log.info({}, 'worker started');

const stop = (signal: string): void => {
  app.log.info({ signal }, 'stopping');
  void app.close().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
