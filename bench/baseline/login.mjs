// Signing in by hand: one lookup, a bare bcrypt, one session, one JSON Web Token. No limits, no audit log, no second
// factor.
import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import bcrypt from 'bcrypt';
import { signToken } from './tokens.mjs';

const hour = 3_600_000;

export async function signIn({ store, secret }, { email, password }) {
  const account = await store.account(email);
  if (!account || !(await bcrypt.compare(password, account.password_hash)))
    throw new Error('unknown person or wrong password');
  const now = new Date();
  const [id, refreshToken] = [randomUUIDv7(), randomBytes(32).toString('base64url')];
  const end = new Date(now.getTime() + hour);
  await store.addSession([id, account.id, now, createHash('sha256').update(refreshToken).digest('hex'), end, now]);
  return {
    accessToken: signToken(secret, { sub: account.id, sid: id, exp: Math.floor(end.getTime() / 1_000) }),
    refreshToken,
  };
}
