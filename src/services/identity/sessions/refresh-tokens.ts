import { newId, newSecret } from '../../kernel/ids.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { safeEqual } from '../../kernel/safe-equal.ts';

/**
 * Refresh tokens: `<session>.<secret>.<seal>`, opaque to clients. The secret is 256 bits; the seal proves that we made
 * the token, so that a replayed old one is distinguished from an invented one without keeping every token ever made.
 */
export interface RefreshToken {
  readonly sessionId: string;
  readonly secret: string;
}

/** The first token of a new session. */
export const firstToken = (): RefreshToken => ({ sessionId: newId(), secret: newSecret() });

/** The token that follows: always the same for one parent, and known only to who has the application’s key and the parent. */
export const childOf = (derived: DerivedSecrets, { sessionId, secret }: RefreshToken): RefreshToken => ({
  sessionId,
  secret: derived.of('refresh-child', sessionId, secret),
});

const sealOf = (derived: DerivedSecrets, { sessionId, secret }: RefreshToken): string =>
  derived.of('refresh-seal', sessionId, secret).slice(0, 22);

export const written = (derived: DerivedSecrets, token: RefreshToken): string =>
  `${token.sessionId}.${token.secret}.${sealOf(derived, token)}`;

const shape = /^([0-9a-f-]{36})\.([\w-]{43})\.([\w-]{22})$/;

/** Reads a token back; `null` for anything that we did not write. */
export function read(derived: DerivedSecrets, text: string): RefreshToken | null {
  const [, sessionId, secret, seal] = shape.exec(text) ?? [];
  if (sessionId === undefined || secret === undefined || seal === undefined) return null;
  const token = { sessionId, secret };
  return safeEqual(seal, sealOf(derived, token)) ? token : null;
}
