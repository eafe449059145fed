import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { DueDocumentsArgs } from '../../schema/archive/retention.args.ts';
import {
  ApproveDestructionInput,
  CloseDocumentInput,
  RetainDocumentInput,
  UndoRetentionChangeInput,
} from '../../schema/archive/retention.input.ts';
import {
  ApprovedDestructionType,
  DocumentRetentionType,
  DueDocumentConnection,
  RetentionItemType,
} from '../../schema/archive/retention.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** How long documents are kept, and what managers decide once their time is over. */
@Resolver()
export class RetentionResolver {
  @Auth('document:read')
  @Query(() => DocumentRetentionType, { description: 'How long a document is kept. Error: NOT_FOUND.' })
  documentRetention(
    @Arg('documentId', () => ID, { description: 'The document.' }) documentId: string,
    @Ctx() { read }: Context,
  ): Promise<archive.DocumentRetention> {
    return archive.documentRetention(read, documentId);
  }

  @Heavy()
  @Cost({ size: 100 })
  @Auth('destruction:approve')
  @Query(() => [RetentionItemType], {
    description:
      'What the next nightly run does in a cabinet, document by document: the run itself, rolled back. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.',
  })
  async documentRetentionPreview(
    @Arg('cabinetId', () => ID, { description: 'The cabinet.' }) cabinetId: string,
    @Ctx() context: Context,
  ): Promise<archive.RetentionItem[]> {
    return [...(await context.perform(archive.previewRetention, { cabinetId }))];
  }

  @Auth('destruction:approve')
  @Query(() => DueDocumentConnection, {
    description:
      'The documents of a cabinet whose time of keeping is over, the longest over first unless said. Errors: NOT_FOUND, FORBIDDEN.',
  })
  dueDocuments(
    @Args(() => DueDocumentsArgs) args: DueDocumentsArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<archive.DueDocumentRow>> {
    return archive.listDueDocuments(read, args);
  }

  @Auth('retention:classify')
  @Mutation(() => DocumentRetentionType, {
    description:
      'Says when what the time of keeping counts from took place. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED, ACTION_NOT_ALLOWED (its type counts from something else), INPUT_INVALID.',
  })
  async closeDocument(
    @Arg('input', () => CloseDocumentInput, { description: 'Which one, and when.' }) input: CloseDocumentInput,
    @Ctx() context: Context,
  ): Promise<archive.DocumentRetention> {
    await context.run(archive.closeDocument, input);
    return archive.documentRetention(context.read, input.documentId);
  }

  @Auth('retention:classify')
  @Mutation(() => DocumentRetentionType, {
    description:
      'Keeps a document longer, at once; or shorter, with a fresh proof and a reason, 30 days from now unless somebody undoes it. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED, STEP_UP_REQUIRED, INPUT_INVALID.',
  })
  async retainDocument(
    @Arg('input', () => RetainDocumentInput, { description: 'Which one, and until when.' }) input: RetainDocumentInput,
    @Ctx() context: Context,
  ): Promise<archive.DocumentRetention> {
    await context.run(archive.retainDocument, input);
    return archive.documentRetention(context.read, input.documentId);
  }

  @Auth('retention:classify')
  @Mutation(() => DocumentRetentionType, {
    description:
      'Undoes a shorter time that was asked for. Errors: NOT_FOUND (also when it has taken effect), FORBIDDEN, CABINET_ARCHIVED.',
  })
  async undoRetentionChange(
    @Arg('input', () => UndoRetentionChangeInput, { description: 'Which one.' }) input: UndoRetentionChangeInput,
    @Ctx() context: Context,
  ): Promise<archive.DocumentRetention> {
    await context.run(archive.undoRetentionChange, input);
    return archive.documentRetention(context.read, input.documentId);
  }

  @Heavy()
  @Cost({ size: 100 })
  @Auth('destruction:approve')
  @Mutation(() => [ApprovedDestructionType], {
    description:
      'Destroys documents whose time of keeping is over, each by itself, and answers for each. Error: INPUT_INVALID.',
  })
  approveDestruction(
    @Arg('input', () => ApproveDestructionInput, { description: 'Which ones.' }) input: ApproveDestructionInput,
    @Ctx() context: Context,
  ): Promise<archive.ApprovedDestruction[]> {
    return context.perform(archive.approveDestruction, input);
  }
}
