import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType } from 'type-graphql';
import type { QuoteStatus } from '../../entities/billing/quote.entity.ts';
import type { SubjectType } from '../../services/kernel/subject.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { searchedArgs } from '../shared/list.args.ts';
import { SubjectTypeEnum } from '../shared/subject.type.ts';
import { QuoteStatusEnum } from './quote.type.ts';

@InputType({ description: 'Which quotes; what is absent does not matter.' })
export class QuoteFilterInput {
  @Field(() => QuoteStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: QuoteStatus | null;

  @Field(() => ID, { nullable: true, description: 'For this person.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: 'For the person without an account who has this address.' })
  @IsOptional()
  @MaxLength(255)
  personEmail?: string | null;

  @Field(() => SubjectTypeEnum, { nullable: true, description: 'For this kind of thing.' })
  @IsOptional()
  subjectType?: SubjectType | null;

  @Field(() => ID, { nullable: true, description: 'For this very thing, such as an order.' })
  @IsOptional()
  @IsUUID()
  subjectId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Begun at this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Begun before this instant.' })
  @IsOptional()
  to?: Date | null;
}

@ArgsType()
export class MyQuotesArgs extends searchedArgs('QuoteSort', { of: 'quotes', within: 'a number' }) {}

@ArgsType()
export class QuotesArgs extends MyQuotesArgs {
  @Field(() => QuoteFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: QuoteFilterInput | null;
}
