import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { ConsentType, GrantConsentInput, WithdrawConsentInput } from '../../schema/privacy/consent.type.ts';
import { grantConsent, listMyConsents, withdrawConsent, type ConsentRow } from '../../services/identity/index.ts';
import type { Context } from '../context.ts';

/** What a person agreed to, and how they change their mind. */
@Resolver()
export class ConsentResolver {
  @Auth('consent:manage')
  @Query(() => [ConsentType], {
    description: 'Every consent that the current user gave or withdrew, newest first; a hundred at most.',
  })
  myConsents(@Ctx() context: Context): Promise<ConsentRow[]> {
    return listMyConsents(context.read);
  }

  @Auth('consent:manage')
  @Mutation(() => ConsentType, { description: 'Gives a consent.' })
  grantConsent(
    @Arg('input', () => GrantConsentInput, { description: 'What for.' }) input: GrantConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentRow> {
    return context.run(grantConsent, input);
  }

  @Auth('consent:manage')
  @Mutation(() => ConsentType, {
    description: 'Takes a consent back. `CONSENT_REQUIRED` for what an account cannot be without.',
  })
  withdrawConsent(
    @Arg('input', () => WithdrawConsentInput, { description: 'Which one.' }) input: WithdrawConsentInput,
    @Ctx() context: Context,
  ): Promise<ConsentRow> {
    return context.run(withdrawConsent, input);
  }
}
