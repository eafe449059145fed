import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { BulkDocumentsInput } from '../../schema/archive/bulk-documents.input.ts';
import {
  BulkDocumentResultType,
  CancelDocumentRunInput,
  DocumentRunActionEnum,
  DocumentRunProgressArgs,
  DocumentRunProgressType,
  DocumentRunType,
} from '../../schema/archive/document-run.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { DocumentRun } from '../../services/archive/index.ts';
import { availableActions } from '../../services/kernel/states.ts';
import type { LiveDelivery } from '../../services/platform/live/source.ts';
import type { Context } from '../context.ts';
import { liveStream } from '../graphql/socket/live-stream.ts';
import { liveAfter, liveCursor } from '../live-cursor.ts';

const progress = liveStream<DocumentRunProgressArgs, Context>(({ args: { runId, after } }) => ({
  topic: archive.documentRunProgress,
  key: runId,
  after: liveAfter(after),
  entitled: (_event, people, context) => archive.whoFollowsRun(context.read, runId, people),
}));

/** What is done to many documents, or takes its time. */
@Resolver(() => DocumentRunType)
export class DocumentRunResolver {
  @Heavy()
  @Auth('document:update')
  @Mutation(() => DocumentRunType, {
    description:
      'Does one thing to each of these documents by its own rules. Up to 50 documents, and 20 MiB that are sealed anew, are done when it answers; more by a job, `documentRunProgress`. Errors: INPUT_INVALID, ARCHIVE_LIMIT.',
  })
  bulkDocuments(
    @Arg('input', () => BulkDocumentsInput, { description: 'Which documents, and what to do.' })
    input: BulkDocumentsInput,
    @Ctx() context: Context,
  ): Promise<DocumentRun> {
    return context.perform(archive.bulkDocuments, input);
  }

  @Auth('document:update')
  @Mutation(() => DocumentRunType, {
    description:
      'Ends a run of yours between two documents; what is done stays done. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  cancelDocumentRun(
    @Arg('input', () => CancelDocumentRunInput, { description: 'Which one.' }) input: CancelDocumentRunInput,
    @Ctx() context: Context,
  ): Promise<DocumentRun> {
    return context.run(archive.cancelDocumentRun, input);
  }

  @Auth('document:update')
  @Query(() => DocumentRunType, {
    description: 'A run of yours, for 30 days after it has ended. Error: NOT_FOUND.',
  })
  documentRun(
    @Arg('id', () => ID, { description: 'The run.' }) id: string,
    @Ctx() context: Context,
  ): Promise<DocumentRun> {
    return context.run(archive.findRun, { runId: id });
  }

  @Auth('document:update')
  @Cost({ size: 20 })
  @Query(() => [DocumentRunType], { description: 'Your runs that are under way, the newest first: at most 20.' })
  myDocumentRuns(@Ctx() context: Context): Promise<DocumentRun[]> {
    return context.run(archive.listRuns, undefined);
  }

  @Auth('document:update')
  @Subscription(() => DocumentRunProgressType, {
    description: 'A run of yours as it advances, four times a second at most. Error: NOT_FOUND for another’s.',
    subscribe: async (request) => {
      const { args, context } = request as { args: DocumentRunProgressArgs; context: Context };
      await context.run(archive.findRun, args);
      return progress(request);
    },
  })
  async documentRunProgress(
    @Root() event: LiveDelivery,
    @Args(() => DocumentRunProgressArgs) { runId }: DocumentRunProgressArgs,
    @Ctx() context: Context,
  ): Promise<{ run: DocumentRun; cursor: string }> {
    return { run: await context.run(archive.findRun, { runId }), cursor: liveCursor(event) };
  }

  @Cost({ cost: 5, size: 50 })
  @FieldResolver(() => [BulkDocumentResultType], {
    description: 'What became of each document, in the order in which they were given: at most 500.',
  })
  async results(@Root() { id: runId }: DocumentRun, @Ctx() context: Context): Promise<BulkDocumentResultType[]> {
    const items = await context.run(archive.runItems, { runId });
    return items.map(({ documentId: id, outcome, code, madeDocumentId, leftBehind }) => ({
      ...{ id, outcome, code, madeDocumentId, leftBehind },
    }));
  }

  @FieldResolver(() => [DocumentRunActionEnum], { description: 'What you may do with it now.' })
  availableActions(@Root() { status }: DocumentRun): string[] {
    return availableActions(archive.documentRunStates, status).filter((verb) => verb === 'cancel');
  }
}
