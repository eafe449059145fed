import { login } from '../../../src/services/identity/sessions/login.ts';
import { register, activateAccount } from '../../../src/services/identity/index.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import type { LoginAnswer, SessionAnswer } from '../../../src/services/identity/index.ts';
import { goodPassword, registration, stranger, type PeopleEnvironment } from './people-environment.ts';

/** Registers and activates somebody; answers their id. */
export async function makeAccount(env: PeopleEnvironment, email: string, role: UserRole = 'CUSTOMER'): Promise<string> {
  await env.perform(register, registration(email));
  const token = await env.activationToken(email);
  const { id } = await env.run(activateAccount, { token: token ?? '' });
  if (role !== 'CUSTOMER') await change(env, id, { role });
  return id;
}

/** Changes a person directly in the database, as another process would. */
export async function change(
  env: PeopleEnvironment,
  id: string,
  values: Partial<Pick<User, 'role' | 'status' | 'sessionVersion' | 'passwordHash' | 'email'>>,
): Promise<void> {
  await env.app.orm.em.fork().nativeUpdate(User, { id }, values);
}

/** Signs in with the usual password from the usual address, unless said. */
export const signIn = (
  env: PeopleEnvironment,
  email: string,
  { password = goodPassword, address }: { password?: string | undefined; address?: string } = {},
): Promise<SessionAnswer> =>
  enter(env, { email, password, address }).then((entered) => {
    if ('challengeToken' in entered) throw new Error('A second factor is asked for');
    return entered;
  });

/** The first step of signing in: a session, or a challenge. */
export const enter = (
  env: PeopleEnvironment,
  {
    email,
    password = goodPassword,
    address,
    deviceToken,
  }: { email: string; password?: string; address?: string | undefined; deviceToken?: string },
): Promise<LoginAnswer> => env.perform(login, { email, password, deviceToken }, stranger(address));

/** The signed-in person behind an access token. */
export const actorOf = (env: PeopleEnvironment, { accessToken }: { accessToken: string }): Promise<Actor> =>
  env.app.sessions.authenticate(accessToken, stranger());

/** The code, and when to come back, of a refusal. */
export async function refusal(promise: Promise<unknown>): Promise<{ code: unknown; retryAfter?: unknown } | 'done'> {
  try {
    await promise;
    return 'done';
  } catch (error) {
    const { code, details } = error as { code?: unknown; details?: { retryAfter?: unknown } };
    if (code === undefined) throw error;
    return details?.retryAfter === undefined ? { code } : { code, retryAfter: details.retryAfter };
  }
}
