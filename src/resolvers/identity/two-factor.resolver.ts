import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { ProofPurpose } from '../../entities/identity/two-factor-challenge.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Credential, Heavy } from '../../schema/directives/cost.ts';
import {
  ConfirmTwoFactorInput,
  DisableTwoFactorInput,
  EnableTwoFactorInput,
  ProofPasskeyOptionsInput,
  RevokeTrustedDeviceInput,
  SendProofCodeInput,
  StepUpInput,
} from '../../schema/identity/two-factor.input.ts';
import {
  CodeReceiptType,
  ConfirmedTwoFactorType,
  ProofMethodEnum,
  ProofPurposeEnum,
  SteppedUpType,
  TwoFactorMethodEnum,
  TwoFactorSetupType,
  TwoFactorStateType,
} from '../../schema/identity/two-factor.type.ts';
import { JsonObject } from '../../schema/scalars/index.ts';
import {
  confirmTwoFactor,
  disableTwoFactor,
  enableTwoFactor,
  findMyTwoFactor,
  myProofMethods,
  proofPasskeyOptions,
  regenerateRecoveryCodes,
  revokeTrustedDevice,
  sendProofCode,
  stepUp,
} from '../../services/identity/index.ts';
import type {
  CodeReceipt,
  ConfirmedFactor,
  FactorSetup,
  SteppedUp,
  TwoFactorState,
} from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** How a person proves who they are, beside their password. */
@Resolver()
export class TwoFactorResolver {
  @Auth('account:read')
  @Query(() => TwoFactorStateType, {
    description: 'The second factors, recovery codes and trusted devices of the one who asks.',
  })
  myTwoFactor(@Ctx() context: Context): Promise<TwoFactorState> {
    return findMyTwoFactor(context.read);
  }

  @Heavy()
  @Auth('account:secure', { stepUp: true })
  @Mutation(() => TwoFactorSetupType, {
    description: 'Begins a second factor. Nothing is asked for at sign-in until `confirmTwoFactor`.',
  })
  enableTwoFactor(
    @Arg('input', () => EnableTwoFactorInput, { description: 'Which factor.' }) input: EnableTwoFactorInput,
    @Ctx() context: Context,
  ): Promise<FactorSetup> {
    return context.perform(enableTwoFactor, input);
  }

  @Credential()
  @Auth('account:secure')
  @Mutation(() => ConfirmedTwoFactorType, {
    description: 'Puts a second factor in force with its first code. Other sessions end.',
  })
  confirmTwoFactor(
    @Arg('input', () => ConfirmTwoFactorInput, { description: 'The code.' }) input: ConfirmTwoFactorInput,
    @Ctx() context: Context,
  ): Promise<ConfirmedFactor> {
    return context.perform(confirmTwoFactor, input);
  }

  @Auth('account:secure', { stepUp: true })
  @Mutation(() => [TwoFactorMethodEnum], {
    description: 'Takes a second factor away, and answers those that are left. Other sessions end.',
  })
  async disableTwoFactor(
    @Arg('input', () => DisableTwoFactorInput, { description: 'Which factor.' }) input: DisableTwoFactorInput,
    @Ctx() context: Context,
  ): Promise<readonly string[]> {
    return context.run(disableTwoFactor, input);
  }

  @Auth('account:secure', { stepUp: true })
  @Mutation(() => [String], { description: 'Ten new recovery codes, shown this once; the old ones are void.' })
  async regenerateRecoveryCodes(@Ctx() context: Context): Promise<readonly string[]> {
    return context.run(regenerateRecoveryCodes, undefined);
  }

  @Auth('account:secure')
  @Mutation(() => ID, { description: 'Takes back the trust in a device, and answers its identifier.' })
  revokeTrustedDevice(
    @Arg('input', () => RevokeTrustedDeviceInput, { description: 'Which device.' }) input: RevokeTrustedDeviceInput,
    @Ctx() context: Context,
  ): Promise<string> {
    return context.run(revokeTrustedDevice, input);
  }

  @Credential()
  @Auth('account:secure')
  @Mutation(() => SteppedUpType, {
    description: 'Proves afresh who asks: opens sensitive fields to this session for ten minutes.',
  })
  stepUp(
    @Arg('input', () => StepUpInput, { description: 'The proof.' }) input: StepUpInput,
    @Ctx() context: Context,
  ): Promise<SteppedUp> {
    return context.perform(stepUp, input);
  }

  @Heavy()
  @Auth('account:secure')
  @Mutation(() => CodeReceiptType, {
    description:
      'Sends a code by mail or SMS for the next proof of this session. NOT_FOUND when codes of this kind prove nothing of the one who asks.',
  })
  sendProofCode(
    @Arg('input', () => SendProofCodeInput, { description: 'What for, and by which way.' }) input: SendProofCodeInput,
    @Ctx() context: Context,
  ): Promise<CodeReceipt> {
    return context.perform(sendProofCode, input);
  }

  @Credential()
  @Auth('account:secure')
  @Mutation(() => JsonObject, {
    description:
      'What to ask of the browser to prove oneself with a passkey (WebAuthn, PublicKeyCredentialRequestOptionsJSON). Good once, for five minutes and this session. Errors: NOT_FOUND without passkeys.',
  })
  proofPasskeyOptions(
    @Arg('input', () => ProofPasskeyOptionsInput, { description: 'What for.' }) input: ProofPasskeyOptionsInput,
    @Ctx() context: Context,
  ): Promise<Readonly<Record<string, unknown>>> {
    return context.perform(proofPasskeyOptions, input);
  }

  @Auth('account:secure')
  @Query(() => [ProofMethodEnum], {
    description: 'By what the one who asks may prove that it is them, the safest first.',
  })
  myProofMethods(
    @Arg('purpose', () => ProofPurposeEnum, { description: 'What for.' }) purpose: ProofPurpose,
    @Ctx() context: Context,
  ): Promise<readonly string[]> {
    return context.perform(myProofMethods, { purpose });
  }
}
