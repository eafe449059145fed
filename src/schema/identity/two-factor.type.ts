import { createUnionType, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import {
  authenticationMethods,
  reauthenticationPurposes,
} from '../../entities/identity/two-factor-challenge.entity.ts';
import { twoFactorMethods } from '../../entities/identity/two-factor.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';
import { SessionType } from './session.type.ts';

export const TwoFactorMethodEnum = enumOf(twoFactorMethods);
registerEnumType(TwoFactorMethodEnum, {
  name: 'TwoFactorMethod',
  description: 'A second factor.',
  valuesConfig: {
    TOTP: { description: 'A code of six digits from an authenticator app.' },
    EMAIL_OTP: { description: 'A code of eight digits, sent by mail.' },
    SMS_OTP: { description: 'A code of eight digits, sent by SMS.' },
  },
});

export const AuthenticationMethodEnum = enumOf(authenticationMethods);
registerEnumType(AuthenticationMethodEnum, {
  name: 'AuthenticationMethod',
  description: 'How somebody authenticates.',
  valuesConfig: {
    PASSKEY: { description: 'A passkey of theirs, whose device has verified them.' },
    TOTP: { description: 'The authenticator app’s code of now; good once.' },
    EMAIL_OTP: { description: 'The code that was sent by mail.' },
    SMS_OTP: { description: 'The code that was sent by SMS.' },
    RECOVERY_CODE: { description: 'One of the ten recovery codes; good once.' },
    PASSWORD: { description: 'The password, once more; only of those who are signed in.' },
    IDENTITY: {
      description:
        'A fresh sign-in at a provider whose identity is attached to the account; only of those who are signed in.',
    },
  },
});

export const ReauthenticationPurposeEnum = enumOf(reauthenticationPurposes);
registerEnumType(ReauthenticationPurposeEnum, {
  name: 'ReauthenticationPurpose',
  description: 'What a signed-in person reauthenticates for. A reauthentication is good for nothing else.',
  valuesConfig: {
    STEP_UP: { description: 'To open sensitive fields to this session for ten minutes: `stepUp`.' },
    ERASURE: { description: 'To erase their account: `eraseMyAccount`.' },
  },
});

@ObjectType('TwoFactorChallenge', {
  description:
    'The first factor was right; the second is asked for. Answer with `verifyTwoFactor`, five tries, a quarter of an hour.',
  simpleResolvers: true,
})
export class TwoFactorChallengeType {
  @Field(() => String, { description: 'Goes back with the answer. Keep it from everybody else.' })
  challengeToken!: string;

  @Field(() => [AuthenticationMethodEnum], {
    description: 'What this person may answer with, the safest first. A recovery code stands for any of the others.',
  })
  methods!: readonly string[];

  @Field(() => TwoFactorMethodEnum, {
    nullable: true,
    description: 'By which way a code was sent already; null when a passkey or an authenticator app comes first.',
  })
  codeSentBy!: string | null;

  @Field(() => DateTime, { description: 'It can be answered until then.' })
  expiresAt!: Date;
}

export const LoginResultUnion = createUnionType({
  name: 'LoginResult',
  description: 'What the first step of signing in gives: a session, or the question of the second factor.',
  types: () => [SessionType, TwoFactorChallengeType] as const,
  resolveType: (value: object) => ('challengeToken' in value ? TwoFactorChallengeType : SessionType),
});

@ObjectType('CodeReceipt', {
  description: 'A code was asked for. Says the same whether or not one was sent.',
  simpleResolvers: true,
})
export class CodeReceiptType {
  @Field(() => TwoFactorMethodEnum, { description: 'By which way.' })
  method!: string;

  @Field(() => Boolean, { description: 'Always true: wait for the code.' })
  isCodeSent!: boolean;
}

@ObjectType('TwoFactorSetup', { description: 'What is needed to confirm a second factor.', simpleResolvers: true })
export class TwoFactorSetupType {
  @Field(() => TwoFactorMethodEnum, { description: 'Which factor.' })
  method!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What an authenticator app reads, `otpauth://…`; null for codes that we send.',
  })
  otpauthUri!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same as a QR code, a `data:` address of an SVG picture; null for codes that we send.',
  })
  qrCode!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same to be typed, in base 32; null for codes that we send.',
  })
  secret!: string | null;

  @Field(() => DateTime, { description: 'Confirm before then.' })
  expiresAt!: Date;
}

@ObjectType('ConfirmedTwoFactor', {
  description: 'A second factor that is in force from now on.',
  simpleResolvers: true,
})
export class ConfirmedTwoFactorType {
  @Field(() => TwoFactorMethodEnum, { description: 'Which factor.' })
  method!: string;

  @Field(() => [String], {
    description:
      'Ten codes for the day the factor is lost, each good once, shown this once; empty when the person has some already.',
  })
  recoveryCodes!: readonly string[];
}

@ObjectType('TwoFactor', { description: 'A second factor in force.', simpleResolvers: true })
export class TwoFactorType {
  @Field(() => TwoFactorMethodEnum, { description: 'Which factor.' })
  method!: string;

  @Field(() => DateTime, { description: 'When it was confirmed.' })
  enabledAt!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'The last four digits of the number that codes go to; null unless they go by SMS.',
  })
  phoneEnding!: string | null;
}

@ObjectType('TrustedDevice', {
  description: 'A device on which the second factor is not asked for at each sign-in.',
  simpleResolvers: true,
})
export class TrustedDeviceType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Network it was trusted from, as 203.0.113.0/24; null when it was not known.',
  })
  network!: string | null;

  @Field(() => String, { nullable: true, description: 'What its program calls itself; null when it said nothing.' })
  agent!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What a person would call it, as "Firefox · Windows"; null when its program does not say.',
  })
  device!: string | null;

  @Field(() => DateTime, { description: 'Since when it is trusted.' })
  trustedAt!: Date;

  @Field(() => DateTime, { description: 'When that last spared its person the second factor.' })
  lastUsedAt!: Date;

  @Field(() => DateTime, { description: 'Until when it is trusted.' })
  expiresAt!: Date;
}

@ObjectType('TwoFactorState', {
  description: 'How a person proves who they are, beside their password.',
  simpleResolvers: true,
})
export class TwoFactorStateType {
  @Field(() => Boolean, { description: 'Is a second factor asked for at sign-in?' })
  isEnabled!: boolean;

  @Field(() => [TwoFactorType], { description: 'The factors in force; three at most.' })
  factors!: TwoFactorType[];

  @Field(() => Int, { description: 'How many recovery codes are left.' })
  recoveryCodesLeft!: number;

  @Field(() => [TrustedDeviceType], { description: 'Devices that are trusted, the latest used first.' })
  trustedDevices!: TrustedDeviceType[];
}

@ObjectType('SteppedUp', { description: 'A recent reauthentication of the current user.', simpleResolvers: true })
export class SteppedUpType {
  @Field(() => DateTime, { description: 'Sensitive fields are open to this session until then.' })
  provenUntil!: Date;
}
