import { IsIn, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { holdTargets, type HoldTarget } from '../../services/kernel/legal-holds.ts';
import { longestSearch } from '../../services/kernel/list-orders.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { KeyedInput } from '../shared/keyed.input.ts';
import { Line, Lines } from '../shared/text.rules.ts';
import { searchDescription, sortedArgs } from '../shared/list.args.ts';

export const HoldTargetEnum = enumOf(holdTargets);
registerEnumType(HoldTargetEnum, {
  name: 'HoldTarget',
  description: 'What a legal hold may be placed on; it reaches the parts of the thing.',
  valuesConfig: {
    USER: { description: 'Somebody, with everything of theirs.' },
    ORDER: { description: 'An order, with its files, conversation, payments and invoices.' },
    PLAN_PERIOD: { description: 'A period of a plan, with its payments and invoices.' },
    CONVERSATION: { description: 'A conversation, with its messages and what was attached to them.' },
    FILE: { description: 'One file.' },
    PAYMENT: { description: 'One payment.' },
    CABINET: { description: 'A cabinet, with its documents and their versions.' },
    DOCUMENT: { description: 'A document of a cabinet, with its versions.' },
    INVOICE: { description: 'One invoice, with its PDF.' },
    TICKET: { description: 'A support ticket, with its conversation.' },
  },
});

@ObjectType('LegalHold', {
  description: 'An order that evidence be kept: while it is not released, nothing destroys what it is placed on.',
  simpleResolvers: true,
})
export class LegalHoldType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => HoldTargetEnum, { description: 'What kind of thing is under the hold.' })
  targetType!: HoldTarget;

  @Field(() => ID, { description: 'Which one.' })
  targetId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Whom it concerns; null for a conversation and for what is nobody’s.',
  })
  personId!: string | null;

  @Field(() => String, { description: 'Why. The person concerned is not notified. Empty once they are erased.' })
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'As the court or the insurer calls the case; null when it has no name, and once the person is erased.',
  })
  caseReference!: string | null;

  @Field(() => DateTime, { description: 'When it was placed.' })
  placedAt!: Date;

  @Field(() => ID, { description: 'Who placed it.' })
  placedById!: string;

  @Field(() => DateTime, { nullable: true, description: 'When it was released; null while it is in force.' })
  releasedAt!: Date | null;

  @Field(() => ID, { nullable: true, description: 'Who released it; null while it is in force.' })
  releasedById!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it was released; null while it is in force, and once the person is erased.',
  })
  releaseReason!: string | null;
}

export const LegalHoldConnection = connectionOf(LegalHoldType, 'LegalHold', { isCounted: true });
export type LegalHoldConnection = InstanceType<typeof LegalHoldConnection>;

@InputType({ description: 'Which legal holds.' })
export class LegalHoldFilterInput {
  @Field(() => Boolean, { nullable: true, description: 'Released ones, or those in force; both unless said.' })
  @IsOptional()
  isReleased?: boolean | null;

  @Field(() => HoldTargetEnum, { nullable: true, description: 'Only on this kind of thing.' })
  @IsOptional()
  targetType?: HoldTarget | null;

  @Field(() => ID, { nullable: true, description: 'Only on this thing.' })
  @IsOptional()
  @IsUUID()
  targetId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only those that concern this person.' })
  @IsOptional()
  @IsUUID()
  personId?: string | null;

  @Field(() => String, { nullable: true, description: searchDescription('a reason or of the reference of a case') })
  @IsOptional()
  @Line(0, longestSearch)
  search?: string | null;
}

@ArgsType()
export class LegalHoldsArgs extends sortedArgs('LegalHoldSort', 'legal holds') {
  @Field(() => LegalHoldFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: LegalHoldFilterInput | null;
}

@InputType({ description: 'What must be kept, and why.' })
export class PlaceLegalHoldInput extends KeyedInput {
  @Field(() => HoldTargetEnum, { description: 'What kind of thing.' })
  @IsIn(holdTargets)
  targetType!: HoldTarget;

  @Field(() => ID, { description: 'Which one.' })
  @MaxLength(36)
  targetId!: string;

  @Field(() => String, { description: 'Why, 10 to 2,000 characters; for those who look after it.' })
  @Lines(10, 2_000)
  reason!: string;

  @Field(() => String, {
    nullable: true,
    description: 'As the court or the insurer calls the case; when it has a name.',
  })
  @IsOptional()
  @Line(1, 100)
  caseReference?: string | null;
}

@InputType({ description: 'The hold that is over, and why.' })
export class ReleaseLegalHoldInput {
  @Field(() => ID, { description: 'Which one.' })
  @IsUUID()
  id!: string;

  @Field(() => String, { description: 'Why, 10 to 2,000 characters.' })
  @Lines(10, 2_000)
  reason!: string;
}
