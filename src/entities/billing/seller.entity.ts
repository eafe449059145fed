import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { vatRegimes } from '../../services/kernel/vat.ts';
import { base, wholeNumber } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';

/** How often VAT is declared. */
export const vatPeriods = ['MONTHLY', 'QUARTERLY', 'SIMPLIFIED', 'FRANCHISE'] as const;
export type VatPeriod = (typeof vatPeriods)[number];
/** ACCRUAL: sales count when invoiced. CASH: when paid. */
export const accountingBases = ['ACCRUAL', 'CASH'] as const;
export type AccountingBasis = (typeof accountingBases)[number];

/** Numbers of the accounts that exports write to. */
export interface AccountNumbers {
  readonly customers: string;
  readonly services: string;
  readonly goods: string;
  readonly deposits: string;
  readonly vatDue: string;
  readonly vatAwaitingReceipt: string;
  readonly providers: string;
  readonly bank: string;
}

/**
 * One version of the business that sells. A change is a new row with its first day; rows are never edited, and invoices
 * freeze what the one in force says. Owned by the business, seen by admins; kept as long as the database.
 */
export const Seller = defineEntity({
  name: 'Seller',
  tableName: 'seller',
  properties: {
    ...base(),
    /** The first local day on which it is in force. */
    validFrom: p.string().length(10),
    name: p.string().length(255),
    legalForm: p.string().length(100),
    /** Cents; null for a business without a capital. */
    capitalCents: wholeNumber().strictNullable().default(null),
    /** « RCS Bordeaux 732 829 320 ». */
    register: p.string().length(100).strictNullable().default(null),
    addressLines: p.json<string[]>(),
    postcode: p.string().length(20),
    city: p.string().length(100),
    /** ISO 3166-1, two letters. */
    country: p.string().length(2).default('FR'),
    siren: p.string().length(9),
    siret: p.string().length(14),
    vatNumber: p.string().length(20).strictNullable().default(null),
    vatRegime: p.enum(vatRegimes),
    /** VAT is owed when invoiced rather than when paid. */
    vatOnDebits: p.boolean().default(false),
    vatPeriod: p.enum(vatPeriods).default('MONTHLY'),
    accountingBasis: p.enum(accountingBases).default('ACCRUAL'),
    /** The last day of the fiscal year: `12-31`. */
    fiscalYearEnd: p.string().length(5).default('12-31'),
    iban: p.string().length(34).strictNullable().default(null),
    bic: p.string().length(11).strictNullable().default(null),
    email: p.string().length(255),
    phone: p.string().length(30).strictNullable().default(null),
    /** Where e-invoices reach the business; null: its e-mail address. */
    electronicAddress: p.string().length(255).strictNullable().default(null),
    /** Days between issue and due date, between businesses. */
    paymentTermDays: p.integer().default(30),
    /** What is said about early and late payment; null: what the law says when nothing is agreed. */
    discountTextFr: p.string().length(500).strictNullable().default(null),
    discountTextEn: p.string().length(500).strictNullable().default(null),
    penaltyTextFr: p.string().length(500).strictNullable().default(null),
    penaltyTextEn: p.string().length(500).strictNullable().default(null),
    /** What invoices show at their top, and its size in pixels; null for the mark of the application. Kept with the version. */
    logo: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('restrict').default(null),
    logoWidth: p.integer().strictNullable().default(null),
    logoHeight: p.integer().strictNullable().default(null),
    accounts: p.json<AccountNumbers>(),
  },
  indexes: [{ properties: ['validFrom', 'id'] }],
});
export type Seller = InferEntity<typeof Seller>;
