import { PendingRegistration } from '../../../entities/identity/pending-registration.entity.ts';
import type { Needs } from '../../platform/scope.ts';

/** Whoever reads the mailbox has decided: nothing that was asked for at this address waits any more. */
export const dropRegistrations = async ({ em }: Needs<'em'>, email: string): Promise<void> =>
  void (await em.nativeDelete(PendingRegistration, { email }));
