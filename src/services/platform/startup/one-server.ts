import { DatabaseSync } from 'node:sqlite';

/** The only server on an embedded database, until it gives that up. */
export interface OnlyServer {
  release(): void;
}

/**
 * Takes the place of the only server on this embedded database; `undefined` when another process has it. The operating
 * system gives it back even when the process is killed. Whoever holds it refers to it: a collected connection lets go.
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
