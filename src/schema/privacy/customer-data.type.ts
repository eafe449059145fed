import { IsIn, MaxLength } from 'class-validator';
import { Field, InputType, ObjectType } from 'type-graphql';
import { exportFormats, type ExportFormat } from '../../entities/privacy/data-export.entity.ts';
import { personalReasons, type PersonalReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import { EmailAddress } from '../scalars/index.ts';
import { ExportFormatEnum } from './data-export.type.ts';
import { ErasureReasonEnum } from './erasure.type.ts';
import { Line } from '../shared/text.rules.ts';

@InputType({ description: 'The address of somebody who has no account.' })
export class RequestCustomerDataInput {
  @Field(() => EmailAddress, { description: 'Where the link goes.' })
  @MaxLength(255)
  email!: string;
}

@InputType({ description: 'The proof that one reads the mail of an address, and how the copy is to be written.' })
export class ExportCustomerDataInput {
  @Field(() => String, { description: 'From the mailed link.' })
  @Line(1, 200)
  token!: string;

  @Field(() => ExportFormatEnum, { description: 'The format.' })
  @IsIn(exportFormats)
  format!: ExportFormat;
}

@InputType({ description: 'The proof that one reads the mail of an address, and why its data is to go.' })
export class EraseCustomerInput {
  @Field(() => String, { description: 'From the mailed link.' })
  @Line(1, 200)
  token!: string;

  @Field(() => ErasureReasonEnum, { description: 'Why: NO_LONGER_NEEDED, PRIVACY, DISSATISFIED or OTHER.' })
  @IsIn(personalReasons)
  reason!: PersonalReason;
}

@ObjectType('CustomerDataReceipt', {
  description: 'The same for every address.',
  simpleResolvers: true,
})
export class CustomerDataReceiptType {
  @Field(() => EmailAddress, { description: 'The address.' })
  email!: string;

  @Field(() => Boolean, { description: 'A mail is on its way.' })
  isLinkMailed!: boolean;
}
