import { extname } from 'node:path';
import type { Piscina } from 'piscina';
import { createSemaphore } from '../../../kernel/semaphore.ts';
import { CalendarFailure } from '../port.ts';
import type { CalendarAnswer, CalendarReading, CalendarTask } from './read-calendar.ts';

/** A thread that was idle for this long ends. */
const idleMs = 10_000;
/** No file of five megabytes takes so long: one that does is meant to. */
const longestMs = 20_000;
const mostMegabytes = 256;

const program = new URL(`./reader-thread${extname(import.meta.url)}`, import.meta.url);

/** Whoever waits has the whole time, however long the file before takes. */
const inTurn = createSemaphore({ atOnce: 1, waiting: Infinity });

let pool: Promise<Piscina<CalendarTask, CalendarAnswer>> | undefined;

async function openPool(): Promise<Piscina<CalendarTask, CalendarAnswer>> {
  const { Piscina } = await import('piscina');
  const resourceLimits = { maxOldGenerationSizeMb: mostMegabytes };
  return new Piscina({ filename: program.href, minThreads: 0, maxThreads: 1, idleTimeout: idleMs, resourceLimits });
}

/** Reads calendar files beside the event loop. Error: CalendarFailure UNREADABLE. */
export async function readInThread(task: CalendarTask): Promise<CalendarReading> {
  pool ??= openPool();
  const threads = await pool;
  const answer = await inTurn(() => threads.run(task, { signal: AbortSignal.timeout(longestMs) })).catch(
    (cause: unknown) => {
      throw new CalendarFailure('UNREADABLE', 'TOO_MUCH_WORK', { cause });
    },
  );
  if ('failure' in answer) throw new CalendarFailure('UNREADABLE', answer.failure);
  return answer;
}
