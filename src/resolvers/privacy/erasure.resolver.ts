import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { EraseMyAccountInput, ErasureReceiptType } from '../../schema/privacy/erasure.type.ts';
import { eraseMyAccount, type Receipt } from '../../services/privacy/index.ts';
import type { Context } from '../context.ts';

/** How a person makes the house forget them. */
@Resolver()
export class ErasureResolver {
  @Credential()
  @Auth('account:erase', { stepUp: true })
  @Mutation(() => ErasureReceiptType, {
    description:
      'Erases the account of the one who asks, for good. `ERASURE_BLOCKED` lists what must be settled before, each with what to do.',
  })
  eraseMyAccount(
    @Arg('input', () => EraseMyAccountInput, { description: 'The proof, and why.' }) input: EraseMyAccountInput,
    @Ctx() context: Context,
  ): Promise<Receipt> {
    return context.perform(eraseMyAccount, input);
  }
}
