import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { invoiceKinds, invoiceStatuses, transmissions } from '../../entities/billing/invoice.entity.ts';
import { vatCategories } from '../../services/kernel/vat.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { UnitPriceType } from '../shared/unit-price.type.ts';
import { MoneyType } from '../shared/money.type.ts';
import { UnitCodeEnum } from './sold-line.type.ts';

export const InvoiceStatusEnum = enumOf(invoiceStatuses);
registerEnumType(InvoiceStatusEnum, {
  name: 'InvoiceStatus',
  description: 'Status of an invoice.',
  valuesConfig: {
    GENERATED: { description: 'Issued.' },
    SENT: { description: 'Sent to the buyer, or owed again after it was paid.' },
    PAID: { description: 'Paid.' },
    OVERDUE: { description: 'Past its due date and not paid.' },
    CANCELLED: { description: 'Corrected in full by a credit note.' },
  },
});

export const InvoiceKindEnum = enumOf(invoiceKinds);
registerEnumType(InvoiceKindEnum, {
  name: 'InvoiceKind',
  description: 'What an invoice is.',
  valuesConfig: {
    INVOICE: { description: 'An invoice.' },
    DEPOSIT: { description: 'An invoice for a deposit, deducted on the final one.' },
    CREDIT_NOTE: { description: 'A correction of an invoice.' },
  },
});

export const TransmissionEnum = enumOf(transmissions);
registerEnumType(TransmissionEnum, {
  name: 'InvoiceTransmission',
  description: 'What became of an invoice at the accredited platform of the seller.',
  valuesConfig: {
    NOT_NEEDED: { description: 'It needs none: the buyer is no French business.' },
    TO_SEND: { description: 'It is to be sent there.' },
    SENT: { description: 'It was sent there.' },
    ACCEPTED: { description: 'The platform accepted it.' },
    REJECTED: { description: 'The platform rejected it: it is to be sent again.' },
  },
});

export const VatCategoryEnum = enumOf(vatCategories);
registerEnumType(VatCategoryEnum, {
  name: 'VatCategory',
  description: 'Which VAT a line bears (EN 16931).',
  valuesConfig: {
    S: { description: 'Taxed at the rate of the line.' },
    E: { description: 'Exempt: the seller charges no VAT (franchise).' },
    AE: { description: 'Reverse charge: the buyer owes the VAT.' },
    O: { description: 'Outside the scope of French VAT.' },
  },
});

@ObjectType('InvoiceLine', { description: 'One line of an issued invoice.', simpleResolvers: true })
export class InvoiceLineType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What was sold.' })
  description!: string;

  @Field(() => Int, {
    description: 'How many, rounded to a whole number.',
    deprecationReason: 'Goes on 2027-06-30: read quantityThousandths, which is exact.',
  })
  quantity!: number;

  @Field(() => Int, { description: 'How many, in thousandths: 1500 is one and a half.' })
  quantityThousandths!: number;

  @Field(() => UnitCodeEnum, {
    nullable: true,
    description: 'What the quantity counts, by UN/ECE recommendation 20; null on lines of before 2027.',
  })
  unitCode!: string | null;

  @Field(() => MoneyType, {
    description: 'Price of one, without VAT, rounded to the minor unit.',
    deprecationReason: 'Goes on 2027-06-30: read unitPrice, which is exact.',
  })
  unitNet!: MoneyType;

  @Field(() => UnitPriceType, { description: 'Price of one, without VAT.' })
  unitPrice!: UnitPriceType;

  @Field(() => MoneyType, { description: 'Taken off the line, without VAT; nothing for most lines.' })
  discount!: MoneyType;

  @Field(() => VatCategoryEnum, { description: 'Which VAT it bears.' })
  category!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Why no VAT is charged, by the code list VATEX; null where it is charged.',
  })
  exemptionCode!: string | null;

  @Field(() => Int, { description: 'VAT rate in basis points: 2000 is 20 %.' })
  taxRate!: number;

  @Field(() => MoneyType, { description: 'The line without VAT.' })
  net!: MoneyType;

  @Field(() => MoneyType, { description: 'VAT of the line.' })
  tax!: MoneyType;

  @Field(() => MoneyType, { description: 'The line, VAT included.' })
  gross!: MoneyType;
}

@ObjectType('Invoice', {
  description: 'An issued invoice: it never changes; a credit note corrects it.',
  simpleResolvers: true,
})
export class InvoiceType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => InvoiceKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => String, { description: 'Legal number, without a gap in its series: FACT-2026-000001.' })
  number!: string;

  @Field(() => ID, { nullable: true, description: 'The user who bought it; null for a person without an account.' })
  buyerId!: string | null;

  @Field(() => InvoiceStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => MoneyType, { description: 'Total without VAT.' })
  net!: MoneyType;

  @Field(() => MoneyType, { description: 'Total of VAT.' })
  tax!: MoneyType;

  @Field(() => MoneyType, { description: 'Total, VAT included.' })
  gross!: MoneyType;

  @Field(() => MoneyType, { description: 'What its credit notes took back so far, VAT included.' })
  credited!: MoneyType;

  @Field(() => MoneyType, { description: 'What its payments brought.' })
  paid!: MoneyType;

  @Field(() => MoneyType, { description: 'What of that went back to the buyer.' })
  refunded!: MoneyType;

  @Field(() => MoneyType, { description: 'What of that was lost: by disputes, or because it never came.' })
  lost!: MoneyType;

  @Field(() => MoneyType, {
    description:
      'What the buyer owes, or is owed when negative: gross − credited − paid + refunded + lost. Nothing for a credit note.',
  })
  balance!: MoneyType;

  @Field(() => ID, { nullable: true, description: 'The invoice that a credit note corrects; null for any other.' })
  correctsId!: string | null;

  @Field(() => DateTime, { description: 'When it was issued.' })
  issuedAt!: Date;

  @Field(() => LocalDate, { description: 'When it is to be paid, in the seller’s time zone.' })
  dueOn!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was paid; null while something is owed.' })
  paidAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was first sent to the buyer; null before.' })
  sentAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is overdue; null when it is not.' })
  overdueAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was credited in full; null otherwise.' })
  cancelledAt!: Date | null;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'No reminder leaves by itself before this day; null: none is held back.',
  })
  remindersPausedUntil!: string | null;

  @Field(() => TransmissionEnum, { description: 'What became of it at the accredited platform.' })
  transmission!: string;

  @Field(() => String, { nullable: true, description: 'The platform; null before it has the invoice.' })
  transmissionPlatform!: string | null;

  @Field(() => String, { nullable: true, description: 'Its reference there; null before.' })
  transmissionReference!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is so there; null before.' })
  transmittedAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The PDF’s file, for `requestDownload`; null for the moment it takes to make it.',
  })
  pdfFileId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The file of its Factur-X XML alone, for `requestDownload`; null for the moment it takes to make it, and for invoices of before it was stored alone.',
  })
  xmlFileId!: string | null;
}

export const InvoiceConnection = connectionOf(InvoiceType, 'Invoice', { isCounted: true });
export type InvoiceConnection = InstanceType<typeof InvoiceConnection>;
