import { expect } from '@jest/globals';
import { Reconciliation } from '../../src/entities/billing/reconciliation.entity.ts';
import { Job } from '../../src/entities/platform/job.entity.ts';
import { system, type Actor } from '../../src/services/access/actor.ts';
import type { AppContext, Tx } from '../../src/services/platform/context.ts';
import { engine } from './database.ts';
import { makeActor } from './make/actor.ts';
import { openCounting, readBooks, unfinishedJobs, type Counting } from './money.ts';
import { takeStep, type StepName } from './money-steps.ts';
import { spawnModule } from './processes/spawn.ts';
import { until } from './until.ts';

/** A step of money that is taken in a process that dies, and again afterwards. */
export interface CrashCase {
  /** Where it dies, by name. */
  readonly points: readonly string[];
  readonly prepare: () => Promise<PreparedStep>;
}

export interface PreparedStep {
  readonly input: unknown;
  /** What it ends in, whenever it was crashed. */
  readonly end: readonly unknown[];
  readonly read: () => Promise<readonly unknown[]>;
}

export interface Crashing {
  readonly counting: Counting;
  ctx(actor?: Actor): AppContext;
  /** The buyer of everything, who is an admin besides. */
  readonly admin: Actor;
  take(name: StepName, input: unknown): Promise<unknown>;
  /** Does all jobs: leases of the dead end, and what is tried again later is due at once. */
  finishAll(): Promise<void>;
  /** Dies at each point of the case, takes the step again, and compares what it ends in. */
  survive(name: StepName, crashed: CrashCase): Promise<void>;
}

/** Every transaction of money passes these, which roll back what the point of a case before them does: `crash-points.test.ts` dies there. */
const ofEveryTransaction: ReadonlySet<string> = new Set([
  ...['after-claim', 'after-payment-confirmed', 'after-counter', 'after-invoice', 'after-sync'],
  ...['after-flush', 'before-audit-log', 'before-commit'],
]);

/** The embedded database has the points of the case, the other every second of them; `STORM=full` dies at every passage instead. */
const isFull = process.env['STORM'] === 'full';
const pointsOf = ({ points }: CrashCase): readonly string[] =>
  isFull
    ? Array.from({ length: 250 }, (_, i) => String(i + 1))
    : points.filter((point, i) => !ofEveryTransaction.has(point) && (engine === 'sqlite' || i % 2 === 0));

/** What a buyer does; everything else is an admin's, or the provider's. */
const ofBuyers: ReadonlySet<StepName> = new Set(['form', 'charge']);

export async function openCrashing(environment: Record<string, string> = {}): Promise<Crashing> {
  let ahead = 0;
  const counting = await openCounting(environment, { now: () => new Date(Date.now() + ahead) });
  const ctx = (actor = system): AppContext => counting.app.contextFor({ actor, requestId: 'again' });
  const admin = makeActor(counting.buyerId, { role: 'ADMIN', sessionId: null });
  const buyer = makeActor(counting.buyerId, { sessionId: null });
  const stepOf = (name: StepName, input: unknown) => ({ name, input, actor: ofBuyers.has(name) ? buyer : admin });
  const take = (name: StepName, input: unknown) => takeStep(counting.app, stepOf(name, input));

  async function finishAll(): Promise<void> {
    // Less than a minute: the next process must not stand well before the last invoice.
    ahead = 30_000;
    await until(
      'nothing is left to do',
      async () => {
        await ctx().run(hurry, undefined);
        await counting.app.worker.runDue();
        return (await unfinishedJobs(counting)).length === 0;
      },
      60_000,
    );
    ahead = 0;
  }

  async function crash(name: StepName, input: unknown, point: string): Promise<number | string> {
    const { ended, output } = spawnModule('tests/support/processes/stepped-once.ts', {
      ...counting.environment,
      STEP: JSON.stringify(stepOf(name, input)),
      CRASH_AT: point,
    });
    const end = await ended;
    expect([name, point, end === 0 || end === 'SIGKILL' ? '' : output().slice(-2_000)]).toEqual([name, point, '']);
    return end;
  }

  async function survive(name: StepName, crashed: CrashCase): Promise<void> {
    let isAlive = false;
    for (const point of pointsOf(crashed)) {
      const { input, end, read } = await crashed.prepare();
      isAlive = (await crash(name, input, point)) === 0;
      await ctx().run(endLeases, undefined);
      // What was done already is refused, or does nothing more.
      await take(name, input).catch((error: { code?: string }) => {
        if (name !== 'reverse' || error.code !== 'ACTION_NOT_ALLOWED') throw error;
      });
      await finishAll();
      expect([point, await read()]).toEqual([point, end]);
      expect([point, await readBooks(counting)]).toMatchObject([
        point,
        {
          invoices: { numbers: expect.stringMatching(/^(1\.\.\d+)$/) as unknown },
          creditNotes: { numbers: expect.stringMatching(/^(1\.\.\d+)$/) as unknown, wrong: [] },
          ...{ wrongBalances: [], unfinishedJobs: [], auditLog: 'OK' },
        },
      ]);
      if (isAlive) break;
    }
    expect(isAlive).toBe(isFull);
  }

  return { counting, ctx, admin, take, finishAll, survive };
}

const hurry = ({ em, now }: Tx<'em' | 'now'>): Promise<unknown> =>
  em.nativeUpdate(Job, { state: 'PENDING', runAt: { $gt: now } }, { runAt: now });

/** Nobody else goes on with a reconciliation before the lease of the dead has ended. */
const endLeases = ({ em }: Tx<'em'>): Promise<unknown> => em.nativeUpdate(Reconciliation, {}, { leaseUntil: null });
