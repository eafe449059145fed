import type { TwoFactor } from '../../../entities/identity/two-factor.entity.ts';
import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import { matchingStep } from '../../kernel/totp.ts';
import type { UserRole } from '../../kernel/roles.ts';
import type { Tx } from '../../platform/context.ts';
import { makeSecret, openSecret, type KeyRing } from '../../vault/index.ts';

/** RFC 4226 recommends 160 bits. */
const seed = { purpose: 'totp seed', bytes: 20 } as const;

/** Seals a fresh seed for a factor; the one before, if any, is destroyed. Returns the seed, to be shown once. */
export async function makeSeed({ em }: Tx<'em'>, factor: TwoFactor, ring: KeyRing): Promise<Buffer> {
  await destroySeed({ em }, factor);
  const sealed = makeSecret(ring, factor.id);
  em.create(DataKey, { ...sealed });
  factor.dataKeyId = sealed.id;
  return openSecret(ring, { ...sealed, aboutId: factor.id }, seed);
}

export async function destroySeed({ em }: Tx<'em'>, factor: TwoFactor): Promise<void> {
  if (factor.dataKeyId !== null) await em.nativeDelete(DataKey, { id: factor.dataKeyId });
}

/** Clocks of phones go astray by a step; an admin's must not. */
const windowOf = (role: UserRole): number => (role === 'ADMIN' ? 0 : 1);

/** Is this the app's code of about now, not used before? It is used up then. */
export async function consumeTotp(
  { em, now }: Tx<'em' | 'now'>,
  factor: TwoFactor,
  { code, role, ring }: { code: string; role: UserRole; ring: KeyRing },
): Promise<boolean> {
  const key = await em.findOneOrFail(DataKey, { id: factor.dataKeyId ?? '' });
  const bytes = openSecret(ring, { id: key.id, aboutId: factor.id, wrapped: key.wrapped }, seed);
  const step = matchingStep(bytes, code, { now, window: windowOf(role), lastStep: factor.lastStep });
  bytes.fill(0);
  if (step === null) return false;
  factor.lastStep = step;
  return true;
}
