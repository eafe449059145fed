import { ArrayMaxSize, ArrayMinSize, IsOptional, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import type { AccountingBasis, VatPeriod } from '../../entities/billing/seller.entity.ts';
import type { VatRegime } from '../../services/kernel/vat.ts';
import { EmailAddress, internationalNumber, LocalDate, PhoneNumber, Upload } from '../scalars/index.ts';
import { Label, Line } from '../shared/text.rules.ts';
import { AccountingBasisEnum, VatPeriodEnum, VatRegimeEnum } from './vat.enums.ts';

const accountNumber = /^\d{3,10}$/;

@InputType({ description: 'Accounts that exports write to: 3 to 10 digits each. What is absent stays.' })
export class AccountNumbersInput {
  @Field(() => String, { nullable: true, description: 'Customers.' })
  @IsOptional()
  @MaxLength(10)
  @Matches(accountNumber)
  customers?: string;

  @Field(() => String, { nullable: true, description: 'Sales of services.' })
  @IsOptional()
  @MaxLength(10)
  @Matches(accountNumber)
  services?: string;

  @Field(() => String, { nullable: true, description: 'Sales of goods.' })
  @IsOptional()
  @MaxLength(10)
  @Matches(accountNumber)
  goods?: string;

  @Field(() => String, { nullable: true, description: 'Deposits received.' })
  @IsOptional()
  @MaxLength(10)
  @Matches(accountNumber)
  deposits?: string;

  @Field(() => String, { nullable: true, description: 'VAT that is due.' })
  @IsOptional()
  @MaxLength(10)
  @Matches(accountNumber)
  vatDue?: string;

  @Field(() => String, { nullable: true, description: 'VAT that is due once the sale is paid.' })
  @IsOptional()
  @MaxLength(10)
  @Matches(accountNumber)
  vatAwaitingReceipt?: string;

  @Field(() => String, { nullable: true, description: 'Payment providers.' })
  @IsOptional()
  @MaxLength(10)
  @Matches(accountNumber)
  providers?: string;

  @Field(() => String, { nullable: true, description: 'The bank.' })
  @IsOptional()
  @MaxLength(10)
  @Matches(accountNumber)
  bank?: string;
}

@InputType({
  description: 'What changes of the seller, from a day on. What is absent stays; null empties what may be empty.',
})
export class ChangeSellerInput {
  @Field(() => LocalDate, {
    nullable: true,
    description: 'The first day of the new version in the seller’s time zone, today or later; default today.',
  })
  @IsOptional()
  validFrom?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the business.' })
  @IsOptional()
  @Label(255)
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'Legal form: EI, SAS.' })
  @IsOptional()
  @Line(1, 100)
  legalForm?: string | null;

  @Field(() => Int, { nullable: true, description: 'Capital in cents; null for a business without one.' })
  @IsOptional()
  @Min(0)
  @Max(2_000_000_000)
  capitalCents?: number | null;

  @Field(() => String, { nullable: true, description: 'Entry in a register; null when there is none.' })
  @IsOptional()
  @Line(1, 100)
  register?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'Street and what else stands before the postcode: one to four lines.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @Line(1, 100, { each: true })
  addressLines?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Postcode.' })
  @IsOptional()
  @Line(1, 20)
  postcode?: string | null;

  @Field(() => String, { nullable: true, description: 'City.' })
  @IsOptional()
  @Line(1, 100)
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Country, by ISO 3166-1: FR.' })
  @IsOptional()
  @Line(2, 2)
  country?: string | null;

  @Field(() => String, { nullable: true, description: 'Number of the business: nine digits, with or without blanks.' })
  @IsOptional()
  @Line(9, 20)
  siren?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Number of the establishment: fourteen digits that begin with the SIREN.',
  })
  @IsOptional()
  @Line(14, 25)
  siret?: string | null;

  @Field(() => String, { nullable: true, description: 'VAT number; null for a business that has none.' })
  @IsOptional()
  @Line(4, 25)
  vatNumber?: string | null;

  @Field(() => VatRegimeEnum, {
    nullable: true,
    description: 'Whether VAT is charged, from the first day of the version on.',
  })
  @IsOptional()
  vatRegime?: VatRegime | null;

  @Field(() => Boolean, { nullable: true, description: 'Is VAT owed when invoiced rather than when paid?' })
  @IsOptional()
  vatOnDebits?: boolean | null;

  @Field(() => VatPeriodEnum, {
    nullable: true,
    description: 'How often VAT is declared; FRANCHISE under that regime, and only there.',
  })
  @IsOptional()
  vatPeriod?: VatPeriod | null;

  @Field(() => AccountingBasisEnum, { nullable: true, description: 'When a sale counts in the accounts.' })
  @IsOptional()
  accountingBasis?: AccountingBasis | null;

  @Field(() => String, { nullable: true, description: 'The last day of the fiscal year, as month and day: 12-31.' })
  @IsOptional()
  @Line(5, 5)
  fiscalYearEnd?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Account that transfers go to, with or without blanks; null to print none.',
  })
  @IsOptional()
  @Line(15, 45)
  iban?: string | null;

  @Field(() => String, { nullable: true, description: 'Code of the bank; null to print none.' })
  @IsOptional()
  @Line(8, 15)
  bic?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: 'E-mail address on invoices.' })
  @IsOptional()
  @MaxLength(255)
  email?: string | null;

  @Field(() => PhoneNumber, {
    nullable: true,
    description: 'Phone number on invoices, as +33612345678; null to print none.',
  })
  @IsOptional()
  @Matches(internationalNumber)
  phone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where e-invoices reach the business: its SIREN, alone or with what it added. Null: by SIREN.',
  })
  @IsOptional()
  @Line(1, 255)
  electronicAddress?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days between issue and due date, between businesses: 0 to 60.' })
  @IsOptional()
  @Min(0)
  @Max(60)
  paymentTermDays?: number | null;

  @Field(() => String, { nullable: true, description: 'About early payment, in French; null for the usual words.' })
  @IsOptional()
  @Line(1, 500)
  discountTextFr?: string | null;

  @Field(() => String, { nullable: true, description: 'About early payment, in English; null for the usual words.' })
  @IsOptional()
  @Line(1, 500)
  discountTextEn?: string | null;

  @Field(() => String, { nullable: true, description: 'About late payment, in French; null for the usual words.' })
  @IsOptional()
  @Line(1, 500)
  penaltyTextFr?: string | null;

  @Field(() => String, { nullable: true, description: 'About late payment, in English; null for the usual words.' })
  @IsOptional()
  @Line(1, 500)
  penaltyTextEn?: string | null;

  @Field(() => AccountNumbersInput, { nullable: true, description: 'Accounts that exports write to.' })
  @IsOptional()
  @ValidateNested()
  accounts?: AccountNumbersInput | null;
}

@InputType({ description: 'Another logo on invoices and quotes, or none.' })
export class ChangeSellerLogoInput {
  @Field(() => Upload, {
    nullable: true,
    description:
      'A PNG or a JPEG of at most 512 KiB and 1500 pixels on a side; it is printed on white. Absent: no logo any more.',
  })
  @IsOptional()
  file?: unknown;

  @Field(() => LocalDate, { nullable: true, description: 'The first day of its use: today, unless said, or later.' })
  @IsOptional()
  validFrom?: string | null;
}
