import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { draftKinds } from '../../entities/billing/invoice-draft.entity.ts';
import { DateTime, LocalDate } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { CurrencyEnum, MoneyType } from '../shared/money.type.ts';
import { SubjectObjectType } from '../shared/subject.type.ts';
import { PersonWithoutAccountType } from './person.type.ts';
import { OperationEnum, PriceBasisEnum } from './sold-line.type.ts';

export const InvoiceDraftKindEnum = enumOf(draftKinds);
registerEnumType(InvoiceDraftKindEnum, {
  name: 'InvoiceDraftKind',
  description: 'What a draft becomes.',
  valuesConfig: {
    INVOICE: { description: 'An invoice; it deducts the deposits that were invoiced for the same thing.' },
    DEPOSIT: { description: 'An invoice for a deposit.' },
  },
});

@ObjectType('InvoiceDraft', {
  description: 'An invoice that is being written: it has no number, and ends when it is issued.',
  simpleResolvers: true,
})
export class InvoiceDraftType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each change: who changes or issues it names the one they saw.' })
  version!: number;

  @Field(() => InvoiceDraftKindEnum, { description: 'What it becomes.' })
  kind!: string;

  @Field(() => ID, { nullable: true, description: 'Whose account it is for; null for a person without one.' })
  buyerId!: string | null;

  @Field(() => PersonWithoutAccountType, {
    nullable: true,
    description: 'Whom it is for, without an account; null for one with an account.',
  })
  person!: PersonWithoutAccountType | null;

  @Field(() => SubjectObjectType, { nullable: true, description: 'What it is for; null for a free invoice.' })
  subject!: SubjectObjectType | null;

  @Field(() => PriceBasisEnum, { description: 'What its prices and discounts are.' })
  prices!: string;

  @Field(() => CurrencyEnum, { description: 'The currency of all amounts.' })
  currency!: string;

  @Field(() => OperationEnum, { description: 'What is sold, as VAT law sees it.' })
  operation!: string;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'What is taken off the whole; null where it is a part, or nothing.',
  })
  discountAmount!: MoneyType | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The part that is taken off the whole, in basis points; null where it is none.',
  })
  discountBasisPoints!: number | null;

  @Field(() => LocalDate, { nullable: true, description: 'When it is to be paid; null: by the seller’s terms.' })
  dueOn!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'When the work was done; null: not said.' })
  suppliedOn!: string | null;

  @Field(() => String, { nullable: true, description: 'Free words, printed under the totals; null for none.' })
  notes!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The buyer’s reference of this purchase; null: the one of their billing details.',
  })
  purchaseOrder!: string | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was changed last.' })
  changedAt!: Date;
}

export const InvoiceDraftConnection = connectionOf(InvoiceDraftType, 'InvoiceDraft', { isCounted: true });
export type InvoiceDraftConnection = InstanceType<typeof InvoiceDraftConnection>;

@ObjectType('InvoicePreview', {
  description:
    'What a draft would be issued as today: a PDF without a number, marked as a draft on every page. Stored nowhere.',
  simpleResolvers: true,
})
export class InvoicePreviewType {
  @Field(() => String, { description: 'A name for the file.' })
  name!: string;

  @Field(() => String, { description: 'What it is: application/pdf.' })
  mimeType!: string;

  @Field(() => String, { description: 'The file, in base64.' })
  content!: string;
}
