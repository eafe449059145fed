import { TwoFactor, twoFactorMethods, type TwoFactorMethod } from '../../../entities/identity/two-factor.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import type { Tx } from '../../platform/context.ts';

/** The second factors of a person that are in force, the safest first. */
export async function confirmedFactors({ em }: Tx<'em'>, user: Pick<User, 'id'>): Promise<TwoFactor[]> {
  const factors = await em.find(TwoFactor, { user: user.id, confirmedAt: { $ne: null } });
  return factors.sort((a, b) => rankOf(a.method) - rankOf(b.method));
}

const rankOf = (method: TwoFactorMethod): number => twoFactorMethods.indexOf(method);
