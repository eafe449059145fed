import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import {
  DocumentIdInput,
  LockDocumentInput,
  MoveDocumentInput,
  UpdateDocumentInput,
} from '../../schema/archive/document.input.ts';
import { CopiedDocumentType, MovedDocumentType } from '../../schema/archive/document-run.type.ts';
import { DocumentObjectType } from '../../schema/archive/document.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { CopiedDocument, CopiedHere, DocumentRow, MovedDocument } from '../../services/archive/index.ts';
import type { Context } from '../context.ts';
import { shownAddition, type ShownAddition } from './shown-addition.ts';

const which = 'Which one.';

type ShownCopy = Pick<CopiedDocument, 'run'> &
  Pick<CopiedHere, 'leftBehind'> &
  ({ [K in keyof ShownAddition]: ShownAddition[K] | null } & Pick<ShownAddition, 'isUnchanged'>);

/** What is done with documents. */
@Resolver(() => DocumentObjectType)
export class DocumentResolver {
  @Auth('document:update')
  @Mutation(() => DocumentObjectType, {
    description:
      'Changes what is said of a document; its content stays. Errors: NOT_FOUND, FORBIDDEN, VERSION_STALE, NAME_TAKEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.',
  })
  async updateDocument(
    @Arg('input', () => UpdateDocumentInput, { description: 'Which one, and what changes.' })
    input: UpdateDocumentInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(context.read, (await context.perform(archive.updateDocument, input)).id);
  }

  @Heavy()
  @Auth('document:move')
  @Mutation(() => MovedDocumentType, {
    description:
      'Puts a document into another folder, or with all its versions, under new keys, into another cabinet: above 20 MiB by a job. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, DOCUMENT_LOCKED, LEGAL_HOLD, QUOTA_EXCEEDED, ARCHIVE_LIMIT, CABINET_ARCHIVED, VERSION_STALE.',
  })
  async moveDocument(
    @Arg('input', () => MoveDocumentInput, { description: 'Which one, and where.' }) input: MoveDocumentInput,
    @Ctx() context: Context,
  ): Promise<Omit<MovedDocument, 'document'> & { document: DocumentRow }> {
    const { document, ...moved } = await context.perform(archive.moveDocument, input);
    return { ...moved, document: await archive.getDocument(context.read, document.id) };
  }

  @Heavy()
  @Auth('document:move')
  @Mutation(() => CopiedDocumentType, {
    description:
      'Makes a document of its own with the current content of another: above 20 MiB by a job. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, QUOTA_EXCEEDED, ARCHIVE_LIMIT, CABINET_ARCHIVED.',
  })
  async copyDocument(
    @Arg('input', () => MoveDocumentInput, { description: 'Which one, and where.' }) input: MoveDocumentInput,
    @Ctx() context: Context,
  ): Promise<ShownCopy> {
    const { added, run } = await context.perform(archive.copyDocument, input);
    if (added === null) return { document: null, version: null, isUnchanged: false, leftBehind: [], run };
    return { ...(await shownAddition(context, added)), leftBehind: added.leftBehind, run };
  }

  @Auth('document:trash')
  @Mutation(() => DocumentObjectType, {
    description:
      'Puts a document into the trash; contributors only their own. Errors: NOT_FOUND, FORBIDDEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.',
  })
  async trashDocument(
    @Arg('input', () => DocumentIdInput, { description: which }) input: DocumentIdInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(context.read, (await context.run(archive.trashDocument, input)).id);
  }

  @Auth('document:restore')
  @Mutation(() => DocumentObjectType, {
    description:
      'Takes a document out of the trash, into its folder or the nearest that lives. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.',
  })
  async restoreDocument(
    @Arg('input', () => DocumentIdInput, { description: which }) input: DocumentIdInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(context.read, (await context.run(archive.restoreDocument, input)).id);
  }

  @Auth('document:lock')
  @Mutation(() => DocumentObjectType, {
    description:
      'Until then nobody else changes the document; lock it again to renew. Errors: NOT_FOUND, FORBIDDEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.',
  })
  async lockDocument(
    @Arg('input', () => LockDocumentInput, { description: 'Which one, why and until when.' }) input: LockDocumentInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(context.read, (await context.run(archive.lockForEditing, input)).id);
  }

  @Auth('document:lock')
  @Mutation(() => DocumentObjectType, {
    description:
      'Ends your lock, or as a manager that of somebody else. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED.',
  })
  async unlockDocument(
    @Arg('input', () => DocumentIdInput, { description: which }) input: DocumentIdInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(context.read, (await context.run(archive.unlockDocument, input)).id);
  }

  @Auth('document:update')
  @Mutation(() => DocumentObjectType, { description: 'Keeps a document at hand. Error: NOT_FOUND.' })
  async favouriteDocument(
    @Arg('input', () => DocumentIdInput, { description: which }) input: DocumentIdInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(context.read, (await context.run(archive.favouriteDocument, input)).id);
  }

  @Auth('document:update')
  @Mutation(() => DocumentObjectType, { description: 'No longer keeps it at hand. Error: NOT_FOUND.' })
  async unfavouriteDocument(
    @Arg('input', () => DocumentIdInput, { description: which }) input: DocumentIdInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(context.read, (await context.run(archive.unfavouriteDocument, input)).id);
  }
}
