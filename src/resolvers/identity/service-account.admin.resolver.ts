import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { ApiToken } from '../../entities/identity/api-token.entity.ts';
import type { ServiceAccount } from '../../entities/identity/service-account.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  CreateApiTokenInput,
  CreateServiceAccountInput,
  RetireServiceAccountInput,
  RevokeApiTokenInput,
  ServiceAccountsArgs,
} from '../../schema/identity/service-account.input.ts';
import { ApiTokenType, ServiceAccountType, ShownApiTokenType } from '../../schema/identity/service-account.type.ts';
import {
  apiTokensOf,
  createApiToken,
  createServiceAccount,
  listServiceAccounts,
  retireServiceAccount,
  revokeApiToken,
  type ApiTokenRow,
  type ServiceAccountRow,
  type ShownApiToken,
} from '../../services/identity/index.ts';
import { loadSure, type Context } from '../context.ts';

/** Programs and their tokens, for admins. */
@Resolver(() => ServiceAccountType)
export class ServiceAccountAdminResolver {
  @Cost({ size: 20 })
  @Auth('service-account:read')
  @Query(() => [ServiceAccountType], {
    description: 'Every program that has an account, the oldest first; 500 at most.',
  })
  serviceAccounts(
    @Args(() => ServiceAccountsArgs) args: ServiceAccountsArgs,
    @Ctx() context: Context,
  ): Promise<ServiceAccountRow[]> {
    return listServiceAccounts(context.read, args);
  }

  @Auth('service-account:manage')
  @Mutation(() => ServiceAccountType, {
    description: 'Makes an account for a program. INPUT_INVALID for a name that is taken.',
  })
  createServiceAccount(
    @Arg('input', () => CreateServiceAccountInput, { description: 'What it is called.' })
    input: CreateServiceAccountInput,
    @Ctx() context: Context,
  ): Promise<ServiceAccount> {
    return context.perform(createServiceAccount, input);
  }

  @Auth('service-account:manage')
  @Mutation(() => ServiceAccountType, {
    description: 'Ends an account for good, with all its tokens. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  retireServiceAccount(
    @Arg('input', () => RetireServiceAccountInput, { description: 'Which account.' }) input: RetireServiceAccountInput,
    @Ctx() context: Context,
  ): Promise<ServiceAccount> {
    return context.run(retireServiceAccount, input);
  }

  @Auth('service-account:manage', { stepUp: true })
  @Mutation(() => ShownApiTokenType, {
    description:
      'Makes a token; its secret is in this answer and nowhere else. Errors: NOT_FOUND, INPUT_INVALID for a scope that programs may not have.',
  })
  createApiToken(
    @Arg('input', () => CreateApiTokenInput, { description: 'For which account, and what it may.' })
    input: CreateApiTokenInput,
    @Ctx() context: Context,
  ): Promise<ShownApiToken> {
    return context.perform(createApiToken, input);
  }

  @Auth('service-account:manage')
  @Mutation(() => ApiTokenType, { description: 'Ends a token at once. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.' })
  revokeApiToken(
    @Arg('input', () => RevokeApiTokenInput, { description: 'Which token.' }) input: RevokeApiTokenInput,
    @Ctx() context: Context,
  ): Promise<ApiToken> {
    return context.run(revokeApiToken, input);
  }

  @FieldResolver(() => [ApiTokenType], { description: 'Its tokens, the newest first, those that ended too.' })
  tokens(@Root() account: Pick<ServiceAccountRow, 'id'>, @Ctx() context: Context): Promise<ApiTokenRow[]> {
    return loadSure(context, apiTokensOf, account.id);
  }
}
