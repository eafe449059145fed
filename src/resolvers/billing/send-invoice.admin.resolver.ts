import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { InvoiceType } from '../../schema/billing/invoice.type.ts';
import { RecordTransmissionInput } from '../../schema/billing/record-transmission.input.ts';
import { SendInvoiceInput } from '../../schema/billing/send-invoice.input.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { invoiceById, recordTransmission, sendInvoice, type InvoiceRow } from '../../services/billing/index.ts';
import type { Context } from '../context.ts';

/** Where an issued invoice is sent, by staff and programs: to its buyer, and to the accredited platform. */
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

  @Auth('invoice:transmit')
  @Mutation(() => InvoiceType, {
    description:
      'Records what the accredited platform of the seller says of an invoice. The same once more changes nothing. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED.',
  })
  async recordTransmission(
    @Arg('input', () => RecordTransmissionInput, { description: 'Which invoice, and what the platform says.' })
    input: RecordTransmissionInput,
    @Ctx() context: Context,
  ): Promise<InvoiceRow> {
    return invoiceById(context.read, (await context.run(recordTransmission, input)).id);
  }
}
