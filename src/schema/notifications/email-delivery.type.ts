import { IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { deliveryStatuses, type DeliveryStatus } from '../../entities/notifications/email-delivery.entity.ts';
import { emailEventKinds, type EmailEventKind } from '../../entities/notifications/email-event.entity.ts';
import { suppressionReasons, type SuppressionReason } from '../../entities/notifications/email-suppression.entity.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import { DateTime, EmailAddress } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { Line } from '../shared/text.rules.ts';

export const EmailDeliveryStatusEnum = enumOf(deliveryStatuses);
registerEnumType(EmailDeliveryStatusEnum, {
  name: 'EmailDeliveryStatus',
  description: 'What became of an e-mail.',
  valuesConfig: {
    HELD: { description: 'It waits for the end of quiet hours, or for a digest.' },
    QUEUED: { description: 'It is to be sent, or sent again.' },
    SENDING: { description: 'The provider is being called.' },
    SENT: { description: 'The provider has it.' },
    DEFERRED: { description: 'The receiving server wants it later; the provider goes on.' },
    DELIVERED: { description: 'The receiving server has it.' },
    DROPPED: { description: 'The provider did not try.' },
    BOUNCED: { description: 'The receiving server refused it.' },
    COMPLAINED: { description: 'Its recipient called it spam.' },
    AMBIGUOUS: { description: 'Given up; it may have left or not.' },
    REPLACED: { description: 'Another mail stands for it.' },
    FAILED: { description: 'It never left.' },
    SUPPRESSED: { description: 'Not sent: nothing is sent to its address.' },
  },
});

export const EmailEventKindEnum = enumOf(emailEventKinds);
registerEnumType(EmailEventKindEnum, { name: 'EmailEventKind', description: 'What the provider said of a mail.' });

export const SuppressionReasonEnum = enumOf(suppressionReasons);
registerEnumType(SuppressionReasonEnum, {
  name: 'SuppressionReason',
  description: 'Why nothing is sent to an address.',
  valuesConfig: {
    BOUNCE: { description: 'It does not exist, or refuses every mail.' },
    COMPLAINT: { description: 'Its owner called a mail spam.' },
    UNSUBSCRIBE: { description: 'Its owner wants no more mails of a kind.' },
  },
});

@ObjectType('EmailEvent', { description: 'One thing that the provider said of a mail.', simpleResolvers: true })
export class EmailEventType {
  @Field(() => EmailEventKindEnum, { description: 'What.' })
  kind!: EmailEventKind;

  @Field(() => DateTime, { description: 'When it happened.' })
  at!: Date;

  @Field(() => String, { nullable: true, description: 'Why, as the receiving server says; null for nothing.' })
  reason!: string | null;
}

@ObjectType('EmailDelivery', { description: 'An e-mail to one person, without its text.', simpleResolvers: true })
export class EmailDeliveryType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Its template: order-started.' })
  template!: string;

  @Field(() => EmailAddress, { description: 'Whom it is to.' })
  toEmail!: string;

  @Field(() => LocaleEnum, { description: 'Its language.' })
  locale!: Locale;

  @Field(() => EmailDeliveryStatusEnum, { description: 'What became of it.' })
  status!: DeliveryStatus;

  @Field(() => Int, { description: 'How often the provider was asked.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'What went wrong last; null for nothing.' })
  lastError!: string | null;

  @Field(() => SuppressionReasonEnum, { nullable: true, description: 'Why it was not sent; null unless SUPPRESSED.' })
  suppression!: SuppressionReason | null;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the provider took it; null before.' })
  sentAt!: Date | null;
}

@ObjectType('EmailDeliveryDetails', { description: 'An e-mail, and all that the provider said of it.' })
export class EmailDeliveryDetailsType {
  @Field(() => EmailDeliveryType, { description: 'The mail.' })
  delivery!: EmailDeliveryType;

  @Field(() => [EmailEventType], {
    description: 'What was said of it, in the order in which it happened; at most 100.',
  })
  events!: EmailEventType[];
}

export const EmailDeliveryConnection = connectionOf(EmailDeliveryType, 'EmailDelivery', { isCounted: true });
export type EmailDeliveryConnection = InstanceType<typeof EmailDeliveryConnection>;

@InputType({ description: 'Which e-mails; what is absent does not matter.' })
export class EmailDeliveryFilterInput {
  @Field(() => EmailDeliveryStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: DeliveryStatus | null;

  @Field(() => String, { nullable: true, description: 'Of this template.' })
  @IsOptional()
  @Line(0, 60)
  template?: string | null;

  @Field(() => EmailAddress, { nullable: true, description: 'To this address.' })
  @IsOptional()
  @MaxLength(255)
  toEmail?: string | null;

  @Field(() => ID, { nullable: true, description: 'To this person.' })
  @IsOptional()
  @IsUUID()
  recipientId?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Written at this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Written before this instant.' })
  @IsOptional()
  until?: Date | null;
}

@ArgsType()
export class EmailDeliveriesArgs extends sortedArgs('EmailDeliverySort', 'e-mails') {
  @Field(() => EmailDeliveryFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: EmailDeliveryFilterInput | null;
}

@ArgsType()
export class EmailDeliveryArgs {
  @Field(() => ID, { description: 'E-mail.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'The e-mail to send again.' })
export class RetryEmailInput {
  @Field(() => ID, { description: 'E-mail.' })
  @IsUUID()
  id!: string;
}
