import { IsOptional, IsUUID, Matches, ValidateNested } from 'class-validator';
import { Field, ID, InputType } from 'type-graphql';
import type {
  AuthenticationMethod,
  ReauthenticationPurpose,
} from '../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../entities/identity/two-factor.entity.ts';
import { internationalNumber, JsonObject, PhoneNumber } from '../scalars/index.ts';
import { AuthenticationMethodEnum, ReauthenticationPurposeEnum, TwoFactorMethodEnum } from './two-factor.type.ts';
import { Line, Secret } from '../shared/text.rules.ts';

@InputType({ description: 'What to ask of a browser, to answer a challenge with a passkey.' })
export class TwoFactorPasskeyOptionsInput {
  @Field(() => String, { description: 'The challenge’s token.' })
  @Line(0, 100)
  challengeToken!: string;
}

@InputType({ description: 'The answer to a challenge.' })
export class VerifyTwoFactorInput {
  @Field(() => String, { description: 'The challenge’s token.' })
  @Line(0, 100)
  challengeToken!: string;

  @Field(() => AuthenticationMethodEnum, { description: 'What is shown: one of the challenge’s methods.' })
  method!: AuthenticationMethod;

  @Field(() => String, { nullable: true, description: 'The code; blanks do not matter. For every method but PASSKEY.' })
  @IsOptional()
  @Line(0, 50)
  code?: string | null;

  @Field(() => JsonObject, {
    nullable: true,
    description:
      'For PASSKEY: what the browser answered to `twoFactorPasskeyOptions` (WebAuthn, AuthenticationResponseJSON).',
  })
  @IsOptional()
  passkey?: Record<string, unknown> | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Trust this device for 30 days? Then `trustedDeviceToken` is answered: give it to `login` on this device.',
  })
  trustDevice!: boolean;
}

@InputType({ description: 'Which code to send during a sign-in.' })
export class SendTwoFactorCodeInput {
  @Field(() => String, { description: 'The challenge’s token.' })
  @Line(0, 100)
  challengeToken!: string;

  @Field(() => TwoFactorMethodEnum, { description: 'By which way: EMAIL_OTP or SMS_OTP.' })
  method!: TwoFactorMethod;
}

@InputType({ description: 'A second factor to begin.' })
export class EnableTwoFactorInput {
  @Field(() => TwoFactorMethodEnum, { description: 'Which factor.' })
  method!: TwoFactorMethod;

  @Field(() => PhoneNumber, {
    nullable: true,
    description: 'The number that codes go to, as +33612345678; for SMS_OTP, and only for it.',
  })
  @IsOptional()
  @Matches(internationalNumber)
  phone?: string | null;
}

@InputType({ description: 'The first code of a new factor.' })
export class ConfirmTwoFactorInput {
  @Field(() => TwoFactorMethodEnum, { description: 'Which factor.' })
  method!: TwoFactorMethod;

  @Field(() => String, { description: 'The code that the app shows or that was sent.' })
  @Line(0, 50)
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

@InputType({ description: 'Which code to send for a proof.' })
export class SendReauthenticationCodeInput {
  @Field(() => ReauthenticationPurposeEnum, {
    defaultValue: ReauthenticationPurposeEnum.STEP_UP,
    description: 'What for: the code is good for nothing else.',
  })
  purpose!: ReauthenticationPurpose;

  @Field(() => TwoFactorMethodEnum, { description: 'By which way: EMAIL_OTP or SMS_OTP.' })
  method!: TwoFactorMethod;
}

@InputType({ description: 'What to ask of a browser, to reauthenticate with a passkey.' })
export class ReauthenticationPasskeyOptionsInput {
  @Field(() => ReauthenticationPurposeEnum, {
    defaultValue: ReauthenticationPurposeEnum.STEP_UP,
    description: 'What for: the answer is good for nothing else.',
  })
  purpose!: ReauthenticationPurpose;
}

@InputType({ description: 'The end of an OAuth flow with a provider that was begun to reauthenticate.' })
export class OauthFlowEndInput {
  @Field(() => String, { description: 'The code in the address that the browser came back to.' })
  @Line(0, 100)
  code!: string;

  @Field(() => String, { description: 'The proof that this browser has kept since the OAuth flow began.' })
  @Line(0, 100)
  proof!: string;
}

@InputType({ description: 'A proof that it is oneself, by one of `myReauthenticationMethods`.' })
export class ReauthenticationInput {
  @Field(() => AuthenticationMethodEnum, {
    nullable: true,
    description: 'What is shown; PASSWORD unless said, where a password is given.',
  })
  @IsOptional()
  method?: AuthenticationMethod | null;

  @Field(() => String, { nullable: true, description: 'For PASSWORD.' })
  @IsOptional()
  @Secret(1000)
  password?: string | null;

  @Field(() => String, { nullable: true, description: 'For TOTP, EMAIL_OTP, SMS_OTP and RECOVERY_CODE: the code.' })
  @IsOptional()
  @Line(0, 50)
  code?: string | null;

  @Field(() => JsonObject, {
    nullable: true,
    description:
      'For PASSKEY: what the browser answered to `reauthenticationPasskeyOptions` (WebAuthn, AuthenticationResponseJSON).',
  })
  @IsOptional()
  passkey?: Record<string, unknown> | null;

  @Field(() => OauthFlowEndInput, {
    nullable: true,
    description: 'For IDENTITY: the end of an OAuth flow that `oauthAuthorizeUrl` began for this purpose.',
  })
  @IsOptional()
  @ValidateNested()
  identity?: OauthFlowEndInput | null;
}

@InputType({
  description:
    'A reauthentication of the current user: a second factor where they have one, a passkey always, else what they sign in with.',
})
export class StepUpInput extends ReauthenticationInput {}
