import { once } from 'node:events';
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { HashTask } from './hash-thread.ts';

/** A thread that had nothing to do for so long ends. */
const idleMs = 10_000;

const program = new URL(`./hash-thread${extname(import.meta.url)}`, import.meta.url);

interface Idle {
  readonly thread: Worker;
  readonly ending: NodeJS.Timeout;
}

/** Threads of low priority that hash, begun when they are needed. How many run at once is for the caller to limit. */
export class HashThreads {
  readonly #idle: Idle[] = [];

  async run(task: HashTask): Promise<unknown> {
    const thread = this.#take();
    thread.ref();
    thread.postMessage(task);
    // A thread that fails rejects here and is not used again.
    const [answer] = (await once(thread, 'message')) as [unknown];
    this.#keep(thread);
    return answer;
  }

  #take(): Worker {
    const idle = this.#idle.pop();
    if (idle === undefined) return new Worker(program, { name: 'hashes' });
    clearTimeout(idle.ending);
    return idle.thread;
  }

  #keep(thread: Worker): void {
    thread.unref();
    const ending = setTimeout(() => {
      this.#idle.splice(this.#idle.findIndex((idle) => idle.thread === thread), 1);
      void thread.terminate();
    }, idleMs);
    ending.unref();
    this.#idle.push({ thread, ending });
  }
}
