import { ArgsType, Field, InputType, ObjectType } from 'type-graphql';
import { LocalDate } from '../scalars/index.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { MoneyType } from '../shared/money.type.ts';
import { Line } from '../shared/text.rules.ts';
import { InvoiceKindEnum } from './invoice.type.ts';

@ArgsType()
export class PayInvoiceArgs {
  @Field(() => String, { description: 'From the mailed link.' })
  @Line(1, 200)
  token!: string;
}

@InputType({ description: 'The mailed link of an invoice that is to be paid.' })
export class OpenInvoiceCheckoutInput {
  @Field(() => String, { description: 'From the mailed link.' })
  @Line(1, 200)
  token!: string;
}

@ObjectType('InvoiceToPay', {
  description: 'What the link to pay one invoice shows: no more than is needed to pay it.',
  simpleResolvers: true,
})
export class InvoiceToPayType {
  @Field(() => String, { description: 'Legal number.' })
  number!: string;

  @Field(() => InvoiceKindEnum, { description: 'What it is.' })
  kind!: string;

  @Field(() => String, { description: 'In whose name it was issued.' })
  sellerName!: string;

  @Field(() => MoneyType, { description: 'Total, VAT included.' })
  total!: MoneyType;

  @Field(() => MoneyType, { description: 'What is still to be paid.' })
  amountDue!: MoneyType;

  @Field(() => LocalDate, { description: 'When it is to be paid.' })
  dueOn!: string;

  @Field(() => LocaleEnum, { description: 'The language of the invoice.' })
  locale!: string;
}
