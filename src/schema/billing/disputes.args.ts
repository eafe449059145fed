import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { DisputeStatus } from '../../entities/billing/dispute.entity.ts';
import type { SubjectType } from '../../services/kernel/subject.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { SubjectTypeEnum } from '../shared/subject.type.ts';
import { Line } from '../shared/text.rules.ts';
import { DisputeStatusEnum } from './dispute.type.ts';

@InputType({ description: 'Which disputes; what is absent does not matter.' })
export class DisputeFilterInput {
  @Field(() => DisputeStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: DisputeStatus | null;

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

  @Field(() => ID, { nullable: true, description: 'Of payments by this person.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => EmailAddress, {
    nullable: true,
    description: 'Of payments by the person without an account who gave this address.',
  })
  @IsOptional()
  @MaxLength(255)
  personEmail?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Known here since this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Known here before this instant.' })
  @IsOptional()
  to?: Date | null;
}

@ArgsType()
export class DisputesArgs extends sortedArgs('DisputeSort', 'disputes') {
  @Field(() => DisputeFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: DisputeFilterInput | null;
}
