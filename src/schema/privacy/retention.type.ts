import { IsIn, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  retentionActions,
  retentionClassNames,
  retentionGrounds,
  type RetentionAction,
  type RetentionClassName,
  type RetentionGround,
} from '../../services/kernel/retention.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';

export const RetentionClassEnum = enumOf(retentionClassNames);
registerEnumType(RetentionClassEnum, {
  name: 'RetentionClass',
  description: 'Classes of records that the application keeps for a time.',
});

export const RetentionActionEnum = enumOf(retentionActions);
registerEnumType(RetentionActionEnum, {
  name: 'RetentionAction',
  description: 'What becomes of records when their period is over.',
  valuesConfig: {
    DELETE: { description: 'They go.' },
    ANONYMISE: { description: 'They stay, without personal data.' },
  },
});

export const RetentionGroundEnum = enumOf(retentionGrounds);
registerEnumType(RetentionGroundEnum, {
  name: 'RetentionGround',
  description: 'Why records stay as long as they do.',
  valuesConfig: {
    ACCOUNTING_LAW: { description: 'Accounts and their vouchers: ten years (Code de commerce, article L123-22).' },
    LIMITATION: { description: 'As long as somebody may claim something: five years (Code civil, article 2224).' },
    PROOF_OF_CONSENT: {
      description: 'Proof of what was consented to: five years (Code civil, article 2224; GDPR, article 7).',
    },
    ACCOUNTABILITY: { description: 'Proof that the application answered (GDPR, article 5, paragraph 2).' },
    CONTRACT: { description: 'What the service needs (GDPR, article 6, paragraph 1, point b).' },
    SECURITY: { description: 'The security of accounts (GDPR, article 6, paragraph 1, point f, and article 32).' },
    OPERATION: { description: 'The working of the application (GDPR, article 6, paragraph 1, point f).' },
  },
});

@ObjectType('RetentionPolicy', {
  description: 'For how long one class of records is kept, and within which bounds that may be changed.',
  simpleResolvers: true,
})
export class RetentionPolicyType {
  @Field(() => RetentionClassEnum, { description: 'Which records.' })
  recordClass!: RetentionClassName;

  @Field(() => RetentionActionEnum, { description: 'What becomes of them then.' })
  action!: RetentionAction;

  @Field(() => RetentionGroundEnum, { description: 'Why they stay until then.' })
  ground!: RetentionGround;

  @Field(() => Int, { description: 'The period in force, in days.' })
  days!: number;

  @Field(() => Int, { description: 'The period that the application chose.' })
  usualDays!: number;

  @Field(() => Int, { description: 'The fewest days that may be chosen, by law or by need.' })
  leastDays!: number;

  @Field(() => Int, { description: 'The most days that may be chosen.' })
  mostDays!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When an admin chose the period; null while the application’s own is in force.',
  })
  changedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who chose it; null while the application’s own is in force.' })
  changedById!: string | null;
}

@ObjectType('RetentionPreviewLine', { description: 'What a run would take of one class now.', simpleResolvers: true })
export class RetentionPreviewLineType {
  @Field(() => RetentionClassEnum, { description: 'Which records.' })
  recordClass!: RetentionClassName;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When the period of the oldest began; null when there is none.',
  })
  oldest!: Date | null;

  @Field(() => [String], { description: 'Names of some of them in the database, the oldest first.' })
  sampleIds!: readonly string[];
}

@ObjectType('RetentionCount', { description: 'How many records of a class went.', simpleResolvers: true })
export class RetentionCountType {
  @Field(() => RetentionClassEnum, { description: 'Which records.' })
  recordClass!: RetentionClassName;

  @Field(() => Int, { description: 'How many so far.' })
  count!: number;
}

@ObjectType('RetentionRun', { description: 'One passage of retention over all classes.', simpleResolvers: true })
export class RetentionRunType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => DateTime, { description: 'When it began; ages are counted at this instant.' })
  asOf!: Date;

  @Field(() => ID, { nullable: true, description: 'Who asked for it; null for the one of every night.' })
  startedById!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was over; null while it is under way.' })
  finishedAt!: Date | null;

  @Field(() => [RetentionCountType], { description: 'The classes of which something went.' })
  counts!: readonly RetentionCountType[];
}

export const RetentionRunConnection = connectionOf(RetentionRunType, 'RetentionRun', { isCounted: true });
export type RetentionRunConnection = InstanceType<typeof RetentionRunConnection>;

@ArgsType()
export class RetentionRunsArgs extends sortedArgs('RetentionRunSort', 'runs') {}

@ArgsType()
export class RetentionPreviewArgs {
  @Field(() => Int, { defaultValue: 5, description: 'How many names of each class, 1 to 20.' })
  @Min(1)
  @Max(20)
  samples!: number;
}

@InputType({ description: 'Another period for a class of records.' })
export class UpdateRetentionPolicyInput {
  @Field(() => RetentionClassEnum, { description: 'Which records.' })
  @IsIn(retentionClassNames)
  recordClass!: RetentionClassName;

  @Field(() => Int, { description: 'Days, within `leastDays` and `mostDays`.' })
  @Min(1)
  @Max(36_525)
  days!: number;
}
