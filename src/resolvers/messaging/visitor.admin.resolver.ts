import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { StoredFileType } from '../../schema/files/stored-file.type.ts';
import { ConversationInput } from '../../schema/messaging/messaging.input.ts';
import { ConversationType } from '../../schema/messaging/conversation.type.ts';
import {
  BlockInFormsInput,
  FormBlocksArgs,
  HeldMessageInput,
  HeldMessagesArgs,
  MarkAsSpamInput,
  UnblockInFormsInput,
} from '../../schema/messaging/visitor.input.ts';
import {
  FormBlockConnection,
  FormBlockType,
  HeldMessageConnection,
  HeldMessageType,
  VisitorType,
} from '../../schema/messaging/visitor.type.ts';
import { findFile, type FileRow } from '../../services/files/index.ts';
import {
  blockInForms,
  getConversation,
  listFormBlocks,
  listHeldMessages,
  markAsSpam,
  releaseHeldMessage,
  revokeVisitorLink,
  showVisitor,
  unblockInForms,
  visitorsByIds,
  type ConversationRow,
  type FormBlockRow,
  type HeldMessageRow,
  type VisitorRow,
} from '../../services/messaging/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadSure, type Context } from '../context.ts';

/** What admins do about visitors: held messages, spam, links. */
@Resolver(() => HeldMessageType)
export class VisitorAdminResolver {
  @Auth('message:moderate')
  @Query(() => HeldMessageConnection, {
    description: 'Visitors’ messages that wait for a decision, the one that has waited longest first.',
  })
  heldMessages(
    @Args(() => HeldMessagesArgs) args: HeldMessagesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<HeldMessageRow>> {
    return listHeldMessages(context.read, args);
  }

  @Auth('message:moderate')
  @Mutation(() => ConversationType, {
    description:
      'A held message goes where it would have gone, also one that was marked as spam; answers its conversation. Errors: NOT_FOUND.',
  })
  async releaseHeldMessage(
    @Arg('input', () => HeldMessageInput, { description: 'Which message.' }) input: HeldMessageInput,
    @Ctx() context: Context,
  ): Promise<ConversationRow> {
    return getConversation(context.read, await context.run(releaseHeldMessage, input));
  }

  @Auth('message:moderate')
  @Mutation(() => VisitorType, {
    description:
      'A held message, or the conversation of a visitor, is spam: their link is void, the conversation closed, and what comes from the address or links to the sites is held from now on. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED.',
  })
  async markAsSpam(
    @Arg('input', () => MarkAsSpamInput, { description: 'Which message or conversation.' }) input: MarkAsSpamInput,
    @Ctx() context: Context,
  ): Promise<VisitorRow> {
    return showVisitor(context.read, await context.perform(markAsSpam, input));
  }

  @Auth('visitor:handle')
  @Mutation(() => VisitorType, {
    description:
      'The link that was mailed opens nothing any more; the next answer mails another one. Errors: NOT_FOUND.',
  })
  async revokeVisitorLink(
    @Arg('input', () => ConversationInput, { description: 'The conversation of a visitor.' }) input: ConversationInput,
    @Ctx() context: Context,
  ): Promise<VisitorRow> {
    return showVisitor(context.read, await context.perform(revokeVisitorLink, input));
  }

  @Auth('message:moderate')
  @Query(() => FormBlockConnection, { description: 'What visitors’ messages are held for, the newest first.' })
  formBlocks(@Args(() => FormBlocksArgs) args: FormBlocksArgs, @Ctx() context: Context): Promise<PageOf<FormBlockRow>> {
    return listFormBlocks(context.read, args);
  }

  @Auth('message:moderate')
  @Mutation(() => FormBlockType, {
    description:
      'Messages with a word, from an address or with a link to a site wait. Errors: INPUT_INVALID, QUOTA_EXCEEDED.',
  })
  blockInForms(
    @Arg('input', () => BlockInFormsInput, { description: 'What.' }) input: BlockInFormsInput,
    @Ctx() context: Context,
  ): Promise<FormBlockRow> {
    return context.run(blockInForms, input);
  }

  @Auth('message:moderate')
  @Mutation(() => ID, { description: 'They wait for it no more; answers its id. Errors: NOT_FOUND.' })
  unblockInForms(
    @Arg('input', () => UnblockInFormsInput, { description: 'What.' }) input: UnblockInFormsInput,
    @Ctx() context: Context,
  ): Promise<string> {
    return context.run(unblockInForms, input);
  }

  @FieldResolver(() => VisitorType)
  visitor(@Root() { visitorId }: HeldMessageRow, @Ctx() context: Context): Promise<VisitorRow> {
    return loadSure(context, visitorsByIds, visitorId);
  }

  @FieldResolver(() => StoredFileType, { nullable: true })
  async file(@Root() { fileId }: HeldMessageRow, @Ctx() context: Context): Promise<FileRow | null> {
    return fileId === null ? null : ((await findFile(context.read.db, fileId)) ?? null);
  }
}
