import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import {
  ConfirmIdentityInput,
  OauthAuthorizeUrlInput,
  SignInWithOauthInput,
} from '../../schema/identity/identity.input.ts';
import { IdentityProviderEnum, OauthOutcomeType, OauthStartType } from '../../schema/identity/identity.type.ts';
import {
  confirmIdentity,
  listOauthProviders,
  oauthAuthorizeUrl,
  signInWithOauth,
} from '../../services/identity/index.ts';
import type { OauthOutcome, OauthStart } from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** Signing in by a provider. */
@Resolver()
export class IdentityPublicResolver {
  @CacheControl({ maxAgeSeconds: 300 })
  @Public()
  @Query(() => [IdentityProviderEnum], { description: 'The providers that people may sign in with here.' })
  oauthProviders(@Ctx() context: Context): Promise<readonly string[]> {
    return context.perform(listOauthProviders, undefined);
  }

  @Credential()
  @Public()
  @Mutation(() => OauthStartType, {
    description:
      'Begins an OAuth flow with a provider. The browser comes back to /auth/callback of the front-end, with a code or an error.',
  })
  oauthAuthorizeUrl(
    @Arg('input', () => OauthAuthorizeUrlInput, { description: 'To whom, and what for.' })
    input: OauthAuthorizeUrlInput,
    @Ctx() context: Context,
  ): Promise<OauthStart> {
    return context.perform(oauthAuthorizeUrl, input);
  }

  @Credential()
  @Public()
  @Mutation(() => OauthOutcomeType, {
    description:
      'Signs in with an identity that is attached to an account; for any other, mails a link to its verified address.',
  })
  signInWithOauth(
    @Arg('input', () => SignInWithOauthInput, { description: 'The code, this browser’s proof, and consents.' })
    input: SignInWithOauthInput,
    @Ctx() context: Context,
  ): Promise<OauthOutcome> {
    return context.perform(signInWithOauth, input);
  }

  @Credential()
  @Public()
  @Mutation(() => OauthOutcomeType, {
    description:
      'Follows the link of that mail, in the browser that began: opens the account or attaches the identity to it, and signs in.',
  })
  confirmIdentity(
    @Arg('input', () => ConfirmIdentityInput, { description: 'The token of the link, and this browser’s proof.' })
    input: ConfirmIdentityInput,
    @Ctx() context: Context,
  ): Promise<OauthOutcome> {
    return context.perform(confirmIdentity, input);
  }
}
