import { StatementSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

/** The statements that the embedded database executes in this process. */
export interface Statements {
  readonly executed: string[];
  /** Waits until what was begun executes nothing more. */
  quiet(): Promise<void>;
  stop(): void;
}

const calls = ['all', 'get', 'run', 'iterate'] as const;

/** Notes each of them, until `stop`. */
export function noteStatements(): Statements {
  const executed: string[] = [];
  const originals = calls.map((name) => Reflect.get(StatementSync.prototype, name) as (...given: unknown[]) => unknown);
  for (const [i, name] of calls.entries()) {
    Reflect.set(StatementSync.prototype, name, function counted(this: StatementSync, ...given: unknown[]) {
      executed.push(this.sourceSQL);
      return originals[i]?.apply(this, given);
    });
  }
  return {
    executed,
    async quiet() {
      for (let before = -1; before !== executed.length;) {
        before = executed.length;
        await sleep(1);
      }
    },
    stop() {
      for (const [i, name] of calls.entries()) Reflect.set(StatementSync.prototype, name, originals[i]);
    },
  };
}
