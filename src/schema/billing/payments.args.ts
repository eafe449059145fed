import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { PaymentStatus } from '../../entities/billing/payment.entity.ts';
import { longestSearch } from '../../services/kernel/list-orders.ts';
import type { SubjectType } from '../../services/kernel/subject.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { searchDescription, sortedArgs } from '../shared/list.args.ts';
import { SubjectTypeEnum } from '../shared/subject.type.ts';
import { Line } from '../shared/text.rules.ts';
import { PaymentStatusEnum } from './payment.type.ts';

@InputType({ description: 'Which payments; what is absent does not matter.' })
export class PaymentFilterInput {
  @Field(() => PaymentStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: PaymentStatus | null;

  @Field(() => String, { nullable: true, description: 'Taken by this provider: STRIPE.' })
  @IsOptional()
  @Line(0, 20)
  provider?: string | null;

  @Field(() => SubjectTypeEnum, { nullable: true, description: 'For this kind of thing.' })
  @IsOptional()
  subjectType?: SubjectType | null;

  @Field(() => ID, { nullable: true, description: 'For this very thing, such as an order.' })
  @IsOptional()
  @IsUUID()
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Made by this person.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'Made by the person without an account who gave this address.',
  })
  @IsOptional()
  @MaxLength(255)
  personEmail?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that must be refunded, or those that need not be.' })
  @IsOptional()
  isRefundDue?: boolean | null;

  @Field(() => DateTime, { nullable: true, description: 'Begun at this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Begun before this instant.' })
  @IsOptional()
  to?: Date | null;

  @Field(() => String, { nullable: true, description: searchDescription('what was paid for') })
  @IsOptional()
  @Line(0, longestSearch)
  search?: string | null;
}

@ArgsType()
export class PaymentsArgs extends sortedArgs('PaymentSort', 'payments') {
  @Field(() => PaymentFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: PaymentFilterInput | null;
}
