import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { PublicQuoteArgs, PublicQuoteType } from '../../schema/billing/public-quote.type.ts';
import { AcceptPublicQuoteInput, RefusePublicQuoteInput } from '../../schema/billing/quote.input.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import {
  acceptPublicQuote,
  publicQuote,
  refusePublicQuote,
  type PublicQuoteRow,
} from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** What the holder of a mailed link does about a quote without an account. */
@Resolver()
export class QuotePublicResolver {
  @Credential()
  @Public()
  @Query(() => PublicQuoteType, {
    description:
      'The quote that a mailed link opens, without an account. Twenty tries in a quarter of an hour. Errors: TOKEN_INVALID.',
  })
  publicQuote(@Args(() => PublicQuoteArgs) args: PublicQuoteArgs, @Ctx() context: Context): Promise<PublicQuoteRow> {
    return context.perform(publicQuote, args);
  }

  @Credential()
  @Public()
  @Mutation(() => PublicQuoteType, {
    description:
      'Accepts the quote that a mailed link opens. Accepted twice, it is the same acceptance. Errors: TOKEN_INVALID, QUOTE_CHANGED, QUOTE_EXPIRED, TERMS_NOT_READ, ACTION_NOT_ALLOWED, INPUT_INVALID, CLOCK_IMPLAUSIBLE.',
  })
  acceptPublicQuote(
    @Arg('input', () => AcceptPublicQuoteInput, { description: 'What was seen, and what is agreed to.' })
    input: AcceptPublicQuoteInput,
    @Ctx() context: Context,
  ): Promise<PublicQuoteRow> {
    return context.perform(acceptPublicQuote, input);
  }

  @Credential()
  @Public()
  @Mutation(() => PublicQuoteType, {
    description:
      'Declines the quote that a mailed link opens. Errors: TOKEN_INVALID, QUOTE_CHANGED, QUOTE_EXPIRED, ACTION_NOT_ALLOWED.',
  })
  refusePublicQuote(
    @Arg('input', () => RefusePublicQuoteInput, { description: 'Which quote.' }) input: RefusePublicQuoteInput,
    @Ctx() context: Context,
  ): Promise<PublicQuoteRow> {
    return context.perform(refusePublicQuote, input);
  }
}
