import { IsBoolean, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { InvoiceKind, InvoiceStatus, Transmission } from '../../entities/billing/invoice.entity.ts';
import { longestSearch } from '../../services/kernel/list-orders.ts';
import type { Currency } from '../../services/kernel/money.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { searchDescription, sortedArgs } from '../shared/list.args.ts';
import { CurrencyEnum } from '../shared/money.type.ts';
import { Line } from '../shared/text.rules.ts';
import { InvoiceKindEnum, InvoiceStatusEnum, TransmissionEnum } from './invoice.type.ts';

const SortedInvoices = sortedArgs('InvoiceSort', 'invoices');

@ArgsType()
export class MyInvoicesArgs extends SortedInvoices {
  @Field(() => String, { nullable: true, description: searchDescription('a number') })
  @IsOptional()
  @Line(0, longestSearch)
  search?: string | null;
}

@InputType({ description: 'Which invoices; what is absent does not matter.' })
export class InvoiceFilterInput {
  @Field(() => InvoiceKindEnum, { nullable: true, description: 'Of this kind.' })
  @IsOptional()
  kind?: InvoiceKind | null;

  @Field(() => InvoiceStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: InvoiceStatus | null;

  @Field(() => TransmissionEnum, { nullable: true, description: 'Of which this became at the accredited platform.' })
  @IsOptional()
  transmission?: Transmission | null;

  @Field(() => ID, { nullable: true, description: 'To this person.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: 'To the person without an account who gave this address.' })
  @IsOptional()
  @MaxLength(255)
  personEmail?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Issued at this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Issued before this instant.' })
  @IsOptional()
  to?: Date | null;

  @Field(() => String, { nullable: true, description: 'Whose number begins so: FACT-2026-.' })
  @IsOptional()
  @Line(0, 35)
  numberPrefix?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether something is owed of it.' })
  @IsOptional()
  @IsBoolean()
  isUnpaid?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Overdue at this instant already, and still.' })
  @IsOptional()
  overdueSince?: Date | null;
}

@ArgsType()
export class InvoicesArgs extends SortedInvoices {
  @Field(() => InvoiceFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: InvoiceFilterInput | null;
}

@ArgsType()
export class CustomerStatementArgs {
  @Field(() => ID, { description: 'The person.' })
  @IsUUID()
  personId!: string;

  @Field(() => CurrencyEnum, { defaultValue: 'EUR', description: 'Invoices in this currency.' })
  currency!: Currency;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'Lines of this instant or later; what was before is in the opening balance. From the beginning unless said.',
  })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Lines before this instant; all unless said.' })
  @IsOptional()
  to?: Date | null;
}
