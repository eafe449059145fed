import { IsBoolean, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  differenceTypes,
  reconciledKindNames,
  reconciliationStatuses,
  type DifferenceType,
  type ReconciledKindName,
  type ReconciliationStatus,
} from '../../entities/billing/reconciliation.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';

export const ReconciliationStatusEnum = enumOf(reconciliationStatuses);
registerEnumType(ReconciliationStatusEnum, {
  name: 'ReconciliationStatus',
  description: 'Status of a reconciliation with the payment providers.',
  valuesConfig: {
    RUNNING: { description: 'Under way, or to be gone on with.' },
    COMPLETE: { description: 'Everything was compared.' },
    INCOMPLETE: { description: 'Something could not be read from its provider; it is compared again later.' },
  },
});

export const ReconciledKindEnum = enumOf(reconciledKindNames);
registerEnumType(ReconciledKindEnum, {
  name: 'ReconciledKind',
  description: 'What was compared with its provider.',
  valuesConfig: {
    PAYMENT: { description: 'A payment.' },
    REFUND: { description: 'A refund.' },
    DISPUTE: { description: 'A dispute.' },
    SUBSCRIPTION: { description: 'A plan that the provider collects by itself, and its latest charge.' },
    EVENT: { description: 'An event: the provider’s own list against those that were received.' },
  },
});

export const DifferenceTypeEnum = enumOf(differenceTypes);
registerEnumType(DifferenceTypeEnum, {
  name: 'DifferenceType',
  description: 'How our books and the provider’s differ.',
  valuesConfig: {
    MISSING_HERE: { description: 'The provider has it, we did not.' },
    MISSING_THERE: { description: 'We have it, the provider does not.' },
    AMOUNT: { description: 'Another amount or currency.' },
    STATE: { description: 'Another status.' },
  },
});

@ObjectType('Reconciliation', {
  description: 'A comparison of our payments, refunds and events with those of the payment providers.',
  simpleResolvers: true,
})
export class ReconciliationType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ReconciliationStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => DateTime, { description: 'What was touched at this instant or later was compared.' })
  since!: Date;

  @Field(() => DateTime, { description: 'What was touched at this instant or before was compared.' })
  until!: Date;

  @Field(() => Int, { description: 'How many payments, refunded payments and hours of events were compared.' })
  examined!: number;

  @Field(() => Int, { description: 'How many of them could not be read from their provider.' })
  unread!: number;

  @Field(() => Int, { description: 'How many differences there were; zero while it runs.' })
  differenceCount!: number;

  @Field(() => Int, { description: 'How many of them reading again mended; zero while it runs.' })
  mendedCount!: number;

  @Field(() => DateTime, { description: 'When it began.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it runs.' })
  finishedAt!: Date | null;
}

@ObjectType('ReconciliationDifference', {
  description: 'Something that a reconciliation found to differ from what the provider shows.',
  simpleResolvers: true,
})
export class ReconciliationDifferenceType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => ID, { description: 'The reconciliation that found it.' })
  reconciliationId!: string;

  @Field(() => ReconciledKindEnum, { description: 'What differs.' })
  kind!: string;

  @Field(() => DifferenceTypeEnum, { description: 'How.' })
  type!: string;

  @Field(() => String, { description: 'The provider: STRIPE.' })
  provider!: string;

  @Field(() => String, { description: 'The provider’s identifier of the object; ours when it has none there.' })
  about!: string;

  @Field(() => ID, { nullable: true, description: 'The payment concerned; null for an event of none that we know.' })
  paymentId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What we had: a status, a kind of event, an amount in minor units; null for nothing.',
  })
  ours!: string | null;

  @Field(() => String, { nullable: true, description: 'What the provider showed, likewise; null for nothing.' })
  theirs!: string | null;

  @Field(() => Boolean, { description: 'Whether reading again mended it.' })
  isMended!: boolean;

  @Field(() => DateTime, { description: 'When it was found.' })
  createdAt!: Date;
}

export const ReconciliationConnection = connectionOf(ReconciliationType, 'Reconciliation', { isCounted: true });
export type ReconciliationConnection = InstanceType<typeof ReconciliationConnection>;
export const ReconciliationDifferenceConnection = connectionOf(
  ReconciliationDifferenceType,
  'ReconciliationDifference',
  { isCounted: true },
);
export type ReconciliationDifferenceConnection = InstanceType<typeof ReconciliationDifferenceConnection>;

@InputType({ description: 'Which reconciliations; what is absent does not matter.' })
export class ReconciliationFilterInput {
  @Field(() => ReconciliationStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: ReconciliationStatus | null;
}

@ArgsType()
export class ReconciliationsArgs extends sortedArgs('ReconciliationSort', 'reconciliations') {
  @Field(() => ReconciliationFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: ReconciliationFilterInput | null;
}

@InputType({ description: 'Which differences; what is absent does not matter.' })
export class ReconciliationDifferenceFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of this reconciliation.' })
  @IsOptional()
  @IsUUID()
  reconciliationId?: string | null;

  @Field(() => ReconciledKindEnum, { nullable: true, description: 'Of such objects.' })
  @IsOptional()
  kind?: ReconciledKindName | null;

  @Field(() => DifferenceTypeEnum, { nullable: true, description: 'That differ so.' })
  @IsOptional()
  type?: DifferenceType | null;

  @Field(() => ID, { nullable: true, description: 'Of this payment.' })
  @IsOptional()
  @IsUUID()
  paymentId?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Those that were mended, or those that were not.' })
  @IsOptional()
  @IsBoolean()
  isMended?: boolean | null;
}

@ArgsType()
export class ReconciliationDifferencesArgs extends sortedArgs('ReconciliationDifferenceSort', 'differences') {
  @Field(() => ReconciliationDifferenceFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: ReconciliationDifferenceFilterInput | null;
}
