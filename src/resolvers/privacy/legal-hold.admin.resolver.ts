import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  LegalHoldConnection,
  LegalHoldsArgs,
  LegalHoldType,
  PlaceLegalHoldInput,
  ReleaseLegalHoldInput,
} from '../../schema/privacy/legal-hold.type.ts';
import { listLegalHolds, placeLegalHold, releaseLegalHold, type LegalHoldRow } from '../../services/privacy/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Evidence that must stay, as admins order it. */
@Resolver()
export class LegalHoldAdminResolver {
  @Auth('legal-hold:read')
  @Query(() => LegalHoldConnection, { description: 'Legal holds, the newest first.' })
  legalHolds(@Args(() => LegalHoldsArgs) args: LegalHoldsArgs, @Ctx() context: Context): Promise<PageOf<LegalHoldRow>> {
    return listLegalHolds(context.read, args);
  }

  @Auth('legal-hold:place', { stepUp: true })
  @Mutation(() => LegalHoldType, {
    description:
      'Orders that somebody’s data, or one thing, be kept: it wins over erasures, deletions and periods of retention. Errors: NOT_FOUND.',
  })
  placeLegalHold(
    @Arg('input', () => PlaceLegalHoldInput, { description: 'On what, and why.' }) input: PlaceLegalHoldInput,
    @Ctx() context: Context,
  ): Promise<LegalHoldRow> {
    return context.run(placeLegalHold, input);
  }

  @Auth('legal-hold:release', { stepUp: true })
  @Mutation(() => LegalHoldType, {
    description:
      'Ends a legal hold: what it kept may go again, when its time comes. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  releaseLegalHold(
    @Arg('input', () => ReleaseLegalHoldInput, { description: 'Which one, and why.' }) input: ReleaseLegalHoldInput,
    @Ctx() context: Context,
  ): Promise<LegalHoldRow> {
    return context.run(releaseLegalHold, input);
  }
}
