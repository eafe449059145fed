import { ArgsType, Field, ID, Int, ObjectType } from 'type-graphql';
import type { AccountingBasis, VatPeriod } from '../../entities/billing/seller.entity.ts';
import type { VatRegime } from '../../services/kernel/vat.ts';
import { Free } from '../directives/cost.ts';
import { LocalDate } from '../scalars/index.ts';
import { MoneyType } from '../shared/money.type.ts';
import { AccountingBasisEnum, VatPeriodEnum, VatRegimeEnum } from './vat.enums.ts';

@Free()
@ObjectType('AccountNumbers', { description: 'Accounts that exports write to.', simpleResolvers: true })
export class AccountNumbersType {
  @Field(() => String, { description: 'Customers.' })
  customers!: string;

  @Field(() => String, { description: 'Sales of services.' })
  services!: string;

  @Field(() => String, { description: 'Sales of goods.' })
  goods!: string;

  @Field(() => String, { description: 'Deposits received.' })
  deposits!: string;

  @Field(() => String, { description: 'VAT that is due.' })
  vatDue!: string;

  @Field(() => String, { description: 'VAT that is due once the sale is paid.' })
  vatAwaitingReceipt!: string;

  @Field(() => String, { description: 'Payment providers.' })
  providers!: string;

  @Field(() => String, { description: 'The bank.' })
  bank!: string;
}

@ArgsType()
export class SellerArgs {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The version in force on this day of the seller’s time zone; default today.',
  })
  on?: string | null;
}

@ObjectType('Seller', {
  description: 'One version of the business that sells. A change is a new version: none is ever edited.',
  simpleResolvers: true,
})
export class SellerType {
  @Field(() => ID, { description: 'Identifier of the version.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The first day on which it is in force.' })
  validFrom!: string;

  @Field(() => String, { description: 'Name of the business.' })
  name!: string;

  @Field(() => String, { description: 'Legal form: EI, SAS.' })
  legalForm!: string;

  @Field(() => MoneyType, { nullable: true, description: 'Capital; null for a business without one.' })
  capital!: MoneyType | null;

  @Field(() => String, { nullable: true, description: 'Entry in a register; null when there is none.' })
  register!: string | null;

  @Field(() => [String], { description: 'Street and what else stands before the postcode.' })
  addressLines!: readonly string[];

  @Field(() => String, { description: 'Postcode.' })
  postcode!: string;

  @Field(() => String, { description: 'City.' })
  city!: string;

  @Field(() => String, { description: 'Country, by ISO 3166-1: FR.' })
  country!: string;

  @Field(() => String, { description: 'Number of the business: nine digits.' })
  siren!: string;

  @Field(() => String, { description: 'Number of the establishment: fourteen digits, beginning with the SIREN.' })
  siret!: string;

  @Field(() => String, { nullable: true, description: 'VAT number; null for a business that has none.' })
  vatNumber!: string | null;

  @Field(() => VatRegimeEnum, { description: 'Whether VAT is charged.' })
  vatRegime!: VatRegime;

  @Field(() => Boolean, { description: 'Is VAT owed when invoiced rather than when paid?' })
  vatOnDebits!: boolean;

  @Field(() => VatPeriodEnum, { description: 'How often VAT is declared.' })
  vatPeriod!: VatPeriod;

  @Field(() => AccountingBasisEnum, { description: 'When a sale counts in the accounts.' })
  accountingBasis!: AccountingBasis;

  @Field(() => String, { description: 'The last day of the fiscal year, as month and day: 12-31.' })
  fiscalYearEnd!: string;

  @Field(() => String, { nullable: true, description: 'Account that transfers go to; null when none is printed.' })
  iban!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the bank; null when none is printed.' })
  bic!: string | null;

  @Field(() => String, { description: 'E-mail address on invoices.' })
  email!: string;

  @Field(() => String, { nullable: true, description: 'Phone number on invoices; null when none is printed.' })
  phone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where e-invoices reach the business: its SIREN, alone or with what it added. Null: by SIREN.',
  })
  electronicAddress!: string | null;

  @Field(() => Int, { description: 'Days between issue and due date, between businesses.' })
  paymentTermDays!: number;

  @Field(() => String, { nullable: true, description: 'About early payment, in French; null for the usual words.' })
  discountTextFr!: string | null;

  @Field(() => String, { nullable: true, description: 'About early payment, in English; null for the usual words.' })
  discountTextEn!: string | null;

  @Field(() => String, { nullable: true, description: 'About late payment, in French; null for the usual words.' })
  penaltyTextFr!: string | null;

  @Field(() => String, { nullable: true, description: 'About late payment, in English; null for the usual words.' })
  penaltyTextEn!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The file of the logo on invoices, for `requestDownload`; null for the mark of the application.',
  })
  logoFileId!: string | null;

  @Field(() => AccountNumbersType, { description: 'Accounts that exports write to.' })
  accounts!: AccountNumbersType;
}
