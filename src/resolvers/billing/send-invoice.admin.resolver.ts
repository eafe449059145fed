import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { InvoiceType } from '../../schema/billing/invoice.type.ts';
import { SendInvoiceInput } from '../../schema/billing/send-invoice.input.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { invoiceById, sendInvoice, type InvoiceRow } from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** What is mailed about an issued invoice, by staff and programs. */
@Resolver(() => InvoiceType)
export class SendInvoiceAdminResolver {
  @Heavy()
  @Auth('invoice:send')
  @Mutation(() => InvoiceType, {
    description:
      'Mails an invoice with its PDF, and a link to pay it where something is owed: to its buyer, in the language of the invoice, or to the address that is given. Again at will; each time is in the audit log. Errors: NOT_FOUND, INPUT_INVALID, CONFLICT.',
  })
  async sendInvoice(
    @Arg('input', () => SendInvoiceInput, { description: 'Which invoice, and to whom.' }) input: SendInvoiceInput,
    @Ctx() context: Context,
  ): Promise<InvoiceRow> {
    return invoiceById(context.read, await context.perform(sendInvoice, input));
  }
}
