import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { LinkIdentityInput, UnlinkIdentityInput } from '../../schema/identity/identity.input.ts';
import { IdentityType } from '../../schema/identity/identity.type.ts';
import { linkIdentity, listMyIdentities, unlinkIdentity } from '../../services/identity/index.ts';
import type { LinkedIdentity } from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** The identities of one’s own account. */
@Resolver()
export class IdentityResolver {
  @Auth('account:read')
  @Query(() => [IdentityType], { description: 'The identities attached to the account of the one who asks.' })
  myIdentities(@Ctx() context: Context): Promise<LinkedIdentity[]> {
    return listMyIdentities(context.read);
  }

  @Credential()
  @Auth('identity:link', { stepUp: true })
  @Mutation(() => IdentityType, { description: 'Attaches an identity whose verified address is that of the account.' })
  linkIdentity(
    @Arg('input', () => LinkIdentityInput, { description: 'The code, and this browser’s proof.' })
    input: LinkIdentityInput,
    @Ctx() context: Context,
  ): Promise<LinkedIdentity> {
    return context.run(linkIdentity, input);
  }

  @Auth('identity:unlink', { stepUp: true })
  @Mutation(() => IdentityType, {
    description: 'Detaches an identity, unless it is the last way of signing in. Other sessions end.',
  })
  unlinkIdentity(
    @Arg('input', () => UnlinkIdentityInput, { description: 'Which identity.' }) input: UnlinkIdentityInput,
    @Ctx() context: Context,
  ): Promise<LinkedIdentity> {
    return context.run(unlinkIdentity, input);
  }
}
