// @lane sqlite at first: clocks of machines; the statements are those of the commands, which run on both.
import { afterEach, expect, test } from '@jest/globals';
import { clockWords, monitorClock } from '../../src/services/billing/clock-monitor.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { openTestEnvironment } from '../support/environment.ts';
import { openServerProcesses, type ServerProcesses } from '../support/processes/server-processes.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { DAY } from '../support/clock.ts';

let env: ServerProcesses | undefined;
afterEach(() => env?.close());

test('a database that was idle for forty days issues nothing, and nobody says what to do', async () => {
  const made = await openServerProcesses();
  env = made;
  // The audit log is as it was left: the application is forty days later than its newest entry.
  await made.contextFor.run(async ({ record }: Tx<'record'>) => record({ action: 'JOB_RETRIED' }), {});
  let ahead = 40 * DAY;
  const { app, db, logs, close } = await openTestEnvironment({
    isServed: false,
    database: made.database,
    clock: { now: () => new Date(Date.now() + ahead) },
  });
  const isStopped = async () =>
    (await db.selectFrom('clock_state').select('stopped_at').executeTakeFirst())?.stopped_at !== null;
  try {
    const watch = await monitorClock(app);
    watch.stop();
    expect(logs.text()).toContain('clock:confirm');
    expect(await isStopped()).toBe(true);
    const actions = (await db.selectFrom('audit_entry').select(['action', 'severity']).execute()).filter(({ action }) =>
      action.startsWith('CLOCK'),
    );
    expect(actions).toEqual([{ action: 'CLOCK_IMPLAUSIBLE', severity: 'CRITICAL' }]);
    // The alarm reaches the admins.
    await app.worker.runDue();
    const alarms = await db.selectFrom('notification').select('title').execute();
    const mailed = await db
      .selectFrom('email_delivery')
      .select('template')
      .where('template', '=', 'audit-alert')
      .execute();
    expect([alarms.length > 0, mailed.length > 0]).toEqual([true, true]);
    // The command, as an operator runs it, on the clock of the machine: it is believed from then on.
    ahead = 0;
    const {
      config: { dataDir, keysDir },
      database,
    } = made;
    const environment = {
      DATA_DIR: dataDir,
      KEYS_DIR: keysDir,
      LOG_LEVEL: 'warn',
      ...(database.settings.url === undefined ? {} : { DATABASE_URL: database.settings.url }),
    };
    const wrong = spawnModule('src/cli.ts', environment, ['clock:confirm', '--last', 'FACT-1']);
    expect([await wrong.ended, wrong.output()]).toEqual([1, expect.stringContaining('FACT-1 is not a number')]);
    expect(await isStopped()).toBe(true);
    const right = spawnModule('src/cli.ts', environment, ['clock:confirm']);
    expect([await right.ended, right.output()]).toEqual([
      0,
      expect.stringMatching(/^The clock is right: it says \d{4}-/),
    ]);
    expect(await isStopped()).toBe(false);
    expect((await db.selectFrom('audit_entry').select('action').execute()).map(({ action }) => action)).toContain(
      'CLOCK_CONFIRMED',
    );
  } finally {
    await close();
  }
});

test('the words name both instants', () => {
  const [now, against] = [new Date('2026-12-30T10:00:00Z'), new Date('2026-11-20T09:00:00Z')];
  expect(clockWords({ kind: 'JUMPED', now, against })).toMatch(/2026-12-30T10:00.*2026-11-20T09:00.*clock:confirm/);
});
