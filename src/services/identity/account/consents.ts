import { ConsentRecord, type ConsentPurpose } from '../../../entities/identity/consent-record.entity.ts';
import type { PendingRegistration } from '../../../entities/identity/pending-registration.entity.ts';
import type { User } from '../../../entities/identity/user.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { networkOf } from '../../kernel/network.ts';
import type { Tx } from '../../platform/context.ts';

/** A consent as a person gives it: what for, and the version of the text they were shown. */
export interface GivenConsent {
  readonly purpose: ConsentPurpose;
  readonly policyVersion: string;
}

/** What an account cannot be without. */
export const requiredConsents: readonly ConsentPurpose[] = ['TERMS', 'PRIVACY'];

/** Refuses a registration without the consents that an account needs; `rules` names those that are missing. */
export function requireConsents(consents: readonly GivenConsent[]): void {
  const given = new Set(consents.map(({ purpose }) => purpose));
  if (given.size < consents.length) throw fieldError('input.consents', 'unique');
  const missing = requiredConsents.filter((purpose) => !given.has(purpose));
  if (missing.length > 0)
    throw new DomainError('CONSENT_REQUIRED', { fields: [{ path: 'input.consents', rules: missing }] });
}

/** Keeps the consents of a registration as the facts they were then: when, and from which network. */
export function storeRegistrationConsents(
  { em, record }: Tx<'em' | 'record'>,
  user: User,
  { consents, network, createdAt }: Pick<PendingRegistration, 'consents' | 'network' | 'createdAt'>,
): void {
  for (const { purpose, policyVersion } of consents) {
    em.create(ConsentRecord, {
      user,
      purpose,
      policyVersion,
      isGranted: true,
      source: 'REGISTRATION',
      address: network,
      createdAt,
    });
  }
  recordGiven(record, user, consents);
}

const recordGiven = (record: Tx<'record'>['record'], { id }: User, consents: readonly GivenConsent[]): void => {
  if (consents.length > 0)
    record({
      action: 'CONSENT_GIVEN',
      targetId: id,
      payload: { consents: consents.map(({ purpose, policyVersion }) => `${purpose} ${policyVersion}`) },
    });
};

/** Keeps consents as facts, with where they came from. */
export function storeConsents(
  { em, actor, record }: Tx<'em' | 'actor' | 'record'>,
  user: User,
  consents: readonly GivenConsent[],
): void {
  for (const { purpose, policyVersion } of consents) {
    em.create(ConsentRecord, {
      user,
      purpose,
      policyVersion,
      isGranted: true,
      source: 'REGISTRATION',
      address: networkOf(actor.address),
    });
  }
  recordGiven(record, user, consents);
}
