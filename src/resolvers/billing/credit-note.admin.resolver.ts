import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { CreditInvoiceInput } from '../../schema/billing/credit-invoice.input.ts';
import { InvoiceType } from '../../schema/billing/invoice.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { creditInvoice, getInvoice, type InvoiceRow } from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** Corrections of invoices. */
@Resolver(() => InvoiceType)
export class CreditNoteAdminResolver {
  @Heavy()
  @Auth('invoice:credit', { stepUp: true })
  @Mutation(() => InvoiceType, {
    description:
      'Credits an invoice, whole or in part, and answers the credit note. What was not paid is owed no more; what was paid and is owed no more is refunded where asked for. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, CREDIT_TOO_LARGE, INPUT_INVALID, CLOCK_IMPLAUSIBLE, CONFLICT.',
  })
  async creditInvoice(
    @Arg('input', () => CreditInvoiceInput, { description: 'How much of which invoice, and why.' })
    input: CreditInvoiceInput,
    @Ctx() context: Context,
  ): Promise<InvoiceRow> {
    return getInvoice(context.read, (await context.perform(creditInvoice, input)).id);
  }
}
