import { Args, Ctx, Query, Resolver } from 'type-graphql';
import {
  ReconciliationConnection,
  ReconciliationDifferenceConnection,
  ReconciliationDifferencesArgs,
  ReconciliationsArgs,
  ReconciliationType,
} from '../../schema/billing/reconciliation.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  listDifferences,
  listReconciliations,
  type DifferenceRow,
  type ReconciliationRow,
} from '../../services/billing/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** The reports of the reconciliations with the payment providers, for admins. */
@Resolver(() => ReconciliationType)
export class ReconciliationAdminResolver {
  @Auth('payment:read-any')
  @Query(() => ReconciliationConnection, {
    description:
      'The comparisons with the payment providers, newest first: one each night, and those that were asked for.',
  })
  reconciliations(
    @Args(() => ReconciliationsArgs) args: ReconciliationsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<ReconciliationRow>> {
    return listReconciliations(context.read, args);
  }

  @Auth('payment:read-any')
  @Query(() => ReconciliationDifferenceConnection, {
    description: 'What the comparisons with the payment providers found, newest first.',
  })
  reconciliationDifferences(
    @Args(() => ReconciliationDifferencesArgs) args: ReconciliationDifferencesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<DifferenceRow>> {
    return listDifferences(context.read, args);
  }
}
