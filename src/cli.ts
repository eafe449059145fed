import { createApp, type App } from './app.ts';
import { archiveCommands } from './commands/archive.ts';
import { backupCommands } from './commands/backups.ts';
import { bookingCommands } from './commands/bookings.ts';
import { calendarCommands } from './commands/calendars.ts';
import { databaseCommands } from './commands/database.ts';
import { demoCommands } from './commands/demo.ts';
import { mailCommands } from './commands/mail.ts';
import { holidayCommands } from './commands/holidays.ts';
import { invoiceCommands } from './commands/invoices.ts';
import { paymentCommands } from './commands/payments.ts';
import { databaseOf } from './services/platform/orm/orm.ts';
import { auditCommands } from './commands/audit.ts';
import { certificateCommands } from './commands/certificates.ts';
import { clockCommands } from './commands/clock.ts';
import { priceCommands } from './commands/prices.ts';
import { secretCommands } from './commands/secrets.ts';
import { searchCommands } from './commands/search.ts';
import { statsCommands } from './commands/stats.ts';
import { proofCommands } from './commands/proofs.ts';
import type { Command, CommandTools, OfflineCommand } from './commands/command.ts';
import { keyCommands } from './commands/keys.ts';
import { kitCommands } from './commands/kit.ts';
import { begin, readUsageOf } from './services/platform/startup/process.ts';
import { system } from './services/access/actor.ts';
import { newId } from './services/kernel/ids.ts';
import { readConfig, type Config } from './services/platform/config.ts';
import { pendingMigrations } from './services/platform/orm/migrate.ts';
import type { AppContext } from './services/platform/context.ts';
import { checkFolders } from './services/platform/startup/start-checks.ts';
import { userCommands } from './commands/users.ts';

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

// Whoever reads has read what they wanted (`| head`): the command goes on, and says no more.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const tools: CommandTools = { print, within, contextFor };

const commands: Readonly<Record<string, Command | OfflineCommand>> = {
  ...databaseCommands(tools),
  ...demoCommands(tools),
  ...holidayCommands(tools),
  ...archiveCommands(tools),
  ...backupCommands(tools),
  ...bookingCommands(tools),
  ...calendarCommands(tools),
  ...invoiceCommands(tools),
  ...paymentCommands(tools),
  ...mailCommands(tools),
  ...keyCommands(tools),
  ...kitCommands(tools),
  ...auditCommands(tools),
  ...proofCommands(tools),
  ...userCommands(tools),
  ...certificateCommands(tools),
  ...clockCommands(tools),
  ...priceCommands(tools),
  ...secretCommands(tools),
  ...searchCommands(tools),
  ...statsCommands(tools),
};

function contextFor(app: App): AppContext {
  return app.contextFor({ actor: system, requestId: `command-${newId()}` });
}

async function within(config: Config, work: (app: App) => Promise<number>): Promise<number> {
  for (const warning of await checkFolders(config)) process.stderr.write(`${warning}\n`);
  if ((await pendingMigrations(databaseOf(config))).length > 0) {
    print('The database is not up to date: run migrate first.');
    return 1;
  }
  const app = await createApp({ ...config, LOG_LEVEL: config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

const commandsText = (): string =>
  [
    'npm run atelier -- <command>',
    '',
    ...Object.values(commands).map(({ usage, does }) => `  ${usage.padEnd(24)} ${does}`),
    `  ${'help [COMMAND]'.padEnd(24)} this text, or that of one command; <command> --help says the same`,
    '',
  ].join('\n');

/** The command that is asked for, ready to run; or the exit code, when there is nothing to run. Opens nothing: help never does anything. */
function chosen(given: readonly string[]): number | (() => Promise<number>) {
  const isAbout = ['help', '--help', '-h'].includes(given[0] ?? 'help');
  const [name, ...args] = isAbout ? given.slice(1) : given;
  if (name === undefined) {
    print(commandsText());
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command !== undefined) return ready(command, isAbout ? ['--help'] : args);
  process.stderr.write(`There is no command ${name}.\n\n${commandsText()}\n`);
  return 2;
}

function ready(command: Command | OfflineCommand, args: readonly string[]): number | (() => Promise<number>) {
  const words = readUsageOf(command, args);
  if (typeof words === 'number') return words;
  return 'runOffline' in command ? () => command.runOffline(words) : () => command.run(readConfig(), words);
}

const choice = chosen(process.argv.slice(2));
if (typeof choice === 'number') process.exitCode = choice;
else await begin(choice);
