import type { BillingProfile, VatNumberCheck } from '../../../entities/billing/billing-profile.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { BuyerKind } from '../../kernel/vat.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import { missingOf } from '../buyer.ts';

/** A person's billing profile as people see it. */
export interface BillingProfileRow extends Pick<
  BillingProfile,
  'name' | 'postcode' | 'city' | 'country' | 'siren' | 'siret' | 'vatNumber' | 'electronicAddress' | 'purchaseOrder'
> {
  readonly kind: BuyerKind;
  readonly addressLines: readonly string[];
  readonly vatNumberCheck: VatNumberCheck;
  /** What an invoice needs and the profile does not say. */
  readonly missingFields: readonly string[];
}

/** Who has said nothing is invoiced as the person of their account. */
export const emptyProfile = {
  kind: 'PERSON',
  name: null,
  addressLines: [],
  postcode: null,
  city: null,
  country: null,
  siren: null,
  siret: null,
  vatNumber: null,
  vatNumberCheck: 'UNCHECKED',
  electronicAddress: null,
  purchaseOrder: null,
} as const satisfies Omit<BillingProfileRow, 'missingFields'>;

export const profileRowOf = (profile: Omit<BillingProfileRow, 'missingFields'>): BillingProfileRow => {
  const { kind, name, addressLines, postcode, city, country, siren } = profile;
  return {
    ...{ kind, name, addressLines, postcode, city, country, siren },
    siret: profile.siret,
    vatNumber: profile.vatNumber,
    vatNumberCheck: profile.vatNumberCheck,
    electronicAddress: profile.electronicAddress,
    purchaseOrder: profile.purchaseOrder,
    missingFields: missingOf(profile),
  };
};

/** One's own billing profile: an empty one as long as one has said nothing. */
export async function getMyBillingProfile({ db, actor }: ReadContext): Promise<BillingProfileRow> {
  const row = await db
    .selectFrom('billing_profile')
    .selectAll()
    .where('person_id', '=', personOf(actor))
    .executeTakeFirst();
  if (row === undefined) return profileRowOf(emptyProfile);
  return profileRowOf({
    ...row,
    addressLines: jsonFrom(row.address_lines),
    vatNumber: row.vat_number,
    vatNumberCheck: row.vat_number_check,
    electronicAddress: row.electronic_address,
    purchaseOrder: row.purchase_order,
  });
}
