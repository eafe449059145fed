import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import {
  CompiledQuery,
  SqliteDriver,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDialectConfig,
} from 'kysely';

const busyBudgetMs = 5_000;
const longWaitMs = 500;
/** A group takes no more members after this many, or when the first of them has waited this long for the others. */
export const groupLimits = { members: 64, waitMs: 10 };

/** The low byte is the primary result code; the others extend it (https://www.sqlite.org/rescode.html). */
const isBusy = (error: unknown): boolean => ((error as { errcode?: number }).errcode ?? 0) % 256 === 5;

/** A queue in order of arrival; each waiter is woken once. */
class Turns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  get waiting(): number {
    return this.#waiting.length;
  }

  take(): Promise<void> | void {
    if (!this.#isTaken) this.#isTaken = true;
    else return new Promise((resolve) => void this.#waiting.push(resolve));
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#isTaken = false;
  }
}

/** Transactions that share one commit. */
interface Group {
  members: number;
  /** When the first of them was ready to commit. */
  readySince: number | undefined;
  readonly committed: PromiseWithResolvers<void>;
}

type Statement = DatabaseConnection['executeQuery'];

/** The one connection, as whoever has the turn sees it. */
class Turn implements DatabaseConnection {
  readonly #connection: DatabaseConnection;
  readonly #before: (turn: Turn) => Promise<void>;
  readonly #onFailure: (turn: Turn, error: unknown) => void;
  /** Is it a transaction, under way or over, and not a statement by itself? */
  isTransaction = false;
  /** A transaction that ended, by its own will or by another's failure, executes nothing more. */
  isOver = false;
  /** Why SQLite took back the transaction by itself. */
  lost: { readonly error: unknown } | undefined;

  constructor(
    connection: DatabaseConnection,
    hooks: { before: (turn: Turn) => Promise<void>; onFailure: (turn: Turn, error: unknown) => void },
  ) {
    this.#connection = connection;
    this.#before = hooks.before;
    this.#onFailure = hooks.onFailure;
  }

  executeQuery: Statement = async <R>(...call: Parameters<Statement>): Promise<QueryResult<R>> => {
    await this.#before(this);
    try {
      return await this.#connection.executeQuery<R>(...call);
    } catch (error) {
      this.#onFailure(this, error);
      throw error;
    }
  };

  async *streamQuery<R>(...call: Parameters<DatabaseConnection['streamQuery']>): AsyncIterableIterator<QueryResult<R>> {
    await this.#before(this);
    yield* this.#connection.streamQuery<R>(...call);
  }

  run = (sql: string): Promise<unknown> => this.executeQuery(CompiledQuery.raw(sql));
}

/**
 * The writing connection: one transaction at a time, and one commit for those that wait for each other anyway. A
 * transaction takes the write lock when it begins, and waits for it without blocking the event loop. Whoever waits for
 * the turn then joins the open transaction as a savepoint: the disk, which is most of what a small write costs, is asked
 * once for all of them. Each is answered after that commit. One that fails takes back its own savepoint and nobody
 * else's; a commit that fails, fails them all.
 */
export class WritingDriver extends SqliteDriver {
  readonly #turns = new Turns();
  readonly #isInTransaction: () => boolean;
  #group: Group | undefined;

  constructor(config: SqliteDialectConfig, isInTransaction: () => boolean) {
    super(config);
    this.#isInTransaction = isInTransaction;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    await this.#turns.take();
    return new Turn(await super.acquireConnection(), {
      before: (turn) => this.#prepare(turn),
      onFailure: (turn, error) => this.#notice(turn, error),
    });
  }

  /** A transaction gave its turn back when it ended. */
  override async releaseConnection(connection?: DatabaseConnection): Promise<void> {
    if (!(connection as Turn | undefined)?.isTransaction) this.#turns.give();
  }

  /** Kysely does not release a connection whose controlled transaction failed to begin (our only kind): it is released here. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    const turn = connection as Turn;
    turn.isTransaction = true;
    try {
      if (this.#group === undefined) {
        await this.#takeLock(turn);
        this.#group = { members: 0, readySince: undefined, committed: Promise.withResolvers() };
        this.#group.committed.promise.catch(() => undefined);
      }
      this.#group.members += 1;
      await turn.run('savepoint member');
    } catch (error) {
      await this.#endTurn(turn);
      throw error;
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    const turn = connection as Turn;
    await turn.run('release member');
    const group = this.#group as Group;
    group.readySince ??= performance.now();
    await Promise.all([group.committed.promise, this.#endTurn(turn)]);
  }

  /** After a commit that failed there is nothing left to take back. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    const turn = connection as Turn;
    if (turn.isOver) return;
    if (turn.lost === undefined) {
      await turn.run('rollback to member');
      await turn.run('release member');
    }
    await this.#endTurn(turn);
  }

  /** Before a statement: nothing runs outside the transaction it belongs to, and what belongs to none waits for the commit. */
  async #prepare(turn: Turn): Promise<void> {
    if (turn.lost !== undefined) throw turn.lost.error;
    if (turn.isOver) throw new Error('This transaction is over');
    if (!turn.isTransaction && this.#group !== undefined) await this.#commit();
  }

  /** On a disk failure SQLite takes back the whole transaction by itself: that of everybody in the group. */
  #notice(turn: Turn, error: unknown): void {
    if (this.#group === undefined || this.#isInTransaction()) return;
    turn.lost = { error };
    this.#group.committed.reject(error);
    this.#group = undefined;
  }

  /** Whoever waits joins the group; when nobody does, or it takes no more, one commit ends it for all. */
  async #endTurn(turn: Turn): Promise<void> {
    turn.isOver = true;
    // What has arrived meanwhile may join.
    if (this.#group !== undefined && this.#turns.waiting === 0) await nextTurn();
    if (this.#group !== undefined && (this.#turns.waiting === 0 || isFull(this.#group))) await this.#commit();
    this.#turns.give();
  }

  /** Never throws: whoever is in the group is answered by its promise. */
  async #commit(): Promise<void> {
    const { committed } = this.#group as Group;
    this.#group = undefined;
    const connection = await super.acquireConnection();
    try {
      await super.commitTransaction(connection);
      committed.resolve();
    } catch (error) {
      if (this.#isInTransaction()) await super.rollbackTransaction(connection);
      committed.reject(error);
    }
  }

  async #takeLock(turn: Turn): Promise<void> {
    const began = performance.now();
    const waited = (): number => performance.now() - began;
    // A busy process leaves the lock for an instant only: whoever has waited long looks more often, so as to meet one.
    for (let pause = 1; ; pause = waited() > longWaitMs ? 1 : Math.min(pause * 2, 20)) {
      try {
        await turn.run('begin immediate');
        return;
      } catch (error) {
        if (!isBusy(error) || waited() > busyBudgetMs) throw error;
        await sleep(pause + Math.random() * pause);
      }
    }
  }
}

const isFull = ({ members, readySince = Infinity }: Group): boolean =>
  members >= groupLimits.members || performance.now() - readySince > groupLimits.waitMs;
