import { TrustedDevice } from '../../../entities/identity/trusted-device.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';

/** Takes back the trust in a device: it proves the second factor at its next sign-in. Another person's is `NOT_FOUND`. */
export const revokeTrustedDevice: UseCase<'em' | 'actor' | 'now' | 'record', { readonly id: string }, string> = async (
  { em, actor, now, record },
  { id },
) => {
  const userId = personOf(actor);
  const revoked = await em.nativeUpdate(TrustedDevice, { id, user: userId, revokedAt: null }, { revokedAt: now });
  if (revoked === 0) throw new DomainError('NOT_FOUND');
  record({ action: 'DEVICE_DISTRUSTED', targetType: 'auth', targetId: userId, payload: { deviceId: id } });
  return id;
};
