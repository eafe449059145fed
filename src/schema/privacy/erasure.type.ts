import { IsIn, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  erasureDeciders,
  erasureReasons,
  applicationReasons,
  personalReasons,
  type ErasureDecider,
  type ErasureReason,
  type ApplicationReason,
  type PersonalReason,
} from '../../entities/privacy/erasure-receipt.entity.ts';
import { erasureFates, erasureObstacles, keepingGrounds, recordClasses } from '../../services/kernel/erasure.ts';
import { ReauthenticationInput } from '../identity/two-factor.input.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

export const ErasureReasonEnum = enumOf(erasureReasons);
registerEnumType(ErasureReasonEnum, {
  name: 'ErasureReason',
  description: 'Why an account is erased: a choice, not a text, so that nothing about the person stays.',
  valuesConfig: {
    NO_LONGER_NEEDED: { description: 'Said by the person.' },
    PRIVACY: { description: 'Said by the person.' },
    DISSATISFIED: { description: 'Said by the person.' },
    ASKED_OTHERWISE: { description: 'Said by an admin: the person asked for it by another way.' },
    UNUSED: { description: 'Said by an admin: the account is not used.' },
    MISUSE: { description: 'Said by an admin: the conditions of use were not respected.' },
    OTHER: { description: 'Said by either.' },
  },
});

export const ErasureDeciderEnum = enumOf(erasureDeciders);
registerEnumType(ErasureDeciderEnum, {
  name: 'ErasureDecider',
  description: 'Who decided an erasure.',
  valuesConfig: {
    PERSON: { description: 'The person concerned.' },
    ADMIN: { description: 'An admin.' },
  },
});

export const ErasureObstacleEnum = enumOf(erasureObstacles);
registerEnumType(ErasureObstacleEnum, {
  name: 'ErasureObstacle',
  description: 'What keeps somebody from being erased.',
});

export const ErasureFateEnum = enumOf(erasureFates);
registerEnumType(ErasureFateEnum, {
  name: 'ErasureFate',
  description: 'What became of records.',
  valuesConfig: {
    DESTROYED: { description: 'They are gone.' },
    PSEUDONYMISED: { description: 'They stay without anything that identifies the person.' },
    KEPT: { description: 'They stay as they are, for the reason given.' },
  },
});

export const RecordClassEnum = enumOf(recordClasses);
registerEnumType(RecordClassEnum, {
  name: 'RecordClass',
  description: 'Kinds of records that an account leaves behind.',
});

export const KeepingGroundEnum = enumOf(keepingGrounds);
registerEnumType(KeepingGroundEnum, {
  name: 'KeepingGround',
  description: 'Why records stay.',
  valuesConfig: {
    ACCOUNTING_LAW: { description: 'Accounts and their vouchers: ten years (Code de commerce, article L123-22).' },
    PROOF_OF_CONSENT: { description: 'Proof of what was consented to: five years.' },
    SECURITY_JOURNAL: { description: 'The audit log names nobody: ids of a pseudonym, and networks.' },
  },
});

@ObjectType('ErasureLine', { description: 'What became of one kind of records.', simpleResolvers: true })
export class ErasureLineType {
  @Field(() => RecordClassEnum, { description: 'Which records.' })
  record!: string;

  @Field(() => ErasureFateEnum, { description: 'What became of them.' })
  fate!: string;

  @Field(() => Int, { description: 'How many.' })
  count!: number;

  @Field(() => KeepingGroundEnum, { nullable: true, description: 'Why they stay; null for what went.' })
  ground!: string | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the last of them stays; null for what went, and for what has no end of its own.',
  })
  keptUntil!: Date | null;
}

@ObjectType('ErasureReceipt', { description: 'What went, what stays, why and until when.', simpleResolvers: true })
export class ErasureReceiptType {
  @Field(() => ID, { description: 'Number of the receipt; it was mailed too.' })
  id!: string;

  @Field(() => DateTime, { description: 'When the account was erased.' })
  erasedAt!: Date;

  @Field(() => ErasureDeciderEnum, { description: 'Who decided it.' })
  decidedBy!: ErasureDecider;

  @Field(() => ErasureReasonEnum, { description: 'Why.' })
  reason!: ErasureReason;

  @Field(() => [ErasureLineType], { description: 'Kind by kind.' })
  lines!: readonly ErasureLineType[];
}

@ObjectType('ErasureHindrance', {
  description: 'Something that stands in the way of an erasure.',
  simpleResolvers: true,
})
export class ErasureHindranceType {
  @Field(() => ErasureObstacleEnum, { description: 'What it is.' })
  code!: string;

  @Field(() => [ID], { description: 'The orders, payments … concerned.' })
  ids!: readonly string[];

  @Field(() => String, { description: 'What to do about it.' })
  toDo!: string;
}

@ObjectType('ErasurePreview', {
  description: 'What an erasure would do now, and what stands in its way.',
  simpleResolvers: true,
})
export class ErasurePreviewType {
  @Field(() => ID, { description: 'Whose account.' })
  userId!: string;

  @Field(() => [ErasureLineType], {
    description:
      'What would go and what would stay, as the receipt would say it; empty while a legal hold keeps everything.',
  })
  lines!: readonly ErasureLineType[];

  @Field(() => [ErasureHindranceType], { description: 'While there are any, the account stays.' })
  obstacles!: readonly ErasureHindranceType[];
}

@InputType({ description: 'The account to erase, and why.' })
export class DeleteUserInput {
  @Field(() => ID, { description: 'Whose; look at `userDeletionPreview` first.' })
  @MaxLength(36)
  userId!: string;

  @Field(() => ErasureReasonEnum, {
    description: 'Why: ASKED_OTHERWISE, UNUSED, MISUSE or OTHER. The person is notified.',
  })
  @IsIn(applicationReasons)
  reason!: ApplicationReason;
}

@InputType({
  description:
    'The proof that it is oneself, for ERASURE, and why one leaves. Who has a password gives it, or a passkey; the others a passkey, a fresh sign-in at their provider, or a mailed code.',
})
export class EraseMyAccountInput extends ReauthenticationInput {
  @Field(() => ErasureReasonEnum, { description: 'Why: NO_LONGER_NEEDED, PRIVACY, DISSATISFIED or OTHER.' })
  @IsIn(personalReasons)
  reason!: PersonalReason;
}
