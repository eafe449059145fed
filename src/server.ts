import { createApp, databaseOf, type App } from './app.ts';
import { watchClock } from './clock-watch.ts';
import { begin } from './process.ts';
import { seed } from './seed.ts';
import { serve } from './serve.ts';
import { readConfig } from './services/platform/config.ts';
import { migrate } from './services/platform/orm/migrate.ts';

/** `node dist/server.js`: migrates, seeds what is missing, listens, and stops cleanly when it is told to. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);

async function main(): Promise<undefined> {
  const config = readConfig();
  await migrate(databaseOf(config));
  const app = await createApp(config);
  const welcome = await seed(app);
  const served = await serve(app);
  if (config.WORKERS === 'inline') {
    app.worker.start();
    app.scheduler.start();
    await watchClock(app);
  }
  stopOnSignal(app, served.stop);
  say(['', `Atelier listens on ${served.url}`, `  GraphQL     ${config.publicUrl}/graphql`, ...(config.isProduction ? [] : [`  Playground  ${config.publicUrl}/playground`, `  Mailbox     ${config.publicUrl}/mailbox`]), '', ...welcome].join('\n'));
}

function stopOnSignal(app: App, stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    app.log.info({ signal }, 'stopping');
    // All of it at once: whoever asked a process to stop kills it ten seconds later.
    Promise.all([stop(), app.scheduler.stop(), app.worker.drain()]).then(() => app.close()).then(() => process.exit(0), (error: unknown) => {
      app.log.error({ error }, 'stopped badly');
      process.exit(1);
    });
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

await begin(main);
