import { DatabaseSync } from 'node:sqlite';

/** The exclusive lock of the only server on an embedded database. */
export interface OnlyServer {
  release(): void;
}

/**
 * Makes this process the only server on this embedded database; `undefined` when another process is. The operating
 * system releases the lock even when the process is killed. The holder must keep a reference: a garbage-collected
 * connection releases the lock.
 */
export function takeOnlyServer(databaseFile: string): OnlyServer | undefined {
  const lock = new DatabaseSync(`${databaseFile}.server`);
  try {
    lock.exec('pragma journal_mode = memory; begin exclusive');
  } catch {
    lock.close();
    return undefined;
  }
  return { release: () => lock.close() };
}
