import { IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { smsStatuses, type SmsStatus } from '../../entities/notifications/sms-delivery.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { Line } from '../shared/text.rules.ts';

export const SmsStatusEnum = enumOf(smsStatuses);
registerEnumType(SmsStatusEnum, {
  name: 'SmsStatus',
  description: 'What became of a text message.',
  valuesConfig: {
    WAITING: { description: 'Refused for passing reasons; it is tried again, three times in all.' },
    SENDING: { description: 'The vendor is being called.' },
    UNKNOWN: { description: 'It may have left or not; it is not sent a second time.' },
    ACCEPTED: { description: 'The vendor has it.' },
    SENT: { description: 'The network has it.' },
    DELIVERED: { description: 'The phone has it.' },
    UNDELIVERED: { description: 'The network could not deliver it.' },
    FAILED: { description: 'It never left.' },
    OPTED_OUT: { description: 'Not sent: the number answered STOP.' },
  },
});

@ObjectType('SmsDelivery', { description: 'A text message to one number, without its text.', simpleResolvers: true })
export class SmsDeliveryType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'What it says: booking-reminder.' })
  kind!: string;

  @Field(() => SmsStatusEnum, { description: 'What became of it.' })
  status!: SmsStatus;

  @Field(() => String, { description: 'The last four digits of the number; the others are not stored.' })
  numberEnd!: string;

  @Field(() => String, { nullable: true, description: 'What it is about: BOOKING. Null for a security code.' })
  subjectType!: string | null;

  @Field(() => ID, { nullable: true, description: 'Which one; null for a security code.' })
  subjectId!: string | null;

  @Field(() => Int, { description: 'How often the vendor was asked.' })
  attempts!: number;

  @Field(() => Int, { description: 'Parts that the vendor charges: of 160 characters each, or of 70.' })
  segments!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'What the vendor charged, in ten-thousandths of its currency; null until it says so.',
  })
  priceTenThousandths!: number | null;

  @Field(() => String, { nullable: true, description: 'The currency of the price, ISO 4217; null without one.' })
  priceCurrency!: string | null;

  @Field(() => Int, { nullable: true, description: 'The vendor’s code of what went wrong; null for nothing.' })
  errorCode!: number | null;

  @Field(() => DateTime, { description: 'When it was first to be sent.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When the vendor took it; null before.' })
  sentAt!: Date | null;
}

export const SmsDeliveryConnection = connectionOf(SmsDeliveryType, 'SmsDelivery', { isCounted: true });
export type SmsDeliveryConnection = InstanceType<typeof SmsDeliveryConnection>;

@InputType({ description: 'Which text messages; what is absent does not matter.' })
export class SmsDeliveryFilterInput {
  @Field(() => SmsStatusEnum, { nullable: true, description: 'In this status.' })
  @IsOptional()
  status?: SmsStatus | null;

  @Field(() => String, { nullable: true, description: 'Of this kind.' })
  @IsOptional()
  @Line(0, 60)
  kind?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this thing, a booking for instance.' })
  @IsOptional()
  @IsUUID()
  subjectId?: string | null;

  @Field(() => String, { nullable: true, description: 'To this number, as +33612345678.' })
  @IsOptional()
  @Line(0, 20)
  to?: string | null;

  @Field(() => DateTime, { nullable: true, description: 'Asked for at this instant or later.' })
  @IsOptional()
  from?: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Asked for before this instant.' })
  @IsOptional()
  until?: Date | null;
}

@ArgsType()
export class SmsDeliveriesArgs extends sortedArgs('SmsDeliverySort', 'text messages') {
  @Field(() => SmsDeliveryFilterInput, { nullable: true, description: 'Which ones; all unless said.' })
  @IsOptional()
  @ValidateNested()
  filter?: SmsDeliveryFilterInput | null;
}
