import { login } from '../../../src/services/identity/login.ts';
import { register, activateAccount } from '../../../src/services/identity/index.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import type { LoginAnswer, SessionAnswer } from '../../../src/services/identity/index.ts';
import { goodPassword, registration, stranger, type House } from './house.ts';

/** Registers and activates somebody; answers their id. */
export async function settle(house: House, email: string, role: UserRole = 'CUSTOMER'): Promise<string> {
  await house.perform(register, registration(email));
  const token = await house.activationToken(email);
  const { id } = await house.run(activateAccount, { token: token ?? '' });
  if (role !== 'CUSTOMER') await change(house, id, { role });
  return id;
}

/** Changes a person behind the house's back, as another process would. */
export async function change(
  house: House,
  id: string,
  values: Partial<Pick<User, 'role' | 'status' | 'sessionVersion' | 'passwordHash' | 'email'>>,
): Promise<void> {
  await house.app.orm.em.fork().nativeUpdate(User, { id }, values);
}

/** Signs in with the usual password from the usual address, unless said. */
export const signIn = (
  house: House,
  email: string,
  { password = goodPassword, address }: { password?: string | undefined; address?: string } = {},
): Promise<SessionAnswer> =>
  enter(house, { email, password, address }).then((entered) => {
    if ('challengeToken' in entered) throw new Error('A second factor is asked for');
    return entered;
  });

/** The first step of signing in: a session, or a challenge. */
export const enter = (
  house: House,
  {
    email,
    password = goodPassword,
    address,
    deviceToken,
  }: { email: string; password?: string; address?: string | undefined; deviceToken?: string },
): Promise<LoginAnswer> => house.perform(login, { email, password, deviceToken }, stranger(address));

/** The signed-in person behind an access token. */
export const actorOf = (house: House, { accessToken }: { accessToken: string }): Promise<Actor> =>
  house.app.sessions.authenticate(accessToken, stranger());

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
