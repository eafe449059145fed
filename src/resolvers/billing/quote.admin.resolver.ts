import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import {
  CreateQuoteInput,
  RecordOfflineAcceptanceInput,
  ReviseQuoteInput,
  SendQuoteInput,
  UpdateQuoteInput,
} from '../../schema/billing/quote.input.ts';
import { QuoteConnection, QuoteType } from '../../schema/billing/quote.type.ts';
import { QuotesArgs } from '../../schema/billing/quotes.args.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  createQuote,
  getQuote,
  listQuotes,
  recordOfflineAcceptance,
  reviseQuote,
  sendQuote,
  updateQuote,
  type QuoteRow,
} from '../../services/billing/index.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** Quotes of everybody: written, sent, revised, and accepted on paper. */
@Resolver(() => QuoteType)
export class QuoteAdminResolver {
  @Auth('quote:read-any')
  @Query(() => QuoteConnection, { description: 'Quotes of everybody, newest first.' })
  quotes(@Args(() => QuotesArgs) args: QuotesArgs, @Ctx() context: Context): Promise<PageOf<QuoteRow>> {
    return listQuotes(context.read, args);
  }

  @Auth('quote:manage')
  @Mutation(() => QuoteType, { description: 'Begins a quote. Errors: INPUT_INVALID, VAT_RATE_UNKNOWN, CONFLICT.' })
  async createQuote(
    @Arg('input', () => CreateQuoteInput, { description: 'What it says.' }) input: CreateQuoteInput,
    @Ctx() context: Context,
  ): Promise<QuoteRow> {
    return getQuote(context.read, (await context.perform(createQuote, input)).id);
  }

  @Auth('quote:manage')
  @Mutation(() => QuoteType, {
    description:
      'Writes a quote that was not sent again, whole. Errors: NOT_FOUND, CONFLICT, ACTION_NOT_ALLOWED, INPUT_INVALID, VAT_RATE_UNKNOWN.',
  })
  async updateQuote(
    @Arg('input', () => UpdateQuoteInput, { description: 'What it says now.' }) input: UpdateQuoteInput,
    @Ctx() context: Context,
  ): Promise<QuoteRow> {
    return getQuote(context.read, (await context.perform(updateQuote, input)).id);
  }

  @Heavy()
  @Auth('quote:manage')
  @Mutation(() => QuoteType, {
    description:
      'Sends a quote: it gets its number, is printed with the terms of the day, and is mailed to its buyer. One that was sent is mailed again. Errors: NOT_FOUND, CONFLICT, ACTION_NOT_ALLOWED, INPUT_INVALID, TERMS_NOT_PUBLISHED, BILLING_PROFILE_INCOMPLETE, CLOCK_IMPLAUSIBLE.',
  })
  async sendQuote(
    @Arg('input', () => SendQuoteInput, { description: 'Which quote.' }) input: SendQuoteInput,
    @Ctx() context: Context,
  ): Promise<QuoteRow> {
    return getQuote(context.read, (await context.perform(sendQuote, input)).id);
  }

  @Auth('quote:manage')
  @Mutation(() => QuoteType, {
    description:
      'Begins the next revision of a quote that was sent and not accepted, under its number; the one before can no longer be accepted. Errors: NOT_FOUND, CONFLICT, ACTION_NOT_ALLOWED, INPUT_INVALID, VAT_RATE_UNKNOWN.',
  })
  async reviseQuote(
    @Arg('input', () => ReviseQuoteInput, { description: 'What the new revision says.' }) input: ReviseQuoteInput,
    @Ctx() context: Context,
  ): Promise<QuoteRow> {
    return getQuote(context.read, (await context.perform(reviseQuote, input)).id);
  }

  @Heavy()
  @Auth('quote:manage')
  @Mutation(() => QuoteType, {
    description:
      'Records that a sent quote was accepted on paper, with the signed paper; what follows is the same as if it was accepted here. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, QUOTE_CHANGED, QUOTE_EXPIRED, INPUT_INVALID, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CLOCK_IMPLAUSIBLE.',
  })
  async recordOfflineAcceptance(
    @Arg('input', () => RecordOfflineAcceptanceInput, { description: 'Who signed what, when, and the paper.' })
    { file, ...signed }: RecordOfflineAcceptanceInput,
    @Ctx() context: Context,
  ): Promise<QuoteRow> {
    const proven = { ...signed, file: file as Promise<IncomingFile> };
    return getQuote(context.read, (await context.perform(recordOfflineAcceptance, proven)).id);
  }
}
