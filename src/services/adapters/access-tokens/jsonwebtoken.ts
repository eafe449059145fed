import jwt from 'jsonwebtoken';
import { z } from 'zod';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { SigningKeys } from './key-ring.ts';
import type { AccessClaims, AccessTokens } from './port.ts';

export interface AccessTokenSettings {
  readonly keys: SigningKeys;
  /** Issuer of the tokens: this server, for its own API. */
  readonly issuer: string;
  readonly minutes: number;
}

const audience = 'atelier-api';
/** Another process's clock may be this far ahead of ours; a token's expiry allows no tolerance. */
const skewSeconds = 30;
const maxBytes = 2_048;

const header = z.strictObject({ alg: z.literal('HS256'), typ: z.literal('at+jwt'), kid: z.string() });
const payload = z.strictObject({
  iss: z.string(),
  aud: z.literal(audience),
  sub: z.uuid(),
  sid: z.uuid(),
  sv: z.int(),
  jti: z.uuid(),
  iat: z.int(),
  nbf: z.int(),
  exp: z.int(),
});

/** JWT of type `at+jwt` (RFC 9068), HS256 and nothing else, with exactly our claims. */
export const jwtAccessTokens = (settings: AccessTokenSettings): AccessTokens => ({
  sign: (claims, now) => signToken(settings, claims, now),
  verify: (token, now) => {
    try {
      return verifyToken(settings, token, now);
    } catch (cause) {
      throw new DomainError('UNAUTHENTICATED', {}, { cause });
    }
  },
});

function signToken(
  { keys, issuer, minutes }: AccessTokenSettings,
  { userId, sessionId, sessionVersion }: Parameters<AccessTokens['sign']>[0],
  now: Date,
): ReturnType<AccessTokens['sign']> {
  const iat = Math.floor(now.getTime() / 1000);
  const exp = iat + minutes * 60;
  const claims = {
    iss: issuer,
    aud: audience,
    sub: userId,
    sid: sessionId,
    sv: sessionVersion,
    jti: newId(),
    iat,
    nbf: iat,
    exp,
  };
  const token = jwt.sign(claims, keys.current.key, {
    algorithm: 'HS256',
    header: { alg: 'HS256', typ: 'at+jwt', kid: keys.current.kid },
  });
  return { token, expiresAt: new Date(exp * 1000) };
}

function verifyToken({ keys, issuer }: AccessTokenSettings, token: string, now: Date): AccessClaims {
  if (token.length > maxBytes) throw new Error('too long');
  const { kid } = header.parse(partOf(token, 0));
  const key = keys.find(kid);
  if (key === undefined) throw new Error('unknown key');
  const seconds = Math.floor(now.getTime() / 1000);
  jwt.verify(token, key, {
    algorithms: ['HS256'],
    issuer,
    audience,
    clockTimestamp: seconds,
    clockTolerance: skewSeconds,
  });
  const claims = payload.parse(partOf(token, 1));
  if (claims.exp <= seconds) throw new Error('expired');
  return {
    userId: claims.sub,
    sessionId: claims.sid,
    sessionVersion: claims.sv,
    expiresAt: new Date(claims.exp * 1000),
  };
}

/**
 * One part of a token, read strictly: any other encoding of the same JSON (a duplicate name, white space, non-canonical
 * base64) is refused.
 */
function partOf(token: string, index: number): unknown {
  const part = token.split('.')[index] ?? '';
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
  if (Buffer.from(JSON.stringify(value)).toString('base64url') !== part) throw new Error('not as we write it');
  return value;
}
