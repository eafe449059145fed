import { createApp, databaseOf } from './app.ts';
import { watchClock } from './clock-watch.ts';
import { begin } from './process.ts';
import { readConfig } from './services/platform/config.ts';
import { migrate } from './services/platform/orm/migrate.ts';

/** `node dist/worker.js`: jobs and schedules in a process of their own (`WORKERS=off` for the servers). */
async function main(): Promise<undefined> {
  const config = readConfig();
  await migrate(databaseOf(config));
  const app = await createApp(config);
  const stop = (signal: string): void => {
    app.log.info({ signal }, 'stopping');
    app.close().then(() => process.exit(0), (error: unknown) => {
      app.log.error({ error }, 'stopped badly');
      process.exit(1);
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  app.worker.start();
  app.scheduler.start();
  await watchClock(app);
  app.log.info({}, 'worker started');
}

await begin(main);
