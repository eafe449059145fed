import { IsDefined, IsIn, IsUUID } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { Line } from '../shared/text.rules.ts';

const platformStatuses = ['SENT', 'ACCEPTED', 'REJECTED'] as const;
export type PlatformStatus = (typeof platformStatuses)[number];
export const PlatformStatusEnum = enumOf(platformStatuses);
registerEnumType(PlatformStatusEnum, {
  name: 'PlatformStatus',
  description: 'What an accredited platform says of an invoice.',
  valuesConfig: {
    SENT: { description: 'It was sent there.' },
    ACCEPTED: { description: 'The platform accepted it.' },
    REJECTED: { description: 'The platform rejected it.' },
  },
});

@InputType({ description: 'What the accredited platform of the seller says of an invoice.' })
export class RecordTransmissionInput {
  @Field(() => ID, { description: 'The invoice, deposit invoice or credit note.' })
  @IsUUID()
  invoiceId!: string;

  @Field(() => String, { description: 'The name of the platform, at most 120 characters.' })
  @Line(1, 120)
  platform!: string;

  @Field(() => String, { description: 'Its reference of the invoice, at most 140 characters.' })
  @Line(1, 140)
  reference!: string;

  @Field(() => PlatformStatusEnum, { description: 'What it says.' })
  @IsIn(platformStatuses)
  status!: PlatformStatus;

  @Field(() => DateTime, { description: 'Since when: now at the latest.' })
  @IsDefined()
  at!: Date;
}
