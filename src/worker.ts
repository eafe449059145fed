import { begin } from './services/platform/startup/process.ts';
import { readConfig } from './services/platform/config.ts';
import { logUnhandledRejections } from './services/platform/startup/unhandled-rejections.ts';
import { checkFolders } from './services/platform/startup/start-checks.ts';

/** `node dist/worker.js`: jobs and schedules in a process of their own (`WORKERS=off` for the servers). */
async function main(): Promise<undefined> {
  const config = readConfig();
  for (const warning of await checkFolders(config)) process.stderr.write(`${warning}\n`);
  // Loaded when it is known that it can run, as in `server.ts`.
  await (await import('./composition/migrate-database.ts')).migrateDatabase(config);
  const [{ createApp }, { monitorClock }] = await Promise.all([
    import('./app.ts'),
    import('./services/billing/index.ts'),
  ]);
  const app = await createApp(config);
  logUnhandledRejections(app.log);
  const stop = (signal: string): void => {
    app.log.info({ signal }, 'stopping');
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        app.log.error({ error }, 'stopped badly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  app.worker.start();
  app.scheduler.start();
  await monitorClock(app);
  app.log.info({}, 'worker started');
  process.stdout.write('Atelier runs jobs and schedules in this process. It serves nothing; stop it with a signal.\n');
}

await begin(main, {
  usage: 'node dist/worker.js',
  does: 'migrates, then runs jobs and schedules until it receives SIGTERM or SIGINT; settings come from the environment (.env.example)',
});
