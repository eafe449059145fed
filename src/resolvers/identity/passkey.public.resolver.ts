import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { SignInWithPasskeyInput } from '../../schema/identity/passkey.input.ts';
import { SessionType } from '../../schema/identity/session.type.ts';
import { JsonObject } from '../../schema/scalars/index.ts';
import { passkeySignInOptions, signInWithPasskey } from '../../services/identity/index.ts';
import type { SessionAnswer } from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** Signing in by a passkey. */
@Resolver()
export class PasskeyPublicResolver {
  @Credential()
  @Public()
  @Mutation(() => JsonObject, {
    description:
      'What to ask of the browser to sign in with a passkey (WebAuthn, PublicKeyCredentialRequestOptionsJSON). Good once, for five minutes.',
  })
  passkeySignInOptions(@Ctx() context: Context): Promise<Readonly<Record<string, unknown>>> {
    return context.perform(passkeySignInOptions, undefined);
  }

  @Credential()
  @Public()
  @Mutation(() => SessionType, {
    description: 'Signs in with a passkey. The device has verified its person: that counts as both factors.',
  })
  signInWithPasskey(
    @Arg('input', () => SignInWithPasskeyInput, { description: 'The browser’s answer.' }) input: SignInWithPasskeyInput,
    @Ctx() context: Context,
  ): Promise<SessionAnswer> {
    return context.perform(signInWithPasskey, input);
  }
}
