import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { InvoiceType } from '../../schema/billing/invoice.type.ts';
import { AcceptQuoteInput, RefuseQuoteInput } from '../../schema/billing/quote.input.ts';
import { QuoteAcceptanceType, QuoteConnection, QuoteTermsType, QuoteType } from '../../schema/billing/quote.type.ts';
import { MyQuotesArgs } from '../../schema/billing/quotes.args.ts';
import { SoldLineType } from '../../schema/billing/sold-line.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import {
  acceptancesOfQuotes,
  acceptQuote,
  getQuote,
  invoicesById,
  linesOfQuotes,
  listMyQuotes,
  refuseQuote,
  termsByIds,
  withdrawalQuestions,
  type InvoiceRow,
  type QuoteAcceptanceRow,
  type QuoteRow,
  type SoldLineRow,
  type TermsRow,
} from '../../services/billing/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, loadSure, type Context } from '../context.ts';

/** Quotes, for the customers that they were sent to and for admins. */
@Resolver(() => QuoteType)
export class QuoteResolver {
  @Auth('quote:read')
  @Query(() => QuoteType, { description: 'One quote: one that was sent to you, any for an admin.' })
  async quote(
    @Arg('id', () => ID, { description: 'The quote.' }) id: string,
    @Ctx() context: Context,
  ): Promise<QuoteRow> {
    const quote = await getQuote(context.read, id);
    await context.note({ action: 'QUOTE_ACCESSED', targetId: quote.id });
    return quote;
  }

  @Auth('quote:answer')
  @Query(() => QuoteConnection, { description: 'Quotes that were sent to you, newest first.' })
  myQuotes(@Args(() => MyQuotesArgs) page: MyQuotesArgs, @Ctx() context: Context): Promise<PageOf<QuoteRow>> {
    return listMyQuotes(context.read, page);
  }

  @Heavy()
  @Auth('quote:answer')
  @Mutation(() => QuoteType, {
    description:
      'Accepts a quote that was sent to you: the deposit or the whole is invoiced at once, as it says. Accepted twice, it is the same acceptance. Errors: NOT_FOUND, QUOTE_CHANGED, QUOTE_EXPIRED, TERMS_NOT_READ, ACTION_NOT_ALLOWED, INPUT_INVALID, BILLING_PROFILE_INCOMPLETE, DEPOSIT_EXCEEDS_TOTAL, CLOCK_IMPLAUSIBLE.',
  })
  async acceptQuote(
    @Arg('input', () => AcceptQuoteInput, { description: 'What you saw, and what you agree to.' })
    input: AcceptQuoteInput,
    @Ctx() context: Context,
  ): Promise<QuoteRow> {
    return getQuote(context.read, (await context.perform(acceptQuote, input)).id);
  }

  @Auth('quote:answer')
  @Mutation(() => QuoteType, {
    description:
      'Declines a quote that was sent to you. Errors: NOT_FOUND, QUOTE_CHANGED, QUOTE_EXPIRED, ACTION_NOT_ALLOWED.',
  })
  async refuseQuote(
    @Arg('input', () => RefuseQuoteInput, { description: 'Which quote.' }) input: RefuseQuoteInput,
    @Ctx() context: Context,
  ): Promise<QuoteRow> {
    return getQuote(context.read, (await context.perform(refuseQuote, input)).id);
  }

  @Cost({ size: 20 })
  @FieldResolver(() => [SoldLineType], { description: 'What is offered, in order.' })
  lines(@Root() { id }: QuoteRow, @Ctx() context: Context): Promise<SoldLineRow[]> {
    return loadSure(context, linesOfQuotes, id);
  }

  @FieldResolver(() => QuoteTermsType, {
    nullable: true,
    description: 'The terms of sale that it was sent with; null until it is sent.',
  })
  async terms(@Root() { termsId }: QuoteRow, @Ctx() context: Context): Promise<TermsRow | null> {
    return termsId === null ? null : loadSure(context, termsByIds, termsId);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the buyer is asked about the start of the work; null until it is sent, and for a business.',
  })
  async withdrawalQuestion(@Root() { id }: QuoteRow, @Ctx() context: Context): Promise<string | null> {
    return (await loadOne(context, withdrawalQuestions, id)) ?? null;
  }

  @FieldResolver(() => QuoteAcceptanceType, {
    nullable: true,
    description: 'What proves that it was accepted; null when it was not.',
  })
  async acceptance(@Root() { id }: QuoteRow, @Ctx() context: Context): Promise<QuoteAcceptanceRow | null> {
    return (await loadOne(context, acceptancesOfQuotes, id)) ?? null;
  }

  @FieldResolver(() => InvoiceType, {
    nullable: true,
    description: 'What was invoiced when it was accepted; null where nothing was, and for whoever may not see it.',
  })
  async invoice(@Root() { invoiceId }: QuoteRow, @Ctx() context: Context): Promise<InvoiceRow | null> {
    return invoiceId === null ? null : ((await loadOne(context, invoicesById, invoiceId)) ?? null);
  }
}
