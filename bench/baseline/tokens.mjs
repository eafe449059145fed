// The least that can be called signed in: the HMAC and the expiry of a JSON Web Token.
import { createHmac, timingSafeEqual } from 'node:crypto';

const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');
const macOf = (secret, text) => createHmac('sha256', secret).update(text).digest();

export function signToken(secret, claims) {
  const text = `${header}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
  return `${text}.${macOf(secret, text).toString('base64url')}`;
}

/** The claims of a token that is ours and in time, or undefined. */
export function readToken(secret, authorization) {
  const token = authorization?.startsWith('Bearer ') ? authorization.slice(7) : '';
  const end = token.lastIndexOf('.');
  if (end < 0) return undefined;
  const mac = Buffer.from(token.slice(end + 1), 'base64url');
  const right = macOf(secret, token.slice(0, end));
  if (mac.length !== right.length || !timingSafeEqual(mac, right)) return undefined;
  const claims = JSON.parse(Buffer.from(token.slice(token.indexOf('.') + 1, end), 'base64url').toString());
  return claims.exp * 1_000 > Date.now() ? claims : undefined;
}

const hour = 3_600;

/** A token for one person, valid for an hour. */
export const baselineToken = (secret, sub) => signToken(secret, { sub, exp: Math.floor(Date.now() / 1_000) + hour });
