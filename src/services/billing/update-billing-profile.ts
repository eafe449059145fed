import { LockMode } from '@mikro-orm/core';
import { BillingProfile } from '../../entities/billing/billing-profile.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { personOf } from '../access/actor.ts';
import { compact } from '../kernel/company-numbers.ts';
import { DomainError, fieldError, refuseFields } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { profileFaults, type ProfileContent } from './billing-profile-rules.ts';
import { checkVatNumberTask } from './tasks/vat-number-jobs.ts';
import { emptyProfile, profileRowOf, type BillingProfileRow } from './queries/billing-profile.ts';

/** What changes of a profile; what is absent stays, `null` empties it. */
export type ProfileChange = {
  readonly [K in keyof ProfileContent]?: ProfileContent[K] | null | undefined;
};

type Needed = 'em' | 'record' | 'enqueue';

/** Changes whom one's own invoices are made out to. `INPUT_INVALID` names each wrong field. */
export const updateMyBillingProfile: UseCase<Needed | 'actor', ProfileChange, BillingProfileRow> = (tx, change) =>
  update(tx, personOf(tx.actor), change);

/** An admin changes it for somebody. `NOT_FOUND` for who does not exist or was erased. */
export const updateBillingProfile: UseCase<Needed, ProfileChange & { readonly personId: string }, BillingProfileRow> = (
  tx,
  { personId, ...change },
) => update(tx, personId, change);

const typedWithBlanks: readonly string[] = ['siren', 'siret', 'vatNumber'];

async function update(tx: Tx<Needed>, personId: string, change: ProfileChange): Promise<BillingProfileRow> {
  if (change.kind === null) throw fieldError('input.kind', 'required');
  const profile = await profileOf(tx, personId);
  const given = Object.entries(change).flatMap(([field, value]): [string, unknown][] => {
    if (value === undefined) return [];
    if (value === null || value === '') return [[field, field === 'addressLines' ? [] : null]];
    return [[field, typeof value === 'string' && typedWithBlanks.includes(field) ? compact(value) : value]];
  });
  const before = numberOf(profile);
  Object.assign(profile, Object.fromEntries(given));
  const faults = profileFaults(profile);
  if (faults.length > 0) throw refuseFields(faults);
  if (numberOf(profile) !== before) haveChecked(tx, profile);
  tx.record({
    action: 'BILLING_PROFILE_UPDATED',
    targetType: 'user',
    targetId: personId,
    payload: { fields: given.map(([field]) => field) },
  });
  return profileRowOf(profile);
}

const numberOf = ({ kind, vatNumber }: BillingProfile): string => `${kind} ${vatNumber ?? ''}`;

/** Another number, or of another kind of business, is another look-up, after the commit. */
function haveChecked({ enqueue }: Tx<'enqueue'>, profile: BillingProfile): void {
  profile.vatNumberCheck = 'UNCHECKED';
  if (profile.kind === 'EU_BUSINESS' && profile.vatNumber !== null)
    enqueue(checkVatNumberTask, { profileId: profile.id });
}

/** Locked by its person's row: of two first changes at once, the second finds what the first wrote. */
async function profileOf({ em }: Tx<'em'>, personId: string): Promise<BillingProfile> {
  const person = isId(personId)
    ? await em.findOne(User, { id: personId }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    : null;
  if (person === null || person.status === 'ERASED') throw new DomainError('NOT_FOUND');
  const known = await em.findOne(BillingProfile, { person }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return known ?? em.create(BillingProfile, { ...emptyProfile, addressLines: [], person });
}
