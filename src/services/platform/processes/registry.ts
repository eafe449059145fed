import { hostname } from 'node:os';
import { system } from '../../access/actor.ts';
import { newId } from '../../kernel/ids.ts';
import type { Logger } from '../logger.ts';
import type { LifeLock } from '../orm/life-lock.ts';
import type { AppContext } from '../context.ts';
import type { Origin } from '../unit-of-work.ts';
import { beat, enrol, giveBack, leave, type ProcessIdentity } from './register.ts';

export interface RegistryParts {
  readonly lock: LifeLock;
  readonly contextFor: (origin: Origin) => AppContext;
  readonly log: Logger;
}

/** How often other processes are checked. */
const lookMs = 500;
/** A process whose lock says nothing counts as dead when it has been silent for the length of a lease. */
const silenceMs = 60_000;

/** Another process, and when its heartbeat last changed. */
interface Seen {
  readonly heartbeats: number;
  readonly at: number;
}

/** The processes that work on this database: this one writes its heartbeat, and detects those that have crashed. */
export class ProcessRegistry {
  readonly identity: ProcessIdentity = { id: newId(), host: hostname(), pid: process.pid };
  readonly #parts: RegistryParts;
  readonly #seen = new Map<string, Seen>();
  #joining: Promise<void> | undefined;
  #looking: Promise<number> | null = null;
  #beating: NodeJS.Timeout | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
  }

  /** From here on this process may take leases. The lock first: a row without it would look like a dead process. */
  async join(): Promise<ProcessIdentity> {
    this.#joining ??= this.#join();
    try {
      await this.#joining;
    } catch (error) {
      this.#joining = undefined;
      throw error;
    }
    return this.identity;
  }

  async #join(): Promise<void> {
    await this.#parts.lock.hold(this.identity.id);
    await this.#asServer().run(enrol, this.identity);
    this.#beating = setInterval(() => void this.#beat(), this.#parts.lock.beatMs);
    this.#beating.unref();
  }

  /** Looks for dead processes, now and regularly; `onGivenBack` is called when there is work again. */
  watch(onGivenBack: () => void): void {
    const look = (): void =>
      void this.look().then((jobs) => {
        if (jobs > 0) onGivenBack();
      });
    this.#timer = setInterval(look, lookMs);
    this.#timer.unref();
    look();
  }

  /**
   * Releases what dead processes had leased; returns how many jobs. Never fails: what could not be checked is checked
   * again.
   */
  look(): Promise<number> {
    this.#looking ??= this.#look()
      .catch((error: unknown) => {
        // A heartbeat may have been missed: every process is observed again from the beginning.
        this.#seen.clear();
        this.#parts.log.warn({ error }, 'other processes could not be checked');
        return 0;
      })
      .finally(() => (this.#looking = null));
    return this.#looking;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    clearInterval(this.#beating);
    await this.#looking;
    if (this.#joining === undefined) return void (await this.#parts.lock.release());
    await this.#joining.catch(() => undefined);
    await this.#asServer()
      .run(leave, this.identity)
      .catch((error: unknown) => this.#parts.log.warn({ error }, 'this process could not sign off'));
    await this.#parts.lock.release();
  }

  async #look(): Promise<number> {
    const rows = await this.#asServer()
      .db.selectFrom('running_process')
      .select(['id', 'host', 'pid', 'heartbeats'])
      .where('id', '!=', this.identity.id)
      .execute();
    const present = new Set(rows.map(({ id }) => id));
    for (const id of this.#seen.keys()) if (!present.has(id)) this.#seen.delete(id);
    let jobs = 0;
    for (const row of rows) {
      const process = { ...row, heartbeats: Number(row.heartbeats) };
      if (await this.#isDead(process)) jobs += await this.#bury(process);
    }
    return jobs;
  }

  async #isDead({ id, heartbeats }: { id: string; heartbeats: number }): Promise<boolean> {
    const { lock } = this.#parts;
    const state = await lock.look(id);
    const before = this.#seen.get(id);
    const now = performance.now();
    if (state === 'HELD' || before?.heartbeats !== heartbeats) this.#seen.set(id, { heartbeats, at: now });
    if (state === 'HELD') return false;
    const silentSince = this.#seen.get(id)?.at ?? now;
    return now - silentSince >= (state === 'FREE' ? lock.patienceMs : silenceMs);
  }

  async #bury({
    id,
    host,
    pid,
    heartbeats,
  }: {
    id: string;
    host: string;
    pid: number;
    heartbeats: number;
  }): Promise<number> {
    const jobs = await this.#asServer().run(giveBack, { id, heartbeats });
    if (jobs < 0) return 0;
    this.#parts.lock.forget(id);
    this.#parts.log.warn({ process: id, host, pid, jobs }, 'a process died: its leases are released');
    return jobs;
  }

  async #beat(): Promise<void> {
    try {
      await this.#parts.lock.keep();
      await this.#asServer().run(beat, this.identity);
    } catch (error) {
      this.#parts.log.warn({ error }, 'this process could not write its heartbeat');
    }
  }

  #asServer(): AppContext {
    return this.#parts.contextFor({ actor: system, requestId: newId() });
  }
}
