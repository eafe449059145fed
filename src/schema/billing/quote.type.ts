import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { acceptanceEffects, quoteStatuses } from '../../entities/billing/quote.entity.ts';
import { Free } from '../directives/cost.ts';
import { DateTime, EmailAddress, LocalDate } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { CurrencyEnum, MoneyType } from '../shared/money.type.ts';
import { SubjectObjectType } from '../shared/subject.type.ts';
import { OperationEnum, PriceBasisEnum } from './sold-line.type.ts';

export const QuoteStatusEnum = enumOf(quoteStatuses);
registerEnumType(QuoteStatusEnum, {
  name: 'QuoteStatus',
  description: 'Status of a quote.',
  valuesConfig: {
    DRAFT: { description: 'Being written.' },
    SENT: { description: 'Sent to the buyer, who can accept it until its last day is over.' },
    ACCEPTED: { description: 'Accepted.' },
    REFUSED: { description: 'Declined by the buyer.' },
    EXPIRED: { description: 'Its last day is over, and nobody answered.' },
    SUPERSEDED: { description: 'A new revision takes its place.' },
  },
});

export const AcceptanceEffectEnum = enumOf(acceptanceEffects);
registerEnumType(AcceptanceEffectEnum, {
  name: 'AcceptanceEffect',
  description: 'What accepting a quote does.',
  valuesConfig: {
    DEPOSIT: { description: 'A deposit is invoiced.' },
    PAY_ALL: { description: 'The whole is invoiced.' },
    INVOICE_LATER: { description: 'Nothing is invoiced yet.' },
  },
});

@Free()
@ObjectType('QuoteBuyer', { description: 'Whom a quote is for.', simpleResolvers: true })
export class QuoteBuyerType {
  @Field(() => ID, { nullable: true, description: 'Their account; null for a person without one.' })
  userId!: string | null;

  @Field(() => String, { description: 'First and last name.' })
  name!: string;

  @Field(() => EmailAddress, { description: 'Where it is mailed.' })
  email!: string;
}

@ObjectType('QuoteTerms', {
  description: 'The terms of sale that a quote was sent with, word by word.',
  simpleResolvers: true,
})
export class QuoteTermsType {
  @Field(() => String, { description: 'The page of the site: cgv.' })
  slug!: string;

  @Field(() => Int, { description: 'The version of the page: who accepts the quote names it.' })
  version!: number;

  @Field(() => String, { description: 'SHA-256 of the text, in hexadecimal.' })
  sha256!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, {
    description: 'The text: sanitised HTML; Markdown in what was recorded while pages were written so.',
  })
  content!: string;
}

@ObjectType('QuoteAcceptance', { description: 'What proves that a quote was accepted.', simpleResolvers: true })
export class QuoteAcceptanceType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'Which revision.' })
  revision!: number;

  @Field(() => String, { description: 'SHA-256 of the PDF, in hexadecimal.' })
  pdfSha256!: string;

  @Field(() => Int, { description: 'The version of the terms of sale.' })
  termsVersion!: number;

  @Field(() => String, { description: 'SHA-256 of their text, in hexadecimal.' })
  termsSha256!: string;

  @Field(() => String, { description: 'The name, as typed or signed.' })
  name!: string;

  @Field(() => DateTime, { description: 'When it was accepted here, or recorded.' })
  acceptedAt!: Date;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The day on which the paper was signed; null when it was accepted here.',
  })
  acceptedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Shall work start within the withdrawal period? Null where the buyer has none, or was not asked on paper.',
  })
  startBeforeWithdrawal!: boolean | null;

  @Field(() => String, { nullable: true, description: 'The question as it was asked; null where it was not.' })
  withdrawalWording!: string | null;

  @Field(() => String, { nullable: true, description: 'The network it came from; null when it was signed on paper.' })
  address!: string | null;

  @Field(() => String, { nullable: true, description: 'The browser it came from; null when it was not said.' })
  agent!: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The signed paper’s file, for `requestDownload` by those who manage quotes; null when it was accepted here.',
  })
  proofFileId!: string | null;

  @Field(() => Int, { nullable: true, description: 'The number of its entry in the audit log; null when it has none.' })
  auditSeq!: number | null;
}

@ObjectType('Quote', {
  description:
    'An offer: so much for so much, until a day. What was sent never changes; another revision takes its place.',
  simpleResolvers: true,
})
export class QuoteType {
  @Field(() => ID, { description: 'Identifier; each revision has its own.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with each change: who changes or sends it names the one they saw.' })
  version!: number;

  @Field(() => QuoteStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Number, without a gap in its series, the same for all revisions: DEVIS-2026-000001. Null until it is sent.',
  })
  number!: string | null;

  @Field(() => Int, { description: '1, and one more for each revision: who accepts it names the one they saw.' })
  revision!: number;

  @Field(() => ID, { nullable: true, description: 'The revision whose place it takes; null for the first.' })
  replacesId!: string | null;

  @Field(() => SubjectObjectType, { nullable: true, description: 'What it is for; null for a quote of its own.' })
  subject!: SubjectObjectType | null;

  @Field(() => QuoteBuyerType, { description: 'Whom it is for.' })
  buyer!: QuoteBuyerType;

  @Field(() => PriceBasisEnum, { description: 'What its prices and discounts are.' })
  prices!: string;

  @Field(() => OperationEnum, { description: 'What is sold, as VAT law sees it.' })
  operation!: string;

  @Field(() => CurrencyEnum, { description: 'The currency of all amounts.' })
  currency!: string;

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

  @Field(() => MoneyType, { description: 'Total without VAT.' })
  net!: MoneyType;

  @Field(() => MoneyType, { description: 'Total of VAT.' })
  tax!: MoneyType;

  @Field(() => MoneyType, { description: 'Total, VAT included.' })
  gross!: MoneyType;

  @Field(() => String, { nullable: true, description: 'Free words, printed under the totals; null for none.' })
  notes!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The buyer’s reference of this purchase; null: the one of their billing details.',
  })
  purchaseOrder!: string | null;

  @Field(() => LocalDate, { description: 'The last day on which it can be accepted, in the seller’s time zone.' })
  validUntil!: string;

  @Field(() => AcceptanceEffectEnum, { description: 'What accepting it does.' })
  onAcceptance!: string;

  @Field(() => Int, { nullable: true, description: 'The deposit, in percent; null where none is asked for.' })
  depositPercent!: number | null;

  @Field(() => MoneyType, { nullable: true, description: 'The deposit, VAT included; null where none is asked for.' })
  deposit!: MoneyType | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The PDF’s file, for `requestDownload`; null until it is sent and for the moment it takes to make it.',
  })
  pdfFileId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the PDF, in hexadecimal; null as long as there is none.',
  })
  pdfSha256!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was sent; null before.' })
  sentAt!: Date | null;

  @Field(() => Int, { description: 'How often it was mailed.' })
  timesSent!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When it was accepted, declined, replaced, or found expired; null before.',
  })
  endedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;
}

export const QuoteConnection = connectionOf(QuoteType, 'Quote', { isCounted: true });
export type QuoteConnection = InstanceType<typeof QuoteConnection>;
