import { IsIn, IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import { mobileNetworks, type MobileNetwork } from '../../services/kernel/mobile-money.ts';
import { internationalNumber, PhoneNumber } from '../scalars/index.ts';
import { Line } from '../shared/text.rules.ts';
import { MobileNetworkEnum } from './mobile-network.enum.ts';
import { SubjectInput } from '../shared/subject.type.ts';

@InputType({ description: 'What to pay for, and whose phone is asked.' })
export class PayByMobileMoneyInput {
  @Field(() => SubjectInput, { description: 'What to pay for; its price is in francs CFA.' })
  @ValidateNested()
  subject!: SubjectInput;

  @Field(() => MobileNetworkEnum, { description: 'The network of the phone, one of `mobileMoneyNetworks`.' })
  @IsIn(mobileNetworks)
  network!: MobileNetwork;

  @Field(() => PhoneNumber, {
    description:
      'The phone that pays, of the country of its network, as +2290166000000. Only its last four digits are kept.',
  })
  @Matches(internationalNumber)
  phoneNumber!: string;
}

@InputType({ description: 'A mobile payment in doubt, and what the provider’s own list shows of it.' })
export class ResolveMobilePaymentInput {
  @Field(() => ID, { description: 'The payment.' })
  @IsUUID()
  paymentId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The provider’s reference of it, 6 to 120 characters; absent when its list has none.',
  })
  @IsOptional()
  @Line(6, 120)
  reference?: string | null;
}

@InputType({ description: 'The payment that was debited.' })
export class ReportDebitInput {
  @Field(() => ID, { description: 'The payment.' })
  @IsUUID()
  paymentId!: string;
}
