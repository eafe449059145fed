import type { App } from './app.ts';
import { exposureWarning } from './services/platform/startup/exposure.ts';
import { begin } from './services/platform/startup/process.ts';
import { openRegistered } from './resolvers/graphql/registered/open-registered.ts';
import { system } from './services/access/actor.ts';
import { readConfig } from './services/platform/config.ts';
import { logUnhandledRejections } from './services/platform/startup/unhandled-rejections.ts';
import { listenFailure } from './services/platform/startup/port-check.ts';
import { checkServer } from './services/platform/startup/start-checks.ts';

/** `node dist/server.js`: migrates, seeds what is missing, listens, and stops cleanly on a signal. */
const say = (text: string): void => void process.stdout.write(`${text}\n`);
const warn = (text: string): void => void process.stderr.write(`${text}\n`);

async function main(): Promise<undefined> {
  const config = readConfig();
  const operations = openRegistered(config);
  const only = await checkServer(config, warn);
  // Loaded when it is known that it can run: a setting that has to be corrected is reported at once.
  await (await import('./composition/migrate-database.ts')).migrateDatabase(config);
  const [{ createApp }, { serve }, { monitorClock }] = await Promise.all([
    import('./app.ts'),
    import('./serve.ts'),
    import('./services/billing/index.ts'),
  ]);
  const app = await createApp(config);
  logUnhandledRejections(app.log);
  // At once: should the server not get as far as to listen, nobody would ever learn these passwords.
  for (const line of await begun(app)) say(line);
  const served = await serve(app, { operations }).catch((error: unknown) => {
    throw listenFailure(error, config.HOST, config.PORT);
  });
  if (config.WORKERS === 'inline') {
    app.worker.start();
    app.scheduler.start();
    await monitorClock(app);
  }
  stopOnSignal(app, () => served.stop().finally(() => only?.release()));
  say(
    [
      '',
      `Atelier listens on ${served.url}`,
      `  GraphQL     ${config.publicUrl}/graphql`,
      ...(config.isProduction
        ? []
        : [`  Playground  ${config.publicUrl}/playground`, `  Mailbox     ${config.publicUrl}/mailbox`]),
      '',
      ...exposureWarning(config),
    ].join('\n'),
  );
}

/** What an empty database begins with, in lines for the operator. */
async function begun(app: App): Promise<readonly string[]> {
  const [{ seed }, { demoLines }] = await Promise.all([import('./modules.ts'), import('./demo/demo-lines.ts')]);
  const ctx = app.contextFor({ actor: system, requestId: 'seed' });
  return app.config.DEMO_MODE ? demoLines(await ctx.demo.fill(ctx.run)) : seed(ctx);
}

function stopOnSignal(app: App, stop: () => Promise<void>): void {
  let isStopping = false;
  const end = (signal: string): void => {
    if (isStopping) return;
    isStopping = true;
    app.log.info({ signal }, 'stopping');
    // All of it at once: whoever asked a process to stop kills it ten seconds later.
    Promise.all([stop(), app.scheduler.stop(), app.worker.drain()])
      .then(() => app.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          app.log.error({ error }, 'stopped badly');
          process.exit(1);
        },
      );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
}

await begin(main, {
  usage: 'node dist/server.js',
  does: 'migrates, seeds what is missing, and serves until it receives SIGTERM or SIGINT; settings come from the environment (.env.example)',
});
