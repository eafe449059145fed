import { spawnSync } from 'node:child_process';
import { confirmTwoFactor, enableTwoFactor, type FactorSetup } from '../../../src/services/identity/index.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { hotp, stepOf } from '../../../src/services/kernel/totp.ts';
import { stranger, type PeopleEnvironment } from './people-environment.ts';
import { signIn } from './people.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** What an authenticator app makes of the secret that a person typed. */
export function seedOf(secret: string): Buffer {
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** The code that the app shows, `steps` half minutes from now. */
export const appCode = (env: PeopleEnvironment, secret: string, steps = 0): string =>
  hotp(seedOf(secret), stepOf(env.clock.now()) + steps);

export const hasOathtool = spawnSync('oathtool', ['--version']).status === 0;

/** Somebody who signed in with their password, as the API sees them. */
export async function signedIn(env: PeopleEnvironment, email: string): Promise<Actor> {
  const { accessToken } = await signIn(env, email);
  return env.app.sessions.authenticate(accessToken, stranger());
}

/** Puts an authenticator app in force; answers its secret and the recovery codes. */
export async function withApp(
  env: PeopleEnvironment,
  actor: Actor,
): Promise<{ secret: string; recoveryCodes: readonly string[]; setup: FactorSetup }> {
  const setup = await env.perform(enableTwoFactor, { method: 'TOTP' }, actor);
  const secret = setup.secret ?? '';
  const { recoveryCodes } = await env.perform(confirmTwoFactor, { method: 'TOTP', code: appCode(env, secret) }, actor);
  env.clock.advance(30_000);
  return { secret, recoveryCodes, setup };
}
