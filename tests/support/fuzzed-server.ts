import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@jest/globals';
import { signIn } from './ask.ts';
import { openServerProcesses, type ServerProcesses, type RunningServer } from './processes/server-processes.ts';
import { until } from './until.ts';

export interface Held {
  readonly descriptors: number;
  readonly sockets: number;
  /** Bytes of the heap and beside it, after a collection of garbage. */
  readonly own: number;
}

/** A server in a process of its own that is sent anything, while somebody else uses it. */
export interface FuzzedServer {
  readonly env: ServerProcesses;
  readonly url: string;
  readonly token: string;
  /** It lives, has answered the others, has met nothing that it did not foresee, and holds no more than before. */
  check(): Promise<void>;
  close(): Promise<void>;
}

const mostGrowth = 64 * 2 ** 20;

export async function openFuzzedServer(): Promise<FuzzedServer> {
  const env = await openServerProcesses({ TRUSTED_PROXIES: '127.0.0.1', LOG_LEVEL: 'error' });
  const server = await env.start();
  const token = await signInSoon({ url: server.url, people: env.people }, 'CUSTOMER');
  const before = await heldBy(server);
  const others = useMeanwhile(server.url);
  return {
    env,
    url: server.url,
    token,
    check: async () => {
      expect([server.child.exitCode, server.child.signalCode]).toEqual([null, null]);
      expect(others.refused()).toEqual([]);
      expect(others.answered()).toBeGreaterThan(0);
      expect(
        server
          .output()
          .split('\n')
          .filter((line) => /"level":(50|60)|"level":"(error|fatal)"|unhandled|Warning/i.test(line)),
      ).toEqual([]);
      await until('connections are let go', async () => (await heldBy(server)).sockets === 0);
      expect((await heldBy(server)).own).toBeLessThan(before.own + mostGrowth);
    },
    close: async () => {
      await others.stop();
      await env.close();
    },
  };
}

/** A server that has just started on a busy machine answers anonymous callers to retry later. */
export async function signInSoon(...asked: Parameters<typeof signIn>): Promise<string> {
  let token = '';
  await until('one may sign in', async () => (token = await signIn(...asked).catch(() => '')) !== '');
  return token;
}

/** What a server says it holds, after it has collected its garbage. */
export async function heldBy(server: RunningServer): Promise<Held> {
  const reports = (): string[] => server.output().match(/holds \{.*\}/g) ?? [];
  const count = reports().length;
  server.child.kill('SIGUSR2');
  await until('the server counts', () => reports().length > count, 180_000);
  return JSON.parse((reports().at(-1) ?? '').slice('holds '.length)) as Held;
}

function useMeanwhile(url: string): { answered(): number; refused(): string[]; stop(): Promise<void> } {
  const refused: string[] = [];
  let [answered, isOver] = [0, false];
  const use = async (): Promise<void> => {
    while (!isOver) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      }).catch((error: unknown) => error as Error);
      if (response instanceof Error) refused.push(String(response.cause ?? response));
      // On a machine that is busy with other things, anonymous callers may be answered to retry later.
      else if (
        response.status !== 503 &&
        ((await response.json()) as { data?: { __typename?: string } }).data?.__typename !== 'Query'
      )
        refused.push(String(response.status));
      else answered += 1;
      await sleep(50);
    }
  };
  const using = use();
  return {
    answered: () => answered,
    refused: () => (isOver ? [] : refused),
    stop: async () => {
      isOver = true;
      await using;
    },
  };
}

/** Many at a time. */
export async function inParallel(count: number, width: number, work: (i: number) => Promise<void>): Promise<void> {
  let next = 0;
  const hand = async (): Promise<void> => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: width }, hand));
}
