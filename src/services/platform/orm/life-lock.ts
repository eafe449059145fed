import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createConnection, type Connection } from 'mysql2/promise';
import { dialectOf, type DatabaseSettings } from './orm.ts';

/** HELD: its process is running. FREE: no process holds it. UNKNOWN: this lock does not know. */
export type LockState = 'HELD' | 'FREE' | 'UNKNOWN';

/** A lock that a process holds while it runs, and that the system releases when the process ends for any reason. */
export interface LifeLock {
  /** How long a process whose lock is free must also have been silent before it counts as dead. */
  readonly patienceMs: number;
  /** How often a process writes its heartbeat to the database. */
  readonly beatMs: number;
  hold(id: string): Promise<void>;
  /** Takes the lock again if it was lost. */
  keep(): Promise<void>;
  look(id: string): Promise<LockState>;
  /** Removes what a crashed process left of its lock. */
  forget(id: string): void;
  release(): Promise<void>;
}

export const lifeLock = (settings: DatabaseSettings): LifeLock =>
  dialectOf(settings) === 'sqlite'
    ? fileLock(join(dirname(settings.file), 'processes'))
    : namedLock(settings.url as string);

/**
 * An exclusive transaction on a separate small database beside the embedded one: the lock belongs to the operating
 * system, so it is released at the instant the process ends, and is visible from other containers that share the
 * folder.
 */
function fileLock(folder: string): LifeLock {
  const fileOf = (id: string): string => join(folder, `${id}.lock`);
  let own: { readonly file: string; readonly database: DatabaseSync } | undefined;
  return {
    patienceMs: 0,
    beatMs: 20_000,
    hold: async (id) => {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const file = fileOf(id);
      const database = new DatabaseSync(file);
      database.exec('begin exclusive');
      own = { file, database };
    },
    keep: async () => undefined,
    look: async (id) => {
      if (!existsSync(fileOf(id))) return 'UNKNOWN';
      const database = new DatabaseSync(fileOf(id), { timeout: 0 });
      try {
        database.exec('begin exclusive');
        return 'FREE';
      } catch {
        return 'HELD';
      } finally {
        database.close();
      }
    },
    forget: (id) => rmSync(fileOf(id), { force: true }),
    release: async () => {
      if (own === undefined) return;
      own.database.close();
      rmSync(own.file, { force: true });
      own = undefined;
    },
  };
}

const nameOf = (id: string): string => `atelier:${id}`;

/** The connection that holds a named lock, opened again, with its lock, when it was cut. */
class LockConnection {
  readonly #uri: string;
  #connection: Connection | undefined;
  #held: string | undefined;

  constructor(uri: string) {
    this.#uri = uri;
  }

  get held(): string | undefined {
    return this.#held;
  }

  async hold(id: string): Promise<void> {
    this.#held = id;
    await this.ask('select get_lock(?, 0) as answer', [nameOf(id)]);
  }

  async ask(statement: string, values: readonly string[]): Promise<unknown> {
    const asked = this.#connection ?? (await this.#open());
    try {
      const [rows] = await asked.query(statement, [...values]);
      return (rows as { answer: unknown }[])[0]?.answer;
    } catch (error) {
      this.#lose(asked);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#held = undefined;
    const last = this.#connection;
    this.#connection = undefined;
    await last?.end().catch(() => undefined);
  }

  async #open(): Promise<Connection> {
    const fresh = await createConnection({ uri: this.#uri, connectTimeout: 5_000, enableKeepAlive: true });
    // The next use opens another one.
    fresh.on('error', () => this.#lose(fresh));
    this.#connection = fresh;
    try {
      if (this.#held !== undefined) await fresh.query('select get_lock(?, 0)', [nameOf(this.#held)]);
    } catch (error) {
      this.#lose(fresh);
      throw error;
    }
    return fresh;
  }

  #lose(connection: Connection): void {
    if (this.#connection === connection) this.#connection = undefined;
    connection.destroy();
  }
}

/**
 * A named lock of the database server, held by its own connection: it is released when the server notices that the
 * connection ended, which is immediate when a process is killed. The connection of a running process can also be cut;
 * therefore a free lock alone proves nothing, and the process must also have been silent for a while.
 */
function namedLock(uri: string): LifeLock {
  const connection = new LockConnection(uri);
  return {
    patienceMs: 2_500,
    beatMs: 1_000,
    hold: (id) => connection.hold(id),
    // Taking a lock again costs nothing, and keeps the server from closing an idle connection.
    keep: async () => {
      const { held } = connection;
      if (held !== undefined)
        await connection.ask('select if(is_used_lock(?) = connection_id(), 1, get_lock(?, 0)) as answer', [
          nameOf(held),
          nameOf(held),
        ]);
    },
    look: async (id) => {
      const answer = await connection.ask('select is_free_lock(?) as answer', [nameOf(id)]);
      if (answer === null || answer === undefined) return 'UNKNOWN';
      return Number(answer) === 1 ? 'FREE' : 'HELD';
    },
    forget: () => undefined,
    release: () => connection.close(),
  };
}
