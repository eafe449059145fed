import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { RegisterPasskeyInput, RemovePasskeyInput, RenamePasskeyInput } from '../../schema/identity/passkey.input.ts';
import { PasskeyType, RegisteredPasskeyType } from '../../schema/identity/passkey.type.ts';
import { JsonObject } from '../../schema/scalars/index.ts';
import {
  listMyPasskeys,
  passkeyRegistrationOptions,
  registerPasskey,
  removePasskey,
  renamePasskey,
} from '../../services/identity/index.ts';
import type { MyPasskey, RegisteredPasskey } from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** One’s own passkeys. */
@Resolver()
export class PasskeyResolver {
  @Auth('account:read')
  @Query(() => [PasskeyType], { description: 'The passkeys of the one who asks, the oldest first.' })
  myPasskeys(@Ctx() context: Context): Promise<MyPasskey[]> {
    return listMyPasskeys(context.read);
  }

  @Auth('passkey:register', { stepUp: true })
  @Mutation(() => JsonObject, {
    description:
      'What to ask of the browser to make a passkey (WebAuthn, PublicKeyCredentialCreationOptionsJSON). Good once, for five minutes and this session.',
  })
  passkeyRegistrationOptions(@Ctx() context: Context): Promise<Readonly<Record<string, unknown>>> {
    return context.perform(passkeyRegistrationOptions, undefined);
  }

  @Credential()
  @Auth('passkey:register', { stepUp: true })
  @Mutation(() => RegisteredPasskeyType, { description: 'Keeps a new passkey of the one who asks; twenty at most.' })
  registerPasskey(
    @Arg('input', () => RegisterPasskeyInput, { description: 'Its name, and the browser’s answer.' })
    input: RegisterPasskeyInput,
    @Ctx() context: Context,
  ): Promise<RegisteredPasskey> {
    return context.perform(registerPasskey, input);
  }

  @Auth('passkey:rename')
  @Mutation(() => PasskeyType, { description: 'Calls a passkey of the one who asks by another name.' })
  renamePasskey(
    @Arg('input', () => RenamePasskeyInput, { description: 'Which passkey, and its new name.' })
    input: RenamePasskeyInput,
    @Ctx() context: Context,
  ): Promise<MyPasskey> {
    return context.run(renamePasskey, input);
  }

  @Auth('passkey:remove', { stepUp: true })
  @Mutation(() => PasskeyType, {
    description: 'Forgets a passkey of the one who asks, unless it is the last way of signing in. Other sessions end.',
  })
  removePasskey(
    @Arg('input', () => RemovePasskeyInput, { description: 'Which passkey.' }) input: RemovePasskeyInput,
    @Ctx() context: Context,
  ): Promise<MyPasskey> {
    return context.run(removePasskey, input);
  }
}
