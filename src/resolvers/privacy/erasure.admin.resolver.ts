import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import { DeleteUserInput, ErasurePreviewType, ErasureReceiptType } from '../../schema/privacy/erasure.type.ts';
import { deleteUser, previewUserDeletion, type ErasurePreview, type Receipt } from '../../services/privacy/index.ts';
import type { Context } from '../context.ts';

/** How an admin makes the house forget somebody: the same erasure as a person's own. */
@Resolver()
export class ErasureAdminResolver {
  @Heavy()
  @Auth('user:delete')
  @Query(() => ErasurePreviewType, {
    description:
      'What would go with an account, what would stay, and what stands in the way; nothing is touched. Errors: NOT_FOUND.',
  })
  userDeletionPreview(
    @Arg('id', () => ID, { description: 'Whose.' }) id: string,
    @Ctx() context: Context,
  ): Promise<ErasurePreview> {
    return context.perform(previewUserDeletion, { userId: id });
  }

  @Heavy()
  @Auth('user:delete', { stepUp: true })
  @Mutation(() => ErasureReceiptType, {
    description:
      'Erases an account: for good when nothing that stays names it, else it becomes a pseudonym. The person is told by mail. Irrevocable. Errors: NOT_FOUND, ERASURE_BLOCKED.',
  })
  deleteUser(
    @Arg('input', () => DeleteUserInput, { description: 'Whose, and why.' }) input: DeleteUserInput,
    @Ctx() context: Context,
  ): Promise<Receipt> {
    return context.perform(deleteUser, input);
  }
}
