import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { statementKinds, timelineKinds } from '../../services/kernel/invoice-history.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { CurrencyEnum, MoneyType } from '../shared/money.type.ts';

export const InvoiceTimelineKindEnum = enumOf(timelineKinds);
registerEnumType(InvoiceTimelineKindEnum, {
  name: 'InvoiceTimelineKind',
  description: 'What happened to an invoice.',
  valuesConfig: {
    ISSUED: { description: 'It was issued.' },
    SENT: { description: 'It was mailed by somebody.' },
    OPENED: { description: 'A mailed link of it was used for the first time.' },
    REMINDED: { description: 'A reminder was mailed.' },
    PAID: { description: 'Money came for it.' },
    REFUNDED: { description: 'Money went back to the buyer.' },
    LOST: { description: 'Money was lost, by a dispute or because it never came; or it is there again.' },
    CREDITED: { description: 'A credit note took something back.' },
  },
});

export const StatementEntryKindEnum = enumOf(statementKinds);
registerEnumType(StatementEntryKindEnum, {
  name: 'StatementEntryKind',
  description: 'What a line of a statement is.',
  valuesConfig: {
    INVOICE: { description: 'An invoice.' },
    DEPOSIT: { description: 'An invoice for a deposit.' },
    CREDIT_NOTE: { description: 'A credit note.' },
    PAYMENT: { description: 'Money that came.' },
    REFUND: { description: 'Money that went back.' },
    DISPUTE: { description: 'Money that the payer’s bank took, or gave back.' },
    REVERSAL: { description: 'Money that never came.' },
  },
});

@ObjectType('InvoiceTimelineEntry', { description: 'Something that happened to an invoice.', simpleResolvers: true })
export class InvoiceTimelineEntryType {
  @Field(() => InvoiceTimelineKindEnum, { description: 'What.' })
  kind!: string;

  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => MoneyType, {
    nullable: true,
    description: 'What it moved, positive when less is owed by it; null where it moved nothing.',
  })
  amount!: MoneyType | null;

  @Field(() => Int, { nullable: true, description: 'Of a reminder, which: 1 for the first; null for anything else.' })
  step!: number | null;

  @Field(() => ID, { nullable: true, description: 'The payment, or the credit note; null for anything else.' })
  sourceId!: string | null;
}

@ObjectType('StatementEntry', { description: 'One line of a statement.', simpleResolvers: true })
export class StatementEntryType {
  @Field(() => DateTime, { description: 'When.' })
  at!: Date;

  @Field(() => StatementEntryKindEnum, { description: 'What.' })
  kind!: string;

  @Field(() => String, { description: 'The number of the document, or of the invoice that the money counts for.' })
  number!: string;

  @Field(() => MoneyType, { description: 'What the person owes more by it, or less when negative.' })
  amount!: MoneyType;

  @Field(() => MoneyType, { description: 'What they owe after it; they are owed it when negative.' })
  balance!: MoneyType;
}

@ObjectType('CustomerStatement', {
  description: 'What was invoiced to a person, credited, paid, refunded and lost, in order.',
  simpleResolvers: true,
})
export class CustomerStatementType {
  @Field(() => ID, { description: 'The person.' })
  personId!: string;

  @Field(() => CurrencyEnum, { description: 'Currency of all amounts.' })
  currency!: string;

  @Field(() => MoneyType, { description: 'What they owed before the first line.' })
  opening!: MoneyType;

  @Field(() => [StatementEntryType], { description: 'The lines, oldest first.' })
  entries!: StatementEntryType[];

  @Field(() => MoneyType, { description: 'What they owe after the last line.' })
  closing!: MoneyType;
}
