import { IsOptional, IsUUID, Matches, MaxLength } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type { TwoFactorMethod } from '../../entities/identity/two-factor.entity.ts';
import { internationalNumber, PhoneNumber } from '../scalars/index.ts';
import { ProofMethodEnum, TwoFactorMethodEnum } from './two-factor.type.ts';

type ProofMethod = keyof typeof ProofMethodEnum;

@InputType({ description: 'The answer to a challenge.' })
export class VerifyTwoFactorInput {
  @Field(() => String, { description: 'The challenge’s token.' })
  @MaxLength(100)
  challengeToken!: string;

  @Field(() => ProofMethodEnum, { description: 'What the code is.' })
  method!: ProofMethod;

  @Field(() => String, { description: 'The code; blanks do not matter.' })
  @MaxLength(50)
  code!: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Trust this device for 30 days? Then `trustedDeviceToken` is answered: give it to `login` on this device.' })
  trustDevice!: boolean;
}

@InputType({ description: 'Which code to send during a sign-in.' })
export class SendTwoFactorCodeInput {
  @Field(() => String, { description: 'The challenge’s token.' })
  @MaxLength(100)
  challengeToken!: string;

  @Field(() => TwoFactorMethodEnum, { description: 'By which way: EMAIL_OTP or SMS_OTP.' })
  method!: TwoFactorMethod;
}

@InputType({ description: 'A second factor to begin.' })
export class EnableTwoFactorInput {
  @Field(() => TwoFactorMethodEnum, { description: 'Which factor.' })
  method!: TwoFactorMethod;

  @Field(() => PhoneNumber, { nullable: true, description: 'The number that codes go to, as +33612345678; for SMS_OTP, and only for it.' })
  @IsOptional()
  @Matches(internationalNumber)
  phone?: string | null;
}

@InputType({ description: 'The first code of a new factor.' })
export class ConfirmTwoFactorInput {
  @Field(() => TwoFactorMethodEnum, { description: 'Which factor.' })
  method!: TwoFactorMethod;

  @Field(() => String, { description: 'The code that the app shows or that was sent.' })
  @MaxLength(50)
  code!: string;
}

@InputType({ description: 'A second factor to take away.' })
export class DisableTwoFactorInput {
  @Field(() => TwoFactorMethodEnum, { description: 'Which factor.' })
  method!: TwoFactorMethod;
}

@InputType({ description: 'A device that is not to be trusted any more.' })
export class RevokeTrustedDeviceInput {
  @Field(() => ID, { description: 'Which device.' })
  @IsUUID()
  id!: string;
}

@InputType({ description: 'Which code to send for a fresh proof.' })
export class SendStepUpCodeInput {
  @Field(() => TwoFactorMethodEnum, { description: 'By which way: EMAIL_OTP or SMS_OTP.' })
  method!: TwoFactorMethod;
}

@InputType({ description: 'A fresh proof of who asks: the second factor of those who have one, else the password.' })
export class StepUpInput {
  @Field(() => String, { nullable: true, description: 'The password; for people without a second factor.' })
  @IsOptional()
  @MaxLength(1000)
  password?: string | null;

  @Field(() => ProofMethodEnum, { nullable: true, description: 'What the code is; for people with a second factor.' })
  @IsOptional()
  method?: ProofMethod | null;

  @Field(() => String, { nullable: true, description: 'The code.' })
  @IsOptional()
  @MaxLength(50)
  code?: string | null;
}
