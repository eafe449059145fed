import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { DownloadLinkType } from '../../schema/files/stored-file.type.ts';
import {
  ReplyAsVisitorInput,
  RequestFreeSampleInput,
  RequestVisitorDownloadInput,
  SendContactFormInput,
  VisitorTokenArgs,
} from '../../schema/messaging/visitor.input.ts';
import { FormReceiptType, VisitorConversationType } from '../../schema/messaging/visitor.type.ts';
import type { DownloadLink, IncomingFile } from '../../services/files/index.ts';
import {
  replyAsVisitor,
  requestFreeSample,
  requestVisitorDownload,
  sendContactForm,
  showVisitorConversation,
  visitorConversation,
  type FormReceipt,
  type VisitorConversation,
} from '../../services/messaging/index.ts';
import type { Context } from '../context.ts';

/** What somebody does without an account: they write, and go on by the link that is mailed to them. */
@Resolver(() => VisitorConversationType)
export class VisitorPublicResolver {
  @Credential()
  @Public()
  @Mutation(() => FormReceiptType, {
    description:
      'Writes to the business without an account: the link to the conversation is mailed. Says the same for any address. Five an hour, three a day for an address. Errors: FORM_TICKET_INVALID, PROOF_OF_WORK_REQUIRED, INPUT_INVALID, RATE_LIMITED.',
  })
  sendContactForm(
    @Arg('input', () => SendContactFormInput, { description: 'Who writes what.' }) input: SendContactFormInput,
    @Ctx() context: Context,
  ): Promise<FormReceipt> {
    return context.perform(sendContactForm, input);
  }

  @Credential()
  @Public()
  @Mutation(() => FormReceiptType, {
    description:
      'Sends a text to see how it would be proofread, once in 90 days for an address: the link to the conversation is mailed. Says the same for any address. Errors: FORM_TICKET_INVALID, PROOF_OF_WORK_REQUIRED, INPUT_INVALID, FILE_MISSING, FILE_TOO_LARGE, FILE_TYPE_REFUSED, RATE_LIMITED.',
  })
  requestFreeSample(
    @Arg('input', () => RequestFreeSampleInput, { description: 'Who sends what.' })
    { file, ...input }: RequestFreeSampleInput,
    @Ctx() context: Context,
  ): Promise<FormReceipt> {
    return context.perform(requestFreeSample, { ...input, file: file as Promise<IncomingFile> });
  }

  @Credential()
  @Public()
  @Query(() => VisitorConversationType, {
    description:
      'The conversation that a mailed link opens; its visitor has seen it. Errors: TOKEN_INVALID, RATE_LIMITED.',
  })
  visitorConversation(
    @Args(() => VisitorTokenArgs) args: VisitorTokenArgs,
    @Ctx() context: Context,
  ): Promise<VisitorConversation> {
    return context.perform(visitorConversation, args);
  }

  @Credential()
  @Public()
  @Mutation(() => VisitorConversationType, {
    description:
      'Writes in a conversation by its mailed link. Errors: TOKEN_INVALID, CONVERSATION_CLOSED, INPUT_INVALID, FILE_TOO_LARGE, FILE_TYPE_REFUSED, RATE_LIMITED.',
  })
  async replyAsVisitor(
    @Arg('input', () => ReplyAsVisitorInput, { description: 'In which conversation, and what.' })
    { file, ...input }: ReplyAsVisitorInput,
    @Ctx() context: Context,
  ): Promise<VisitorConversation> {
    const visitorId = await context.perform(replyAsVisitor, {
      ...input,
      file: (file ?? null) as Promise<IncomingFile> | null,
    });
    return context.perform(showVisitorConversation, visitorId);
  }

  @Credential()
  @Public()
  @Mutation(() => DownloadLinkType, {
    description:
      'A link to a file of a conversation, good for a minute. Errors: TOKEN_INVALID, NOT_FOUND, FILE_NOT_VERIFIED, FILE_INFECTED, RATE_LIMITED.',
  })
  requestVisitorDownload(
    @Arg('input', () => RequestVisitorDownloadInput, { description: 'Which file.' })
    input: RequestVisitorDownloadInput,
    @Ctx() context: Context,
  ): Promise<DownloadLink> {
    return context.perform(requestVisitorDownload, input);
  }
}
