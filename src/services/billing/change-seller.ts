import { Seller, type AccountNumbers } from '../../entities/billing/seller.entity.ts';
import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { compact } from '../kernel/company-numbers.ts';
import { fieldError, refuseFields } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import type { Tx, UseCase } from '../platform/context.ts';
import { touchContent } from '../platform/public-content.ts';
import { sellerFields, sellerRowOf, type SellerRow } from './queries/seller.ts';
import { sellerInForce } from './seller-in-force.ts';
import { sellerFaults, type SellerContent } from './seller-rules.ts';

type Changes = { readonly [K in keyof Omit<SellerContent, 'accounts'>]?: SellerContent[K] | null | undefined };

/** What changes of the seller; what is absent stays, `null` empties what may be empty. */
export interface SellerChange extends Changes {
  /** The first local day of the new version; today unless said. */
  readonly validFrom?: string | null | undefined;
  readonly accounts?: Partial<AccountNumbers> | null | undefined;
}

const mayBeEmpty: readonly string[] = [
  'capitalCents',
  'register',
  'vatNumber',
  'iban',
  'bic',
  'phone',
  'electronicAddress',
  'discountTextFr',
  'discountTextEn',
  'penaltyTextFr',
  'penaltyTextEn',
  'logo',
  'logoWidth',
  'logoHeight',
];
const typedWithBlanks = ['siren', 'siret', 'vatNumber', 'iban', 'bic'] as const;

/**
 * Writes a new version of the seller, from today or a later day on; no version is ever edited, and issued invoices keep what
 * theirs said. It says what the version in force on its first day says, and what changes. `INPUT_INVALID` names each wrong field.
 */
export const changeSeller: UseCase<'em' | 'config' | 'now' | 'record' | 'publish', SellerChange, SellerRow> = async (
  tx,
  { validFrom, accounts, ...changes },
) => {
  const from = firstDay(tx, validFrom);
  const before = await sellerInForce(tx, from);
  const given = givenIn(changes);
  const content: SellerContent = {
    ...contentOf(before),
    ...given,
    accounts: { ...before.accounts, ...defined(accounts ?? {}) },
  };
  const faults = sellerFaults(content);
  if (faults.length > 0) throw refuseFields(faults);
  const seller = tx.em.create(Seller, {
    ...content,
    addressLines: [...content.addressLines],
    logo: content.logo === null ? null : tx.em.getReference(StoredFile, content.logo.id),
    validFrom: from,
  });
  tx.record({
    action: 'SELLER_CHANGED',
    payload: {
      sellerId: seller.id,
      validFrom: from,
      fields: [...Object.keys(given), ...(accounts ? ['accounts'] : [])],
    },
  });
  // Pages name the seller.
  touchContent(tx);
  return sellerRowOf(seller);
};

/** A version that begins in the past would contradict invoices that were issued since. */
function firstDay({ now, config }: Tx<'now' | 'config'>, validFrom: SellerChange['validFrom']): string {
  const today = localDateOf(now, config.TIME_ZONE);
  const from = validFrom ?? today;
  if (from < today) throw fieldError('input.validFrom', 'notBeforeToday');
  return from;
}

/** What was sent, numbers without the blanks that people type. Refuses to empty what every seller has. */
function givenIn(changes: Changes): Partial<SellerContent> {
  const given = Object.entries({ ...changes, ...compacted(changes) }).filter(([, value]) => value !== undefined);
  const emptied = given.find(([field, value]) => value === null && !mayBeEmpty.includes(field));
  if (emptied !== undefined) throw fieldError(`input.${emptied[0]}`, 'required');
  return Object.fromEntries(given);
}

const defined = <T extends object>(values: T): Partial<T> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null)) as Partial<T>;

const compacted = (changes: Changes): Changes =>
  Object.fromEntries(
    typedWithBlanks.flatMap((field) => {
      const text = changes[field];
      return typeof text === 'string' ? [[field, compact(text)]] : [];
    }),
  );

const contentOf = (seller: Seller): SellerContent =>
  Object.fromEntries(sellerFields.map((field) => [field, seller[field]])) as unknown as SellerContent;
