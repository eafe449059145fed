// @lane sqlite: proves how Node restarts a process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { ask } from '../support/ask.ts';
import { listening } from '../support/processes/server-processes.ts';
import { spawnModule, type ChildOfTest } from '../support/processes/spawn.ts';

let directory: string;
let server: ChildOfTest | undefined;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'atelier-watched-'));
});
afterEach(async () => {
  // The watcher ends the server that it started when it is asked to, not when it is killed.
  server?.child.kill('SIGTERM');
  await server?.ended;
  rmSync(directory, { recursive: true, force: true });
});

const login = 'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }';

test('nobody could sign in under `npm run dev`: threads took the watcher’s messages for their answers', async () => {
  const environment = {
    NODE_ENV: 'development',
    DATA_DIR: join(directory, 'data'),
    KEYS_DIR: join(directory, 'keys'),
    PORT: '0',
    LOG_LEVEL: 'warn',
    BCRYPT_ROUNDS: '4',
  };
  server = spawnModule({ file: 'src/server.ts', flags: ['--watch', '--watch-preserve-output'] }, environment);
  const url = await listening(server);
  const people = [...server.output().matchAll(/^ {2}[A-Z]+ +(\S+@\S+) +(\S+)$/gm)].map(
    ([, email = '', password = '']) => ({ email, password }),
  );
  expect(people.length).toBeGreaterThanOrEqual(4);
  // Together, so that several threads begin and each says what it has loaded.
  const answers = await Promise.all(people.map((input) => ask({ url }, login, { variables: { input } })));
  expect(
    answers.map(({ data, code }) => [
      typeof (data as { login?: { accessToken?: unknown } } | null)?.login?.accessToken,
      code,
    ]),
  ).toEqual(people.map(() => ['string', undefined]));
  const wrong = await ask({ url }, login, {
    variables: { input: { email: people[0]?.email, password: 'Pas-Le-Bon-Du-Tout-1' } },
  });
  expect(wrong.code).toBe('CREDENTIALS_INVALID');
});
