import { system } from '../access/actor.ts';
import { examineClock, toleratedMs, type ClockDoubt } from './clock-guard.ts';
import { newId } from '../kernel/ids.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Logger } from '../platform/logger.ts';
import type { Origin } from '../platform/unit-of-work.ts';

/** How often the wall clock is held against the one that only goes forward; and how often that it is still believed is written down. */
const lookMs = 30_000;
const noteMs = 10 * 60_000;

export interface ClockMonitorParts {
  readonly clock: Clock;
  readonly log: Logger;
  readonly contextFor: (origin: Origin) => AppContext;
}

export interface ClockMonitor {
  stop(): void;
}

/**
 * Watches the wall clock of a process that works: at the start against what was last believed, then against the monotonic
 * clock. A jump is recorded; one of more than a month stops the invoices (`examineClock`), and the log says what to do.
 */
export async function monitorClock({ clock, log, contextFor }: ClockMonitorParts): Promise<ClockMonitor> {
  const ctx = () => contextFor({ actor: system, requestId: newId() });
  const examine = async (): Promise<void> => {
    const doubt = await ctx().run(examineClock, undefined);
    if (doubt !== null) log.error({ doubt }, clockWords(doubt));
  };
  let last = { wall: clock.now().getTime(), steady: performance.now() };
  let notedAt = performance.now();
  await examine();
  const look = async (): Promise<void> => {
    const present = { wall: clock.now().getTime(), steady: performance.now() };
    const jumpMs = Math.round(present.wall - last.wall - (present.steady - last.steady));
    last = present;
    const hasJumped = Math.abs(jumpMs) > toleratedMs;
    if (hasJumped) {
      log.warn({ jumpMs }, 'the wall clock jumped, or the machine slept');
      await ctx().run(noteJump, { jumpMs });
    }
    if (!hasJumped && present.steady - notedAt < noteMs) return;
    notedAt = present.steady;
    await examine();
  };
  const timer = setInterval(
    () => void look().catch((error: unknown) => log.error({ error }, 'the clock could not be looked at')),
    lookMs,
  );
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

const noteJump = async ({ record }: Tx<'record'>, { jumpMs }: { jumpMs: number }): Promise<void> =>
  record({ action: 'CLOCK_JUMPED', payload: { seconds: Math.round(jumpMs / 1_000) } });

/** What is wrong, and what an operator does about it. */
export function clockWords({ kind, now, against }: ClockDoubt): string {
  const seen = kind === 'JUMPED' ? 'the last that was known here happened at' : 'the last invoice was issued at';
  return (
    `The clock says ${now.toISOString()}, and ${seen} ${against.toISOString()}. No invoice is issued until this is cleared: ` +
    'set the clock right, or, when it is right, run: npm run atelier -- clock:confirm'
  );
}
