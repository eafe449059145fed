import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { CannedReply } from '../../entities/support/support-settings.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import {
  CannedReplyInput,
  CannedReplyTextArgs,
  CannedReplyType,
  CreateCannedReplyInput,
  UpdateCannedReplyInput,
} from '../../schema/support/canned-reply.type.ts';
import {
  createCannedReply,
  deleteCannedReply,
  listCannedReplies,
  replyFor,
  updateCannedReply,
  type CannedReplyRow,
} from '../../services/support/index.ts';
import type { Context } from '../context.ts';

/** Answers that the team keeps ready. */
@Resolver(() => CannedReplyType)
export class CannedReplyAdminResolver {
  @Auth('ticket:handle')
  @Cost({ size: 50 })
  @Query(() => [CannedReplyType], { description: 'Answers that are kept ready, by their names.' })
  cannedReplies(@Ctx() context: Context): Promise<CannedReplyRow[]> {
    return listCannedReplies(context.read);
  }

  @Auth('ticket:handle')
  @Query(() => String, {
    description: 'What one of them says in answer to a ticket: its places are filled in. Errors: NOT_FOUND.',
  })
  cannedReplyText(
    @Args(() => CannedReplyTextArgs) args: CannedReplyTextArgs,
    @Ctx() context: Context,
  ): Promise<string> {
    return replyFor(context.read, args);
  }

  @Auth('ticket:handle')
  @Mutation(() => CannedReplyType, { description: 'Keeps an answer ready. Errors: INPUT_INVALID, CONFLICT.' })
  createCannedReply(
    @Arg('input', () => CreateCannedReplyInput, { description: 'The answer.' }) input: CreateCannedReplyInput,
    @Ctx() context: Context,
  ): Promise<CannedReply> {
    return context.run(createCannedReply, input);
  }

  @Auth('ticket:handle')
  @Mutation(() => CannedReplyType, {
    description: 'Changes an answer that is kept ready. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  updateCannedReply(
    @Arg('input', () => UpdateCannedReplyInput, { description: 'Which one, and what it says.' })
    input: UpdateCannedReplyInput,
    @Ctx() context: Context,
  ): Promise<CannedReply> {
    return context.run(updateCannedReply, input);
  }

  @Auth('ticket:handle')
  @Mutation(() => ID, { description: 'Throws an answer away. Errors: NOT_FOUND.' })
  deleteCannedReply(
    @Arg('input', () => CannedReplyInput, { description: 'Which one.' }) input: CannedReplyInput,
    @Ctx() context: Context,
  ): Promise<string> {
    return context.run(deleteCannedReply, input);
  }
}
