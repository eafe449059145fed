import { PendingRegistration } from '../../../../entities/identity/pending-registration.entity.ts';
import type { Tx } from '../../../platform/context.ts';

/** Whoever reads the mailbox has decided: nothing that was asked for at this address waits any more. */
export const dropRegistrations = async ({ em }: Tx<'em'>, email: string): Promise<void> =>
  void (await em.nativeDelete(PendingRegistration, { email }));
