import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { webhookStatuses, type WebhookStatus } from '../../entities/billing/webhook-event.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { Line } from '../shared/text.rules.ts';

export const WebhookStatusEnum = enumOf(webhookStatuses);
registerEnumType(WebhookStatusEnum, {
  name: 'WebhookStatus',
  description: 'Status of an event of a payment provider.',
  valuesConfig: {
    RECEIVED: { description: 'Received; its job will process it, or has given up.' },
    APPLIED: { description: 'Processed.' },
    IGNORED: { description: 'Not acted upon: of another kind, not ours, or not accepted.' },
  },
});

@ObjectType('WebhookEvent', { description: 'An event that a payment provider sent.', simpleResolvers: true })
export class WebhookEventType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Who sent it: STRIPE.' })
  provider!: string;

  @Field(() => String, { description: 'As the provider calls it.' })
  providerEventId!: string;

  @Field(() => String, { description: 'What kind it is, as the provider calls it: charge.refunded.' })
  type!: string;

  @Field(() => WebhookStatusEnum, { description: 'Status.' })
  status!: string;

  @Field(() => Int, { description: 'How often it was processed without success.' })
  attempts!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Why the last time, as an error code; null when it never failed.',
  })
  lastError!: string | null;

  @Field(() => ID, { nullable: true, description: 'The payment that it changed or confirmed; null for none.' })
  paymentId!: string | null;

  @Field(() => DateTime, { description: 'When it happened, by the provider’s clock.' })
  occurredAt!: Date;

  @Field(() => DateTime, { description: 'When it was received.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was processed; null before.' })
  appliedAt!: Date | null;
}

export const WebhookEventConnection = connectionOf(WebhookEventType, 'WebhookEvent', { isCounted: true });
export type WebhookEventConnection = InstanceType<typeof WebhookEventConnection>;

@InputType({ description: 'Which events of payment providers; what is absent does not matter.' })
export class WebhookEventFilterInput {
  @Field(() => WebhookStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: WebhookStatus | null;

  @Field(() => String, { nullable: true, description: 'Of this provider: STRIPE.' })
  @IsOptional()
  @Line(0, 20)
  provider?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this kind, as the provider calls it.' })
  @IsOptional()
  @Line(0, 100)
  type?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this payment.' })
  @IsOptional()
  @IsUUID()
  paymentId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Received at this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Received before this instant.' })
  @IsOptional()
  to?: Date | null;
}

@ArgsType()
export class WebhookEventsArgs extends sortedArgs('WebhookEventSort', 'events of payment providers') {
  @Field(() => WebhookEventFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: WebhookEventFilterInput | null;
}

@InputType({ description: 'The event to process again.' })
export class ReplayWebhookEventInput {
  @Field(() => ID, { description: 'The event.' })
  @MaxLength(280)
  id!: string;
}
