import { system } from '../../access/actor.ts';
import { newId } from '../../kernel/ids.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { ProcessRegistry } from '../processes/index.ts';
import type { AppContext } from '../context.ts';
import type { Origin } from '../unit-of-work.ts';
import { claimJobs, isWorkDue, type ClaimedJob } from './claim.ts';
import { attemptJob } from './attempt.ts';
import { releaseJobs, renewLeases } from './outcomes.ts';
import type { Task } from '../task.ts';

export interface WorkerParts {
  readonly tasks: readonly Task[];
  readonly contextFor: (origin: Origin) => AppContext;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Without it, leases name no process, and those of a crashed process end when they expire. */
  readonly processes?: ProcessRegistry;
  readonly settings?: Partial<WorkerSettings>;
}

export interface WorkerSettings {
  /** How many jobs at once in this process. */
  readonly concurrency: number;
  /** How long a job stays leased without renewal; renewed three times in that time. */
  readonly leaseMs: number;
  /** How often, approximately, the worker looks for jobs written by other processes. */
  readonly pollMs: number;
}

/** Process managers kill a process about ten seconds after asking it to stop. */
const usualPatienceMs = 8_000;

const usual: WorkerSettings = { concurrency: 8, leaseMs: 60_000, pollMs: 1_000 };

export interface Worker {
  start(): void;
  /** Jobs were just committed in this process: look now. */
  nudge(): void;
  /** Runs everything that is due, whether started or not, until nothing is; returns how many attempts it made. */
  runDue(): Promise<number>;
  /**
   * Claims no more jobs, waits for those that run, and after `patienceMs` releases the leases of those still running.
   * Idempotent.
   */
  drain(patienceMs?: number): Promise<void>;
}

/** The engine of one process. Several may work on one database. */
export function createWorker(parts: WorkerParts): Worker {
  return new Engine(parts);
}

class Engine implements Worker {
  readonly #parts: WorkerParts;
  readonly #settings: WorkerSettings;
  readonly #tasks: ReadonlyMap<string, Task>;
  readonly #running = new Map<ClaimedJob, Promise<void>>();
  #filling: Promise<number> | null = null;
  #isAskedAgain = false;
  #isStopping = false;
  #poll: NodeJS.Timeout | undefined;
  #heartbeat: NodeJS.Timeout | undefined;
  #drained: Promise<void> | undefined;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#settings = { ...usual, ...parts.settings };
    this.#tasks = new Map(parts.tasks.map((task) => [task.definition.kind, task]));
    if (this.#tasks.size !== parts.tasks.length) throw new Error('Two tasks do one kind of job');
  }

  start(): void {
    this.#heartbeat = setInterval(() => void this.#beat(), this.#settings.leaseMs / 3);
    this.#pollSoon();
    this.#parts.processes?.watch(() => this.nudge());
    this.nudge();
  }

  nudge(): void {
    if (this.#poll === undefined || this.#isStopping) return;
    if (this.#filling) this.#isAskedAgain = true;
    else void this.#fill();
  }

  async runDue(): Promise<number> {
    let attempts = 0;
    await this.#parts.processes?.look();
    for (;;) {
      const claimed = await this.#fill();
      if (claimed === 0 && this.#running.size === 0) return attempts;
      attempts += claimed;
      await Promise.all(this.#running.values());
    }
  }

  drain(patienceMs = usualPatienceMs): Promise<void> {
    return (this.#drained ??= this.#drain(patienceMs).finally(() => this.#parts.processes?.close()));
  }

  async #drain(patienceMs: number): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#poll);
    await this.#filling;
    await Promise.race([Promise.all(this.#running.values()), pause(patienceMs)]);
    clearInterval(this.#heartbeat);
    const left = [...this.#running.keys()];
    if (left.length === 0) return;
    const released = await this.#systemContext().run(releaseJobs, left);
    this.#parts.log.warn({ jobs: left.map(({ id, kind }) => ({ id, kind })), released }, 'jobs released at shutdown');
  }

  /** Claims as many jobs as there are free slots and starts them; returns how many. */
  async #fill(): Promise<number> {
    if (this.#filling) return this.#filling;
    this.#filling = this.#claim();
    try {
      return await this.#filling;
    } finally {
      this.#filling = null;
      if (this.#isAskedAgain) this.nudge();
    }
  }

  async #claim(): Promise<number> {
    this.#isAskedAgain = false;
    const { concurrency, leaseMs } = this.#settings;
    const limit = concurrency - this.#running.size;
    const mostOf = this.#mostOf();
    const kinds = [...this.#tasks.keys()].filter((kind) => mostOf.get(kind) !== 0);
    if (!this.#canClaim(limit, kinds)) return 0;
    try {
      const ctx = this.#systemContext();
      if (!(await isWorkDue(ctx.db, { kinds, now: ctx.now }))) return 0;
      const jobs = await ctx.run(claimJobs, {
        kinds,
        mostOf,
        limit,
        leaseMs,
        process: await this.#parts.processes?.join(),
      });
      this.#setAll(jobs, { limit, mostOf });
      return jobs.length;
    } catch (error) {
      this.#parts.log.error({ error }, 'jobs could not be claimed');
      return 0;
    }
  }

  #setAll(
    jobs: readonly ClaimedJob[],
    { limit, mostOf }: { limit: number; mostOf: ReadonlyMap<string, number> },
  ): void {
    for (const job of jobs) this.#set(job);
    // A kind that has reached its own limit may have hidden others that are due.
    if (jobs.length < limit && jobs.some(({ kind }) => mostOf.has(kind))) this.#isAskedAgain = true;
  }

  #canClaim(limit: number, kinds: readonly string[]): boolean {
    return limit > 0 && kinds.length > 0 && !this.#isStopping;
  }

  /** How many more of each kind that has a limit may run in this process. */
  #mostOf(): Map<string, number> {
    const running = [...this.#running.keys()];
    const limited = [...this.#tasks.values()].filter(({ definition }) => definition.atOnce !== undefined);
    return new Map(
      limited.map(({ definition: { kind, atOnce = 0 } }) => [
        kind,
        Math.max(0, atOnce - running.filter((job) => job.kind === kind).length),
      ]),
    );
  }

  #set(job: ClaimedJob): void {
    const task = this.#tasks.get(job.kind) as Task;
    const origin = { actor: system, requestId: job.requestId ?? newId() };
    const done = attemptJob({ ...this.#parts, contextFor: () => this.#parts.contextFor(origin) }, task, job)
      .catch((error: unknown) =>
        this.#parts.log.error({ error, job: job.id, kind: job.kind }, 'the outcome of a job could not be written'),
      )
      .finally(() => {
        this.#running.delete(job);
        this.nudge();
      });
    this.#running.set(job, done);
  }

  /** Half to one and a half times the interval, so that processes do not all query at once. */
  #pollSoon(): void {
    this.#poll = setTimeout(
      () => {
        this.nudge();
        this.#pollSoon();
      },
      this.#settings.pollMs * (0.5 + Math.random()),
    );
  }

  async #beat(): Promise<void> {
    try {
      const jobs = [...this.#running.keys()];
      if (jobs.length > 0) await this.#systemContext().run(renewLeases, { jobs, leaseMs: this.#settings.leaseMs });
    } catch (error) {
      this.#parts.log.error({ error }, 'leases could not be renewed');
    }
  }

  #systemContext(): AppContext {
    return this.#parts.contextFor({ actor: system, requestId: newId() });
  }
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, milliseconds).unref());
