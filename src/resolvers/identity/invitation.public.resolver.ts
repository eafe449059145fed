import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { AcceptInvitationInput } from '../../schema/identity/accept-invitation.input.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import { acceptInvitation, type Account } from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** How somebody whom an admin invited comes in. */
@Resolver()
export class InvitationPublicResolver {
  @Credential()
  @Public()
  @Mutation(() => UserType, {
    description:
      'Opens the account one was invited to, with a password of one’s own. Errors: TOKEN_INVALID, CONSENT_REQUIRED, PASSWORD_TOO_WEAK.',
  })
  acceptInvitation(
    @Arg('input', () => AcceptInvitationInput, {
      description: 'The token of the link, a password, and what one consents to.',
    })
    input: AcceptInvitationInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.perform(acceptInvitation, input);
  }
}
