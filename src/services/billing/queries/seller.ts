import type { Seller } from '../../../entities/billing/seller.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { money, type Money } from '../../kernel/money.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { AppContext, Db, Operation } from '../../platform/context.ts';
import { sellerFromConfig, type SellerFacts } from '../seller-facts.ts';
import type { SellerContent } from '../seller-rules.ts';

/** A version of the seller as people see it. */
export interface SellerRow extends Omit<SellerContent, 'capitalCents' | 'logo'> {
  readonly id: string;
  readonly validFrom: string;
  readonly capital: Money | null;
  readonly logoFileId: string | null;
}

/** What a version says, field by field. */
export const sellerFields = [
  ...(['name', 'legalForm', 'capitalCents', 'register', 'addressLines', 'postcode', 'city', 'country'] as const),
  ...(['siren', 'siret', 'vatNumber', 'vatRegime', 'vatOnDebits', 'vatPeriod', 'accountingBasis'] as const),
  ...(['fiscalYearEnd', 'iban', 'bic', 'email', 'phone', 'electronicAddress', 'paymentTermDays'] as const),
  ...(['discountTextFr', 'discountTextEn', 'penaltyTextFr', 'penaltyTextEn', 'accounts'] as const),
  ...(['logo', 'logoWidth', 'logoHeight'] as const),
] as const satisfies readonly (keyof SellerContent)[];

type Version = Pick<Seller, 'id' | 'validFrom' | Exclude<(typeof sellerFields)[number], 'logo'>> &
  Pick<SellerFacts, 'logo'>;

/** A version as it is shown. */
export const sellerRowOf = ({ id, validFrom, ...seller }: Version): SellerRow => {
  const { capitalCents, logo, ...rest } = Object.fromEntries(
    sellerFields.map((field) => [field, seller[field] ?? null]),
  ) as unknown as SellerContent;
  return {
    ...rest,
    id,
    validFrom,
    capital: capitalCents === null ? null : money(capitalCents),
    logoFileId: logo?.id ?? null,
  };
};

/** The version of the seller in force on a local day, today unless said. `NOT_FOUND` in a database that was never seeded. */
export const getSeller: Operation<'db' | 'now' | 'config', { readonly on?: string | null }, SellerRow> = async (
  { db, now, config },
  { on },
) => {
  const seller = await readSeller(db, on ?? localDateOf(now, config.TIME_ZONE));
  if (seller === undefined) throw new DomainError('NOT_FOUND');
  return sellerRowOf(seller);
};

/** What the seller says today; what the settings say in a database that was never seeded. */
export const currentSeller = async ({
  db,
  now,
  config,
}: Pick<AppContext, 'db' | 'now' | 'config'>): Promise<SellerFacts> =>
  (await readSeller(db, localDateOf(now, config.TIME_ZONE))) ?? sellerFromConfig(config);

async function readSeller(db: Db, on: string): Promise<Version | undefined> {
  const row = await db
    .selectFrom('seller')
    .selectAll()
    .where('valid_from', '<=', on)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    id: row.id,
    validFrom: row.valid_from,
    name: row.name,
    legalForm: row.legal_form,
    capitalCents: row.capital_cents === null ? null : Number(row.capital_cents),
    register: row.register,
    addressLines: jsonFrom(row.address_lines),
    postcode: row.postcode,
    city: row.city,
    country: row.country,
    siren: row.siren,
    siret: row.siret,
    vatNumber: row.vat_number,
    vatRegime: row.vat_regime,
    vatOnDebits: Boolean(row.vat_on_debits),
    vatPeriod: row.vat_period,
    accountingBasis: row.accounting_basis,
    fiscalYearEnd: row.fiscal_year_end,
    iban: row.iban,
    bic: row.bic,
    email: row.email,
    phone: row.phone,
    electronicAddress: row.electronic_address,
    paymentTermDays: row.payment_term_days,
    discountTextFr: row.discount_text_fr,
    discountTextEn: row.discount_text_en,
    penaltyTextFr: row.penalty_text_fr,
    penaltyTextEn: row.penalty_text_en,
    logo: row.logo_id === null ? null : { id: row.logo_id },
    logoWidth: row.logo_width,
    logoHeight: row.logo_height,
    accounts: jsonFrom(row.accounts),
  };
}
