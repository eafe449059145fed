import { ConsentRecord, type ConsentPurpose } from '../../../entities/identity/consent-record.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { networkOf } from '../../kernel/network.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { requiredConsents, type GivenConsent } from './consents.ts';
import { consentRowOf, type ConsentRow } from '../queries/list-my-consents.ts';

type Changing = 'em' | 'actor' | 'record';

/** Consents, as a fact that is added to the others. The newest fact of a purpose counts. */
export const grantConsent: UseCase<Changing, GivenConsent, ConsentRow> = (tx, given) =>
  keep(tx, { ...given, isGranted: true });

/**
 * Takes a consent back, as easily as it was given (GDPR, article 7, paragraph 3): from now on nothing is done on its
 * ground. `CONSENT_REQUIRED` for what an account cannot be without: erase the account instead. `NOT_FOUND` when it is
 * not given.
 */
export const withdrawConsent: UseCase<Changing, { readonly purpose: ConsentPurpose }, ConsentRow> = async (
  tx,
  { purpose },
) => {
  if (requiredConsents.includes(purpose)) throw new DomainError('CONSENT_REQUIRED', { purpose });
  const [newest] = await tx.em.find(
    ConsentRecord,
    { user: personOf(tx.actor), purpose },
    { orderBy: { id: 'desc' }, limit: 1 },
  );
  if (newest?.isGranted !== true) throw new DomainError('NOT_FOUND');
  return keep(tx, { purpose, policyVersion: newest.policyVersion, isGranted: false });
};

async function keep(
  { em, actor, record }: Tx<Changing>,
  fact: GivenConsent & { readonly isGranted: boolean },
): Promise<ConsentRow> {
  const userId = personOf(actor);
  const kept = em.create(ConsentRecord, {
    user: em.getReference(User, userId),
    ...fact,
    source: 'ACCOUNT',
    address: networkOf(actor.address),
  });
  const { purpose, policyVersion, isGranted } = fact;
  record({
    action: isGranted ? 'CONSENT_GIVEN' : 'CONSENT_WITHDRAWN',
    targetType: 'user',
    targetId: userId,
    payload: { purpose, policyVersion },
  });
  await em.flush();
  return consentRowOf(kept);
}
