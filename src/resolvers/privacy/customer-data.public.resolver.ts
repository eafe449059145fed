import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import {
  CustomerDataReceiptType,
  EraseCustomerInput,
  ExportCustomerDataInput,
  RequestCustomerDataInput,
} from '../../schema/privacy/customer-data.type.ts';
import { ErasureReceiptType } from '../../schema/privacy/erasure.type.ts';
import {
  eraseCustomer,
  exportCustomerData,
  requestCustomerData,
  type CustomerDataReceipt,
  type Receipt,
} from '../../services/privacy/index.ts';
import type { Context } from '../context.ts';

/** What people without an account may ask about their data: the proof of their address is a mail. */
@Resolver()
export class CustomerDataPublicResolver {
  @Credential()
  @Public()
  @Mutation(() => CustomerDataReceiptType, {
    description:
      'Mails a link to an address without an account, good once, by which its owner receives or erases what the house knows of it. Who has an account is mailed to sign in. Says the same for any address.',
  })
  requestCustomerData(
    @Arg('input', () => RequestCustomerDataInput, { description: 'The address.' }) input: RequestCustomerDataInput,
    @Ctx() context: Context,
  ): Promise<CustomerDataReceipt> {
    return context.perform(requestCustomerData, input);
  }

  @Credential()
  @Public()
  @Mutation(() => CustomerDataReceiptType, {
    description:
      'Asks for a copy of everything the house knows of a proven address. A link that works once, for 24 hours, is mailed there. Errors: TOKEN_INVALID.',
  })
  exportCustomerData(
    @Arg('input', () => ExportCustomerDataInput, { description: 'The proof, and the format.' })
    input: ExportCustomerDataInput,
    @Ctx() context: Context,
  ): Promise<CustomerDataReceipt> {
    return context.perform(exportCustomerData, input);
  }

  @Credential()
  @Public()
  @Mutation(() => ErasureReceiptType, {
    description:
      'Erases everything the house knows of a proven address, for good. Errors: TOKEN_INVALID, ERASURE_BLOCKED.',
  })
  eraseCustomer(
    @Arg('input', () => EraseCustomerInput, { description: 'The proof, and why.' }) input: EraseCustomerInput,
    @Ctx() context: Context,
  ): Promise<Receipt> {
    return context.perform(eraseCustomer, input);
  }
}
