import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import {
  suppressionScopes,
  suppressionSources,
  type SuppressionReason,
  type SuppressionScope,
  type SuppressionSource,
} from '../../entities/notifications/email-suppression.entity.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { SuppressionReasonEnum } from './email-delivery.type.ts';

export const SuppressionScopeEnum = enumOf(suppressionScopes);
registerEnumType(SuppressionScopeEnum, {
  name: 'SuppressionScope',
  description: 'What is not sent to an address.',
  valuesConfig: {
    EVERYTHING: { description: 'No mail at all.' },
    DIGESTS: { description: 'No digests.' },
    REMINDERS: { description: 'No optional reminders.' },
    REPORTS: { description: 'No reports.' },
  },
});

export const SuppressionSourceEnum = enumOf(suppressionSources);
registerEnumType(SuppressionSourceEnum, {
  name: 'SuppressionSource',
  description: 'Where it is known from that nothing may be sent to an address.',
  valuesConfig: {
    EVENT: { description: 'The provider said so of a mail.' },
    LIST: { description: 'It is on the provider’s list.' },
    LINK: { description: 'Its owner followed the link in a mail.' },
  },
});

@ObjectType('EmailSuppression', { description: 'An address that mails are not sent to.', simpleResolvers: true })
export class EmailSuppressionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => EmailAddress, { nullable: true, description: 'The address; null once its owner was erased.' })
  address!: string | null;

  @Field(() => SuppressionScopeEnum, { description: 'What is not sent to it.' })
  scope!: SuppressionScope;

  @Field(() => SuppressionReasonEnum, { description: 'Why.' })
  reason!: SuppressionReason;

  @Field(() => SuppressionSourceEnum, { description: 'Where that is known from.' })
  source!: SuppressionSource;

  @Field(() => DateTime, { description: 'Since when.' })
  since!: Date;
}

export const EmailSuppressionConnection = connectionOf(EmailSuppressionType, 'EmailSuppression', { isCounted: true });
export type EmailSuppressionConnection = InstanceType<typeof EmailSuppressionConnection>;

@ArgsType()
export class EmailSuppressionsArgs extends sortedArgs('EmailSuppressionSort', 'suppressed addresses') {
  @Field(() => EmailAddress, { nullable: true, description: 'Only of this address.' })
  @IsOptional()
  @MaxLength(255)
  address?: string | null;
}

@InputType({ description: 'The suppression to lift.' })
export class LiftSuppressionInput {
  @Field(() => ID, { description: 'Suppression.' })
  @IsUUID()
  id!: string;
}
