import { TrustedDevice } from '../../../entities/identity/trusted-device.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import { networkOf } from '../../kernel/network.ts';
import type { Tx } from '../../platform/context.ts';

const trustedMs = 30 * 86_400_000;

/** Trusts the current device for 30 days; returns the token that says so at its next sign-in, shown this once. */
export function trustDevice({ em, actor, now, record }: Tx<'em' | 'actor' | 'now' | 'record'>, user: User): string {
  const token = newSecret();
  const device = em.create(TrustedDevice, {
    user,
    tokenHash: fingerprint(token),
    address: networkOf(actor.address),
    agent: actor.agent?.slice(0, 255) ?? null,
    lastUsedAt: now,
    expiresAt: new Date(now.getTime() + trustedMs),
  });
  record({
    action: 'DEVICE_TRUSTED',
    targetType: 'auth',
    targetId: user.id,
    severity: 'MEDIUM',
    payload: { deviceId: device.id },
  });
  return token;
}

/** Is this the token of a device that this person trusts? */
export async function isTrustedDevice(
  { em, now }: Tx<'em' | 'now'>,
  user: User,
  token: string | null | undefined,
): Promise<boolean> {
  if (!token) return false;
  const used = await em.nativeUpdate(
    TrustedDevice,
    { tokenHash: fingerprint(token), user: user.id, revokedAt: null, expiresAt: { $gt: now } },
    { lastUsedAt: now },
  );
  return used === 1;
}

/** The same before the password is known: it spares nothing yet, and is not a use. */
export async function isTrusted(
  { em, now }: Tx<'em' | 'now'>,
  userId: string,
  token: string | null | undefined,
): Promise<boolean> {
  if (!token) return false;
  return (
    (await em.count(TrustedDevice, {
      tokenHash: fingerprint(token),
      user: userId,
      revokedAt: null,
      expiresAt: { $gt: now },
    })) === 1
  );
}

/** Takes all trust back: what protects the account has changed. */
export const distrustDevices = ({ em, now }: Tx<'em' | 'now'>, user: User): Promise<number> =>
  em.nativeUpdate(TrustedDevice, { user: user.id, revokedAt: null }, { revokedAt: now });
