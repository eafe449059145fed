import { BillingProfile } from '../../entities/billing/billing-profile.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { normalEmail } from '../identity/index.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Locale } from '../kernel/locale.ts';
import { isUser, type Payer, type PersonWithoutAccount } from '../kernel/payer.ts';
import type { BuyerKind } from '../kernel/vat.ts';
import type { Tx } from '../platform/context.ts';
import type { PostalAddress } from '../kernel/postal-address.ts';
import type { Buyer } from './compose-document.ts';
import { given, printedAddress } from './seller-facts.ts';

interface InvoicedProfile {
  readonly kind: BuyerKind;
  readonly name: string | null;
  readonly addressLines: readonly string[];
  readonly postcode: string | null;
  readonly city: string | null;
  readonly country: string | null;
  readonly siren: string | null;
}
type ProfileField = keyof InvoicedProfile;

const needed: Record<BuyerKind, readonly ProfileField[]> = {
  PERSON: [],
  FRENCH_BUSINESS: ['name', 'addressLines', 'postcode', 'city', 'country', 'siren'],
  EU_BUSINESS: ['name', 'addressLines', 'city', 'country'],
  OTHER_BUSINESS: ['name', 'addressLines', 'city', 'country'],
};

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** What an invoice to this business needs and the profile does not say. */
export const missingOf = (profile: InvoicedProfile): ProfileField[] =>
  needed[profile.kind].filter((field) => isEmpty(profile[field]));

/** Refuses with `BILLING_PROFILE_INCOMPLETE { fields }` before a business pays for something that could not be invoiced. */
export async function requireBillingProfile({ em }: Tx<'em'>, personId: string): Promise<void> {
  const profile = await em.findOne(BillingProfile, { person: personId });
  const fields = profile === null ? [] : missingOf(profile);
  if (fields.length > 0) throw new DomainError('BILLING_PROFILE_INCOMPLETE', { fields });
}

/**
 * Whom an invoice is made out to: the user as their billing profile says, else as their account does; a person without an
 * account as they said. A business whose profile has become incomplete is invoiced as the person who paid: money came, and
 * its invoice does not wait.
 */
export async function buyerOf({ em }: Tx<'em'>, payer: Payer): Promise<Buyer> {
  if (!isUser(payer)) return buyerOfPerson(payer);
  const user = await em.findOneOrFail(User, { id: payer.userId });
  const profile = await em.findOne(BillingProfile, { person: user.id });
  return profile === null || missingOf(profile).length > 0 ? buyerOfAccount(user) : buyerOfProfile(user, profile);
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

const buyerOfAccount = ({ firstName, lastName, address, email, locale }: User): Buyer => ({
  kind: 'PERSON',
  name: `${firstName} ${lastName}`,
  address: linesOf(address ?? ''),
  email,
  locale,
});

const buyerOfPerson = ({ name, address, email, locale }: PersonWithoutAccount): Buyer => ({
  kind: 'PERSON',
  name,
  address: [],
  ...(address === undefined ? {} : { postal: address, address: printedAddress(address, locale) }),
  email: normalEmail(email),
  locale,
});

function buyerOfProfile(user: User, profile: BillingProfile): Buyer {
  const { kind, vatNumber, vatNumberCheck, siren, siret, electronicAddress, purchaseOrder } = profile;
  const account = buyerOfAccount(user);
  const isForeign = vatNumber !== null && kind !== 'FRENCH_BUSINESS';
  return {
    ...account,
    kind,
    name: profile.name ?? account.name,
    ...addressOf(profile, user.locale),
    ...given({ siren, siret, vatNumber, electronicAddress, purchaseOrder }),
    ...(isForeign ? { vatNumberCheck } : {}),
  };
}

/** A person’s profile may leave its address out: the one of the account stays. */
function addressOf(
  { addressLines, postcode, city, country }: BillingProfile,
  locale: Locale,
): { readonly address?: string[]; readonly postal?: PostalAddress } {
  if (city === null || country === null) return {};
  const postal = { lines: addressLines, postcode: postcode ?? '', city, country };
  return { postal, address: printedAddress(postal, locale) };
}
