import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  CreateInvoiceDraftInput,
  InvoiceDraftsArgs,
  InvoiceDraftVersionInput,
  UpdateInvoiceDraftInput,
} from '../../schema/billing/invoice-draft.input.ts';
import {
  InvoiceDraftConnection,
  InvoiceDraftType,
  InvoicePreviewType,
} from '../../schema/billing/invoice-draft.type.ts';
import { IssueDepositInvoiceInput } from '../../schema/billing/issue-deposit-invoice.input.ts';
import { InvoiceType } from '../../schema/billing/invoice.type.ts';
import { SoldLineType } from '../../schema/billing/sold-line.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import {
  createInvoiceDraft,
  deleteInvoiceDraft,
  getInvoice,
  getInvoiceDraft,
  issueDeposit,
  issueDraft,
  linesOfDrafts,
  listInvoiceDrafts,
  previewInvoice,
  updateInvoiceDraft,
  type InvoicePreview,
  type InvoiceDraftRow,
  type InvoiceRow,
  type SoldLineRow,
} from '../../services/billing/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadSure, type Context } from '../context.ts';

/** Invoices that are being written, and their issue. */
@Resolver(() => InvoiceDraftType)
export class InvoiceDraftAdminResolver {
  @Auth('invoice:draft')
  @Query(() => InvoiceDraftConnection, { description: 'Drafts of invoices, newest first.' })
  invoiceDrafts(
    @Args(() => InvoiceDraftsArgs) args: InvoiceDraftsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<InvoiceDraftRow>> {
    return listInvoiceDrafts(context.read, args);
  }

  @Heavy()
  @Auth('invoice:draft')
  @Query(() => InvoicePreviewType, {
    description:
      'What a draft would be issued as today. Errors: NOT_FOUND, BILLING_PROFILE_INCOMPLETE, DEPOSIT_EXCEEDS_TOTAL, VAT_RATE_UNKNOWN, INPUT_INVALID.',
  })
  previewInvoice(
    @Arg('draftId', () => ID, { description: 'The draft.' }) draftId: string,
    @Ctx() context: Context,
  ): Promise<InvoicePreview> {
    return context.perform(previewInvoice, { draftId });
  }

  @Auth('invoice:draft')
  @Mutation(() => InvoiceDraftType, {
    description:
      'Begins an invoice: 50 drafts a person. Errors: INPUT_INVALID, VAT_RATE_UNKNOWN, QUOTA_EXCEEDED, CONFLICT.',
  })
  async createInvoiceDraft(
    @Arg('input', () => CreateInvoiceDraftInput, { description: 'What it says.' }) input: CreateInvoiceDraftInput,
    @Ctx() context: Context,
  ): Promise<InvoiceDraftRow> {
    return getInvoiceDraft(context.read, (await context.perform(createInvoiceDraft, input)).id);
  }

  @Auth('invoice:draft')
  @Mutation(() => InvoiceDraftType, {
    description: 'Writes a draft again, whole. Errors: NOT_FOUND, CONFLICT, INPUT_INVALID, VAT_RATE_UNKNOWN.',
  })
  async updateInvoiceDraft(
    @Arg('input', () => UpdateInvoiceDraftInput, { description: 'What it says now.' }) input: UpdateInvoiceDraftInput,
    @Ctx() context: Context,
  ): Promise<InvoiceDraftRow> {
    return getInvoiceDraft(context.read, (await context.perform(updateInvoiceDraft, input)).id);
  }

  @Auth('invoice:draft')
  @Mutation(() => Boolean, { description: 'Deletes a draft. Errors: NOT_FOUND, CONFLICT.' })
  deleteInvoiceDraft(
    @Arg('input', () => InvoiceDraftVersionInput, { description: 'Which draft.' }) input: InvoiceDraftVersionInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return context.run(deleteInvoiceDraft, input);
  }

  @Heavy()
  @Auth('invoice:issue', { stepUp: true })
  @Mutation(() => InvoiceType, {
    description:
      'Issues the invoice of a draft: it gets its number, and the draft ends. Asked again, the same invoice is answered. Errors: NOT_FOUND, CONFLICT, ACTION_NOT_ALLOWED, BILLING_PROFILE_INCOMPLETE, DEPOSIT_EXCEEDS_TOTAL, VAT_RATE_UNKNOWN, INPUT_INVALID, CLOCK_IMPLAUSIBLE.',
  })
  async issueInvoice(
    @Arg('input', () => InvoiceDraftVersionInput, { description: 'Which draft.' }) input: InvoiceDraftVersionInput,
    @Ctx() context: Context,
  ): Promise<InvoiceRow> {
    return getInvoice(context.read, (await context.perform(issueDraft, input)).id);
  }

  @Heavy()
  @Auth('invoice:issue', { stepUp: true })
  @Mutation(() => InvoiceType, {
    description:
      'Issues the invoice of a deposit on something that is to be paid, as it stands: the final invoice deducts it. Errors: INPUT_INVALID, ACTION_NOT_ALLOWED, ORDER_ALREADY_PAID, ACCEPTANCE_REQUIRED, BILLING_PROFILE_INCOMPLETE, DEPOSIT_EXCEEDS_TOTAL, CLOCK_IMPLAUSIBLE, CONFLICT.',
  })
  async issueDepositInvoice(
    @Arg('input', () => IssueDepositInvoiceInput, { description: 'How much, and of what.' })
    input: IssueDepositInvoiceInput,
    @Ctx() context: Context,
  ): Promise<InvoiceRow> {
    return getInvoice(context.read, (await context.perform(issueDeposit, input)).id);
  }

  @Cost({ size: 20 })
  @FieldResolver(() => [SoldLineType], { description: 'What is sold, in order.' })
  lines(@Root() draft: InvoiceDraftRow, @Ctx() context: Context): Promise<SoldLineRow[]> {
    return loadSure(context, linesOfDrafts, draft.id);
  }
}
