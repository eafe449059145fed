// @lane sqlite at first: one row and its commit, which crash-points.test.ts and sessions.test.ts have on both.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { engine } from '../support/database.ts';
import { ask } from '../support/ask.ts';
import { openServerProcesses, type ServerProcesses } from '../support/processes/server-processes.ts';

let env: ServerProcesses;
beforeAll(async () => {
  env = await openServerProcesses();
});
afterAll(() => env.close());

interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
}

const refreshing =
  'mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { accessToken refreshToken } }';

/** A server takes seconds to start: a clock that is behind keeps the wait within the ten seconds of grace, on any machine. */
const startingSeconds = 60;
const clockAt = (startedAt: number, aheadSeconds = 0): Record<string, string> => ({
  CLOCK_AHEAD_MS: String(startedAt - Date.now() + aheadSeconds * 1_000),
});

async function tokensOf(url: string, document: string, input: object): Promise<Tokens> {
  const { data, text } = await ask({ url }, document, { variables: { input } });
  const [tokens] = Object.values(data ?? {}) as (Tokens | null)[];
  if (!tokens) throw new Error(text);
  return tokens;
}

test(`a server that dies between a refresh and its answer logs nobody out: the client asks again and gets the same child (${engine})`, async () => {
  const { email, password } = env.people.get('CUSTOMER') ?? { email: '', password: '' };
  const dying = await env.start({ CRASH_AT: 'session-rotated' });
  const first = await tokensOf(
    dying.url,
    'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken refreshToken } } }',
    { email, password },
  );
  const sessions = () =>
    env.contextFor.db.selectFrom('session').select(['id', 'refresh_hash', 'rotated_at', 'revoked_at']).execute();
  const [before] = await sessions();
  const askedAt = Date.now();
  await expect(tokensOf(dying.url, refreshing, { refreshToken: first.refreshToken })).rejects.toThrow('fetch failed');
  expect(await dying.ended).toBe('SIGKILL');
  // The exchange is committed; nobody received the answer.
  const [after] = await sessions();
  expect(after?.id).toBe(before?.id);
  expect(after?.refresh_hash).not.toBe(before?.refresh_hash);
  expect(after?.rotated_at).not.toBeNull();

  const restarted = await env.start(clockAt(askedAt - startingSeconds * 1_000));
  const [child, same] = [
    await tokensOf(restarted.url, refreshing, { refreshToken: first.refreshToken }),
    await tokensOf(restarted.url, refreshing, { refreshToken: first.refreshToken }),
  ];
  expect(same.refreshToken).toBe(child.refreshToken);
  expect((await ask(restarted, '{ me { email } }', { token: child.accessToken })).data).toEqual({ me: { email } });
  expect(await sessions()).toMatchObject([{ id: before?.id, revoked_at: null }]);
  expect((await tokensOf(restarted.url, refreshing, { refreshToken: child.refreshToken })).refreshToken).not.toBe(
    child.refreshToken,
  );

  // The grace is real: beyond it the first token is a copy, and ends the session.
  const later = await env.start(clockAt(askedAt, 11));
  expect((await ask(later, refreshing, { variables: { input: { refreshToken: first.refreshToken } } })).code).toBe(
    'UNAUTHENTICATED',
  );
  expect(await sessions()).toMatchObject([{ revoked_at: expect.anything() }]);
}, 180_000);
