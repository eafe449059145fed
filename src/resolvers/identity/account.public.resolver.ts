import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import {
  ActivateAccountInput,
  LoginInput,
  RefreshSessionInput,
  RequestPasswordResetInput,
  ResendActivationInput,
  ResetPasswordInput,
} from '../../schema/identity/credentials.input.ts';
import { PasswordResetReceiptType } from '../../schema/identity/password-reset-receipt.type.ts';
import { RegisterInput } from '../../schema/identity/register.input.ts';
import { RegistrationReceiptType } from '../../schema/identity/registration-receipt.type.ts';
import { SessionType } from '../../schema/identity/session.type.ts';
import {
  SendTwoFactorCodeInput,
  TwoFactorPasskeyOptionsInput,
  VerifyTwoFactorInput,
} from '../../schema/identity/two-factor.input.ts';
import { CodeReceiptType, LoginResultUnion } from '../../schema/identity/two-factor.type.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import { JsonObject } from '../../schema/scalars/index.ts';
import {
  activateAccount,
  login,
  refreshSession,
  register,
  requestPasswordReset,
  resendActivation,
  resetPassword,
  sendTwoFactorCode,
  twoFactorPasskeyOptions,
  verifyTwoFactor,
} from '../../services/identity/index.ts';
import type {
  Account,
  CodeReceipt,
  LoginAnswer,
  PasswordResetReceipt,
  RegistrationReceipt,
  SessionAnswer,
} from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** What may be done before one is signed in. */
@Resolver()
export class AccountPublicResolver {
  @Credential()
  @Public()
  @Mutation(() => RegistrationReceiptType, {
    description: 'Opens an account that waits for its address to be proven by mail.',
  })
  register(
    @Arg('input', () => RegisterInput, { description: 'Who registers, and what they consent to.' })
    input: RegisterInput,
    @Ctx() context: Context,
  ): Promise<RegistrationReceipt> {
    return context.perform(register, input);
  }

  @Credential()
  @Public()
  @Mutation(() => UserType, { description: 'Opens the account whose activation link this is.' })
  activateAccount(
    @Arg('input', () => ActivateAccountInput, { description: 'The token of the link.' }) input: ActivateAccountInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(activateAccount, input);
  }

  @Credential()
  @Public()
  @Mutation(() => RegistrationReceiptType, {
    description: 'Sends the activation mail once more, three times an hour at most. Says the same for any address.',
  })
  resendActivation(
    @Arg('input', () => ResendActivationInput, { description: 'To which address.' }) input: ResendActivationInput,
    @Ctx() context: Context,
  ): Promise<RegistrationReceipt> {
    return context.perform(resendActivation, input);
  }

  @Credential()
  @Public()
  @Mutation(() => LoginResultUnion, {
    description: 'Signs in: a session, or the question of the second factor for those who have one.',
  })
  login(
    @Arg('input', () => LoginInput, { description: 'Address and password.' }) input: LoginInput,
    @Ctx() context: Context,
  ): Promise<LoginAnswer> {
    return context.perform(login, input);
  }

  @Credential()
  @Public()
  @Mutation(() => SessionType, { description: 'Ends a sign-in with the second factor; five tries a challenge.' })
  verifyTwoFactor(
    @Arg('input', () => VerifyTwoFactorInput, { description: 'The answer.' }) input: VerifyTwoFactorInput,
    @Ctx() context: Context,
  ): Promise<SessionAnswer> {
    return context.perform(verifyTwoFactor, input);
  }

  @Credential()
  @Public()
  @Mutation(() => CodeReceiptType, {
    description: 'Sends a fresh code during a sign-in, three an hour at most. Says the same for any challenge.',
  })
  sendTwoFactorCode(
    @Arg('input', () => SendTwoFactorCodeInput, { description: 'By which way.' }) input: SendTwoFactorCodeInput,
    @Ctx() context: Context,
  ): Promise<CodeReceipt> {
    return context.perform(sendTwoFactorCode, input);
  }

  @Credential()
  @Public()
  @Mutation(() => JsonObject, {
    description:
      'What to ask of the browser to answer a challenge with a passkey (WebAuthn, PublicKeyCredentialRequestOptionsJSON). Good once, for five minutes and this challenge. Errors: TOKEN_INVALID, NOT_FOUND without passkeys.',
  })
  twoFactorPasskeyOptions(
    @Arg('input', () => TwoFactorPasskeyOptionsInput, { description: 'Which challenge.' })
    input: TwoFactorPasskeyOptionsInput,
    @Ctx() context: Context,
  ): Promise<Readonly<Record<string, unknown>>> {
    return context.perform(twoFactorPasskeyOptions, input);
  }

  @Credential()
  @Public()
  @Mutation(() => SessionType, {
    description:
      'Gives the next pair of tokens. A refresh token shown twice ends its session, unless within ten seconds.',
  })
  refreshSession(
    @Arg('input', () => RefreshSessionInput, { description: 'The refresh token.' }) input: RefreshSessionInput,
    @Ctx() context: Context,
  ): Promise<SessionAnswer> {
    return context.perform(refreshSession, input);
  }

  @Credential()
  @Public()
  @Mutation(() => PasswordResetReceiptType, {
    description: 'Mails a link for choosing a new password. Says the same for any address.',
  })
  requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput, { description: 'Whose password.' }) input: RequestPasswordResetInput,
    @Ctx() context: Context,
  ): Promise<PasswordResetReceipt> {
    return context.perform(requestPasswordReset, input);
  }

  @Credential()
  @Public()
  @Mutation(() => UserType, { description: 'Chooses a new password with the link of the mail; every session ends.' })
  resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'The token of the link, and the new password.' })
    input: ResetPasswordInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.perform(resetPassword, input);
  }
}
