import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { UserStatsType } from '../../schema/identity/user-stats.type.ts';
import { UserConnection, UserType } from '../../schema/identity/user.type.ts';
import { UsersArgs } from '../../schema/identity/users.args.ts';
import {
  CreateUserInput,
  PermissionSetInput,
  RestoreUserInput,
  SetUserRoleInput,
  SuspendUserInput,
  UpdateUserInput,
} from '../../schema/identity/users.input.ts';
import {
  createUser,
  findUser,
  grantPermissionSet,
  listUsers,
  restoreUser,
  revokePermissionSet,
  setUserRole,
  suspendUser,
  updateUser,
  userStats,
} from '../../services/identity/index.ts';
import type { Account, UserStats } from '../../services/identity/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** People, as admins look after them. */
@Resolver()
export class UserAdminResolver {
  @Auth('user:read')
  @Query(() => UserConnection, { description: 'Every account, the newest first.' })
  users(@Args(() => UsersArgs) args: UsersArgs, @Ctx() context: Context): Promise<PageOf<Account>> {
    return listUsers(context.read, args);
  }

  @Auth('user:read')
  @Query(() => UserType, { description: 'One account. Errors: NOT_FOUND.' })
  user(@Arg('id', () => ID, { description: 'Whose.' }) id: string, @Ctx() context: Context): Promise<Account> {
    return findUser(context.read, id);
  }

  @Auth('user:read')
  @Query(() => UserStatsType, {
    description: 'How many people there are, by role and status, and how many came in the last twelve months.',
  })
  userStats(@Ctx() context: Context): Promise<UserStats> {
    return context.perform(userStats, undefined);
  }

  @Heavy()
  @Auth('user:create', { stepUp: true })
  @Mutation(() => UserType, {
    description:
      'Invites somebody: an account that waits, and a mail by which they choose their password. INPUT_INVALID for an address that has an account.',
  })
  createUser(
    @Arg('input', () => CreateUserInput, { description: 'Whom.' }) input: CreateUserInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.perform(createUser, input);
  }

  @Auth('user:update')
  @Mutation(() => UserType, { description: 'Puts a name or a language right. Errors: NOT_FOUND.' })
  updateUser(
    @Arg('input', () => UpdateUserInput, { description: 'Whose, and what.' }) input: UpdateUserInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(updateUser, input);
  }

  @Auth('user:set-role', { stepUp: true })
  @Mutation(() => UserType, {
    description: 'Gives somebody another role; their sessions end at once. Errors: NOT_FOUND, LAST_ADMIN.',
  })
  setUserRole(
    @Arg('input', () => SetUserRoleInput, { description: 'Whom, and which role.' }) input: SetUserRoleInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(setUserRole, input);
  }

  @Auth('user:grant', { stepUp: true })
  @Mutation(() => UserType, {
    description: 'Grants a set of permissions beside the role; sessions end. Errors: NOT_FOUND.',
  })
  grantPermissionSet(
    @Arg('input', () => PermissionSetInput, { description: 'Whom, and which set.' }) input: PermissionSetInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(grantPermissionSet, input);
  }

  @Auth('user:grant', { stepUp: true })
  @Mutation(() => UserType, { description: 'Takes a set of permissions back; sessions end. Errors: NOT_FOUND.' })
  revokePermissionSet(
    @Arg('input', () => PermissionSetInput, { description: 'From whom, and which set.' }) input: PermissionSetInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(revokePermissionSet, input);
  }

  @Auth('user:suspend')
  @Mutation(() => UserType, {
    description:
      'Keeps somebody out; their sessions end at once, nothing of theirs is lost. Errors: NOT_FOUND, LAST_ADMIN, ACTION_NOT_ALLOWED.',
  })
  suspendUser(
    @Arg('input', () => SuspendUserInput, { description: 'Whom.' }) input: SuspendUserInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(suspendUser, input);
  }

  @Auth('user:restore')
  @Mutation(() => UserType, { description: 'Lets somebody in again. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.' })
  restoreUser(
    @Arg('input', () => RestoreUserInput, { description: 'Whom.' }) input: RestoreUserInput,
    @Ctx() context: Context,
  ): Promise<Account> {
    return context.run(restoreUser, input);
  }
}
