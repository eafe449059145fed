import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  privacyRequestKinds,
  privacyRequestStatuses,
  type PrivacyRequestKind,
  type PrivacyRequestStatus,
} from '../../entities/privacy/privacy-request.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Lines } from '../shared/text.rules.ts';
import { searchedArgs } from '../shared/list.args.ts';

export const PrivacyRequestKindEnum = enumOf(privacyRequestKinds);
registerEnumType(PrivacyRequestKindEnum, {
  name: 'PrivacyRequestKind',
  description: 'What a person may ask about their data (GDPR, articles 15 to 21).',
});

export const PrivacyRequestStatusEnum = enumOf(privacyRequestStatuses);
registerEnumType(PrivacyRequestStatusEnum, {
  name: 'PrivacyRequestStatus',
  description: 'Where a request about data stands.',
});

const outcomes = ['DONE', 'REFUSED'] as const;
export const PrivacyRequestOutcomeEnum = enumOf(outcomes);
registerEnumType(PrivacyRequestOutcomeEnum, {
  name: 'PrivacyRequestOutcome',
  description: 'How a request about data ends.',
});

@ObjectType('PrivacyRequest', {
  description: 'A request about personal data, answered within a month, or three when it is extended.',
  simpleResolvers: true,
})
export class PrivacyRequestType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { nullable: true, description: 'Who asked; null for who has no account, and proved their address.' })
  userId!: string | null;

  @Field(() => PrivacyRequestKindEnum, { description: 'What is asked.' })
  kind!: PrivacyRequestKind;

  @Field(() => PrivacyRequestStatusEnum, { description: 'Where it stands.' })
  status!: PrivacyRequestStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The person’s words; null for what the application did by itself, and once they are erased.',
  })
  details!: string | null;

  @Field(() => String, { nullable: true, description: 'The answer to the person; null until then.' })
  answer!: string | null;

  @Field(() => DateTime, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => DateTime, { description: 'Until when it must be answered.' })
  dueAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was answered; null until then.' })
  handledAt!: Date | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When two months were added to the first; null when they were not.',
  })
  extendedAt!: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why they were added, as sent to the person; null when they were not, and once the person is erased.',
  })
  extensionReason!: string | null;
}

export const PrivacyRequestConnection = connectionOf(PrivacyRequestType, 'PrivacyRequest', { isCounted: true });
export type PrivacyRequestConnection = InstanceType<typeof PrivacyRequestConnection>;

@ArgsType()
export class PrivacyRequestsArgs extends searchedArgs('PrivacyRequestSort', {
  of: 'requests',
  within: 'what was asked or answered',
}) {
  @Field(() => PrivacyRequestStatusEnum, {
    nullable: true,
    description: 'Only requests that stand there; OPEN for those that wait.',
  })
  @IsOptional()
  status?: PrivacyRequestStatus | null;
}

@InputType({ description: 'What is asked about one’s data.' })
export class SubmitPrivacyRequestInput extends KeyedInput {
  @Field(() => PrivacyRequestKindEnum, { description: 'What is asked.' })
  @IsIn(privacyRequestKinds)
  kind!: PrivacyRequestKind;

  @Field(() => String, { description: 'In one’s own words, 10 to 5,000 characters.' })
  @Lines(10, 5_000)
  details!: string;
}

@InputType({ description: 'The answer to a request about data.' })
export class AnswerPrivacyRequestInput {
  @Field(() => ID, { description: 'Which request.' })
  @IsUUID()
  id!: string;

  @Field(() => PrivacyRequestOutcomeEnum, { description: 'Was it done?' })
  @IsIn(outcomes)
  outcome!: (typeof outcomes)[number];

  @Field(() => String, { description: 'The answer to the person, 10 to 5,000 characters; a refusal says why.' })
  @Lines(10, 5_000)
  answer!: string;
}

@InputType({ description: 'Two months more for a request about data.' })
export class ExtendPrivacyRequestInput {
  @Field(() => ID, { description: 'Which request.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { description: 'The reason, sent to the person, 10 to 2,000 characters.' })
  @Lines(10, 2_000)
  reason!: string;
}
