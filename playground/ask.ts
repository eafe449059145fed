import { createClient } from '../sdk/client.ts';
import type { Tokens } from '../sdk/session.ts';

/** Who is signed in, as this tab of the browser remembers it over a reload. */
interface Kept {
  readonly tokens: Tokens;
  readonly name: string;
}

const key = 'atelier-session';

function read(): Kept | null {
  const text = sessionStorage.getItem(key);
  return text === null ? null : (JSON.parse(text) as Kept);
}

let name = read()?.name ?? '';

/** The page's own requests are sent by the SDK, which holds and renews the tokens. */
export const atelier = createClient({
  url: '/graphql',
  token: read()?.tokens ?? null,
  onTokens: (tokens) => {
    if (tokens === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify({ tokens, name } satisfies Kept));
  },
});

export interface SignedIn {
  readonly accessToken: string;
  readonly accessTokenExpiresAt?: string | null;
  readonly refreshToken?: string | null;
  readonly user: { readonly displayName: string; readonly role: string };
}

export const nameNow = (): string => name;

export function enter({ accessToken, accessTokenExpiresAt, refreshToken, user }: SignedIn): void {
  name = `${user.displayName} · ${user.role}`;
  atelier.useTokens({
    accessToken,
    ...(refreshToken ? { refreshToken } : {}),
    ...(accessTokenExpiresAt ? { accessTokenExpiresAt } : {}),
  });
}

/** One of the page's own operations. */
export const ask = async <Result>(text: string, variables: Record<string, unknown> = {}): Promise<Result> =>
  (await atelier.mutate(text, variables as never)) as Result;

export function find<Kind extends HTMLElement>(id: string): Kind {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`The page has no #${id}`);
  return element as Kind;
}

export const show = (note: string): void => {
  find('note').textContent = note;
};
