import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { RevokeSessionInput } from '../../schema/identity/credentials.input.ts';
import { SignedInDeviceType, SignedOutType } from '../../schema/identity/session.type.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import { listMySessions, logout, logoutEverywhere, revokeSession, showMyself } from '../../services/identity/index.ts';
import type { Person, SignedInDevice, SignedOut } from '../../services/identity/index.ts';
import type { Context } from '../context.ts';
import { selectionOf } from '../selection.ts';

/** What a person does with their own account. */
@Resolver()
export class AccountResolver {
  @Auth('account:read')
  @Query(() => UserType, { description: 'Who is signed in.' })
  me(@Ctx() context: Context, @Info() info: GraphQLResolveInfo): Promise<Person> {
    return showMyself(context.read, selectionOf(info));
  }

  @Auth('account:logout')
  @Mutation(() => SignedOutType, { description: 'Ends this session: both its tokens are worth nothing from now on.' })
  logout(@Ctx() context: Context): Promise<SignedOut> {
    return context.run(logout, undefined);
  }

  @Auth('account:logout')
  @Mutation(() => SignedOutType, { description: 'Ends all sessions of the current user, on every device.' })
  logoutEverywhere(@Ctx() context: Context): Promise<SignedOut> {
    return context.run(logoutEverywhere, undefined);
  }

  @Auth('account:read')
  @Query(() => [SignedInDeviceType], {
    description: 'The devices that the current user is signed in on, the latest used first; a hundred at most.',
  })
  mySessions(@Ctx() context: Context): Promise<SignedInDevice[]> {
    return listMySessions(context.read);
  }

  @Auth('account:logout')
  @Mutation(() => SignedOutType, { description: 'Ends one session of the current user.' })
  revokeSession(
    @Arg('input', () => RevokeSessionInput, { description: 'Which session.' }) input: RevokeSessionInput,
    @Ctx() context: Context,
  ): Promise<SignedOut> {
    return context.run(revokeSession, input);
  }
}
