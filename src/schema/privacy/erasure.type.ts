import { IsIn } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { erasureReasons, type ErasureReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import { erasureFates, keepingGrounds, recordClasses } from '../../services/kernel/erasure.ts';
import { ProofInput } from '../identity/two-factor.input.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

export const ErasureReasonEnum = enumOf(erasureReasons);
registerEnumType(ErasureReasonEnum, { name: 'ErasureReason', description: 'Why somebody leaves: a choice, not a text, so that nothing about them stays.' });

export const ErasureFateEnum = enumOf(erasureFates);
registerEnumType(ErasureFateEnum, {
  name: 'ErasureFate',
  description: 'What became of records.',
  valuesConfig: {
    DESTROYED: { description: 'They are gone.' },
    PSEUDONYMISED: { description: 'They stay without anything that tells whose they were.' },
    KEPT: { description: 'They stay as they are, for the reason given.' },
  },
});

export const RecordClassEnum = enumOf(recordClasses);
registerEnumType(RecordClassEnum, { name: 'RecordClass', description: 'Kinds of records that an account leaves behind.' });

export const KeepingGroundEnum = enumOf(keepingGrounds);
registerEnumType(KeepingGroundEnum, {
  name: 'KeepingGround',
  description: 'Why records stay.',
  valuesConfig: {
    ACCOUNTING_LAW: { description: 'Accounts and their vouchers: ten years (Code de commerce, article L123-22).' },
    PROOF_OF_CONSENT: { description: 'Proof of what was consented to: five years.' },
    SECURITY_JOURNAL: { description: 'The journal names nobody: ids of a pseudonym, and networks.' },
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

  @Field(() => DateTime, { nullable: true, description: 'Until when the last of them stays; null for what went, and for what has no end of its own.' })
  keptUntil!: Date | null;
}

@ObjectType('ErasureReceipt', { description: 'What went, what stays, why and until when.', simpleResolvers: true })
export class ErasureReceiptType {
  @Field(() => ID, { description: 'Number of the receipt; it was mailed too.' })
  id!: string;

  @Field(() => DateTime, { description: 'When the account was erased.' })
  erasedAt!: Date;

  @Field(() => ErasureReasonEnum, { description: 'Why, as the person said.' })
  reason!: ErasureReason;

  @Field(() => [ErasureLineType], { description: 'Kind by kind.' })
  lines!: ErasureLineType[];
}

@InputType({ description: 'The proof that it is oneself, for ERASURE, and why one leaves. Who has a password gives it, or a passkey; the others a passkey, a fresh sign-in at their provider, or a mailed code.' })
export class EraseMyAccountInput extends ProofInput {
  @Field(() => ErasureReasonEnum, { description: 'Why.' })
  @IsIn(erasureReasons)
  reason!: ErasureReason;
}
