import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { RefundOrigin, RefundStatus } from '../../entities/billing/refund.entity.ts';
import type { SubjectType } from '../../services/kernel/subject.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { SubjectTypeEnum } from '../shared/subject.type.ts';
import { Line } from '../shared/text.rules.ts';
import { RefundOriginEnum, RefundStatusEnum } from './refund.type.ts';

@InputType({ description: 'Which refunds; what is absent does not matter.' })
export class RefundFilterInput {
  @Field(() => RefundStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: RefundStatus | null;

  @Field(() => RefundOriginEnum, { nullable: true, description: 'Decided there.' })
  @IsOptional()
  origin?: RefundOrigin | null;

  @Field(() => String, { nullable: true, description: 'Of payments of this provider: STRIPE.' })
  @IsOptional()
  @Line(0, 20)
  provider?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this payment.' })
  @IsOptional()
  @IsUUID()
  paymentId?: string | null;

  @Field(() => SubjectTypeEnum, { nullable: true, description: 'Of payments for this kind of thing.' })
  @IsOptional()
  subjectType?: SubjectType | null;

  @Field(() => ID, { nullable: true, description: 'Of payments for this very thing, such as an order.' })
  @IsOptional()
  @IsUUID()
  subjectId?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this person.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: 'To the person without an account who gave this address.' })
  @IsOptional()
  @MaxLength(255)
  personEmail?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Decided at this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Decided before this instant.' })
  @IsOptional()
  to?: Date | null;
}

@ArgsType()
export class RefundsArgs extends sortedArgs('RefundSort', 'refunds') {
  @Field(() => RefundFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: RefundFilterInput | null;
}
