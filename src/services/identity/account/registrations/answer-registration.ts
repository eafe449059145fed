import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { PendingRegistration } from '../../../../entities/identity/pending-registration.entity.ts';
import { User } from '../../../../entities/identity/user.entity.ts';
import type { Tx, Operation, UseCase } from '../../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../../platform/task.ts';
import { mailAddressKnown } from '../account-mails.ts';
import { freshToken, type FreshToken } from '../../one-time-tokens.ts';
import { inviteAgain, isInvited } from '../../users/invitation.ts';
import { mailLinks, waitingAt, type Waiting } from './mail-links.ts';

const payload = z.object({ registrationId: z.uuid(), isMailAllowed: z.boolean() });
type Answering = z.infer<typeof payload>;

/** Written for every registration: who is written to, and about what, is decided by the job. */
export const answerRegistrationTask = defineTask('identity.answer-registration', payload, { priority: 50 });

/** The job: a link to an address that is free or waits, an invitation to one that was invited, a word to whoever has an account already. */
export const answerRegistration: Operation<'run' | 'derived', PayloadOf<typeof answerRegistrationTask>, void> = (
  { run, derived },
  input,
) => run(answer, { ...input, token: freshToken(derived) });

type Needed = 'em' | 'now' | 'config' | 'enqueue' | 'record';

/** Whatever it finds, it reads and writes as much: the duration of concurrent requests reveals nothing. */
const answer: UseCase<Needed, Answering & { token: FreshToken }, void> = async (
  tx,
  { registrationId, isMailAllowed, token },
) => {
  const registration = await tx.em.findOne(PendingRegistration, { id: registrationId });
  // Its link was followed already, or another one of the address.
  if (registration === null) return;
  const known = await tx.em.findOne(User, { email: registration.email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const waiting = await waitingAt(tx, { email: registration.email, known });
  const kind = await answerTo(tx, { registration, known, waiting, token, isMailAllowed });
  tx.record({ action: 'REGISTRATION_ANSWERED', targetId: registrationId, payload: { kind } });
};

interface Found {
  readonly registration: PendingRegistration;
  readonly known: User | null;
  readonly waiting: Waiting;
  readonly token: FreshToken;
  readonly isMailAllowed: boolean;
}

async function answerTo(
  tx: Tx<Needed>,
  { registration, known, waiting, token, isMailAllowed }: Found,
): Promise<'LINK' | 'INVITATION' | 'ACCOUNT_KNOWN'> {
  if (known !== null && isInvited(known)) {
    // An admin has made this account, perhaps with more rights: whoever registers its address changes nothing of it.
    await inviteAgain(tx, known, { newest: waiting.token, token, isMailAllowed });
    return 'INVITATION';
  }
  if (known !== null && known.status !== 'PENDING') {
    await tx.em.nativeDelete(PendingRegistration, { id: registration.id });
    if (isMailAllowed) await mailAddressKnown(tx, known, registration.id);
    return 'ACCOUNT_KNOWN';
  }
  if (isMailAllowed) await mailLinks(tx, waiting, registration.id);
  return 'LINK';
}
