import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { BeginUploadInput, CancelUploadInput, UploadTargetArgs } from '../../schema/archive/upload.input.ts';
import {
  UploadProgressArgs,
  UploadProgressType,
  UploadReceiptType,
  UploadTargetType,
  ResumableUploadType,
} from '../../schema/archive/upload.type.ts';
import {
  giveUpUpload,
  findReceipt,
  findUpload,
  listUploads,
  receiptFacts,
  requestUpload,
  uploadEndsAt,
  uploadProgress,
  uploadStates,
  uploadTarget,
  uploadUrl,
  whoFollowsUpload,
  type ReceiptFacts,
  type UploadSession,
  type UploadTarget,
} from '../../services/archive/index.ts';
import { availableActions } from '../../services/kernel/states.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import type { Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const progress = liveStream<UploadProgressArgs, Context>(({ args: { uploadId, after } }) => ({
  topic: uploadProgress,
  key: uploadId,
  after: liveAfter(after),
  entitled: (_event, people, context) => whoFollowsUpload(context.read, uploadId, people),
}));

const ofPeople = ['append', 'cancel'];

/** Uploads that survive an interruption; their bytes go to `/uploads`. */
@Resolver(() => ResumableUploadType)
export class UploadResolver {
  @Auth('upload:begin')
  @Mutation(() => ResumableUploadType, {
    description:
      'Begins an upload of up to `ARCHIVE_MAX_UPLOAD_BYTES`: send the bytes to its `url`. The space is reserved now. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, VERSION_STALE, DOCUMENT_LOCKED, CABINET_ARCHIVED, QUOTA_EXCEEDED, FILE_TOO_LARGE, FILE_TYPE_REFUSED, ARCHIVE_LIMIT, RATE_LIMITED, CONFLICT.',
  })
  beginUpload(
    @Arg('input', () => BeginUploadInput, { description: 'What, and where.' }) input: BeginUploadInput,
    @Ctx() context: Context,
  ): Promise<UploadSession> {
    return context.perform(requestUpload, input);
  }

  @Auth('upload:begin')
  @Mutation(() => ResumableUploadType, {
    description:
      'Gives up an upload of yours: what has arrived is unreadable at once. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  cancelUpload(
    @Arg('input', () => CancelUploadInput, { description: 'Which one.' }) input: CancelUploadInput,
    @Ctx() context: Context,
  ): Promise<UploadSession> {
    return context.perform(giveUpUpload, input);
  }

  @Auth('upload:begin')
  @Cost({ size: 20 })
  @Query(() => [ResumableUploadType], {
    description: 'Your uploads that are under way and can go on, the newest first: at most 20.',
  })
  myUploads(@Ctx() context: Context): Promise<UploadSession[]> {
    return context.run(listUploads, undefined);
  }

  @Auth('upload:begin')
  @Query(() => ResumableUploadType, {
    description: 'An upload of yours, for 30 days after it has ended. Errors: NOT_FOUND.',
  })
  upload(
    @Arg('id', () => ID, { description: 'The upload.' }) id: string,
    @Ctx() context: Context,
  ): Promise<UploadSession> {
    return context.run(findUpload, { uploadId: id });
  }

  @Auth('upload:begin')
  @Query(() => UploadTargetType, {
    description: 'Looks where an upload would go, before it begins. Errors: NOT_FOUND, FORBIDDEN.',
  })
  uploadTarget(@Args(() => UploadTargetArgs) args: UploadTargetArgs, @Ctx() context: Context): Promise<UploadTarget> {
    return context.run(uploadTarget, args);
  }

  @Auth('upload:begin')
  @Subscription(() => UploadProgressType, {
    description: 'An upload of yours as it advances, four times a second at most. Error: NOT_FOUND for another’s.',
    subscribe: async (request) => {
      const { args, context } = request as { args: UploadProgressArgs; context: Context };
      await context.run(findUpload, args);
      return progress(request);
    },
  })
  async uploadProgress(
    @Root() event: LiveDelivery,
    @Args(() => UploadProgressArgs) { uploadId }: UploadProgressArgs,
    @Ctx() context: Context,
  ): Promise<{ upload: UploadSession; arrivedBytes: number; cursor: string }> {
    const upload = await context.run(findUpload, { uploadId });
    const arrivedBytes = Math.max(upload.receivedBytes, Number(event.payload['arrivedBytes'] ?? 0));
    return { upload, arrivedBytes, cursor: liveCursor(event) };
  }

  @FieldResolver()
  url(@Root() session: UploadSession, @Ctx() context: Context): Promise<string> {
    return context.perform(uploadUrl, session);
  }

  @FieldResolver()
  availableActions(@Root() { status }: UploadSession): string[] {
    return availableActions(uploadStates, status).filter((verb) => ofPeople.includes(verb));
  }

  @FieldResolver()
  documentId(@Root() { madeDocumentId }: UploadSession): string | null {
    return madeDocumentId;
  }

  @FieldResolver()
  versionId(@Root() { madeVersionId }: UploadSession): string | null {
    return madeVersionId;
  }

  @FieldResolver()
  expiresAt(@Root() session: UploadSession): Date | null {
    return session.endedAt === null ? uploadEndsAt(session) : null;
  }

  @FieldResolver(() => UploadReceiptType, { nullable: true })
  async receipt(
    @Root() { id, status }: UploadSession,
    @Ctx() context: Context,
  ): Promise<(ReceiptFacts & { readonly signature: string }) | null> {
    const receipt = status === 'DONE' ? await context.run(findReceipt, { uploadId: id }) : null;
    return receipt === null ? null : { ...receiptFacts(receipt), signature: receipt.signature };
  }
}
