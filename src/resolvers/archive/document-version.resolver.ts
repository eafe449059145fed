import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { RequestArchiveZipInput } from '../../schema/archive/bulk-documents.input.ts';
import {
  AddDocumentVersionInput,
  DocumentVersionInput,
  LabelDocumentVersionInput,
  RestoreDocumentVersionInput,
  UploadDocumentInput,
} from '../../schema/archive/document.input.ts';
import { AddedDocumentType, DocumentObjectType } from '../../schema/archive/document.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost, Heavy } from '../../schema/directives/cost.ts';
import { DownloadLinkType } from '../../schema/files/stored-file.type.ts';
import * as archive from '../../services/archive/index.ts';
import type { DocumentRow } from '../../services/archive/index.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import type { Context } from '../context.ts';
import { shownAddition, type ShownAddition } from './shown-addition.ts';

/** What the upload route put in the place of the variable. */
const arriving = <I extends { readonly file: unknown }>(
  input: I,
): Omit<I, 'file'> & { file: Promise<IncomingFile> } => ({
  ...input,
  file: input.file as Promise<IncomingFile>,
});

/** The content of documents. */
@Resolver(() => AddedDocumentType)
export class DocumentVersionResolver {
  @Heavy()
  @Auth('document:add')
  @Mutation(() => AddedDocumentType, {
    description:
      'Adds a document to a cabinet. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, QUOTA_EXCEEDED, ARCHIVE_LIMIT, DOCUMENT_LOCKED, CABINET_ARCHIVED, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CONFLICT.',
  })
  async uploadDocument(
    @Arg('input', () => UploadDocumentInput, { description: 'Where, and the file.' }) input: UploadDocumentInput,
    @Ctx() context: Context,
  ): Promise<ShownAddition> {
    return shownAddition(context, await context.perform(archive.uploadDocument, arriving(input)));
  }

  @Heavy()
  @Auth('document:update')
  @Mutation(() => AddedDocumentType, {
    description:
      'Adds a version; the same bytes as the current one make none. Errors: NOT_FOUND, FORBIDDEN, VERSION_STALE, DOCUMENT_LOCKED, QUOTA_EXCEEDED, ARCHIVE_LIMIT, CABINET_ARCHIVED, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CONFLICT.',
  })
  async addDocumentVersion(
    @Arg('input', () => AddDocumentVersionInput, { description: 'Which document, and the file.' })
    input: AddDocumentVersionInput,
    @Ctx() context: Context,
  ): Promise<ShownAddition> {
    return shownAddition(context, await context.perform(archive.addDocumentVersion, arriving(input)));
  }

  @Heavy()
  @Auth('version:restore')
  @Mutation(() => AddedDocumentType, {
    description:
      'Makes the bytes of an older version the next version. Errors: NOT_FOUND, FORBIDDEN, VERSION_STALE, DOCUMENT_LOCKED, QUOTA_EXCEEDED, CABINET_ARCHIVED.',
  })
  async restoreDocumentVersion(
    @Arg('input', () => RestoreDocumentVersionInput, { description: 'Which version.' })
    input: RestoreDocumentVersionInput,
    @Ctx() context: Context,
  ): Promise<ShownAddition> {
    return shownAddition(context, await context.perform(archive.restoreDocumentVersion, input));
  }

  @Auth('document:update')
  @Mutation(() => DocumentObjectType, {
    description:
      'Says something of a version: all that of it ever changes. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.',
  })
  async labelDocumentVersion(
    @Arg('input', () => LabelDocumentVersionInput, { description: 'Which version, and what is said.' })
    input: LabelDocumentVersionInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    await context.run(archive.labelDocumentVersion, input);
    return archive.getDocument(context.read, input.documentId);
  }

  @Auth('version:delete')
  @Mutation(() => DocumentObjectType, {
    description:
      'Destroys the content of an older version; its number, times and hash stay. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, RETENTION_ACTIVE, LEGAL_HOLD, DOCUMENT_LOCKED, CABINET_ARCHIVED.',
  })
  async deleteDocumentVersion(
    @Arg('input', () => DocumentVersionInput, { description: 'Which version.' }) input: DocumentVersionInput,
    @Ctx() context: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(context.read, (await context.run(archive.deleteDocumentVersion, input)).id);
  }

  @Cost({ cost: 20 })
  @Auth('document:read')
  @Mutation(() => DownloadLinkType, {
    description:
      'Gives a link that packs a cabinet, a folder or some documents into one ZIP, without what you may not read; good for a minute. Errors: NOT_FOUND, ARCHIVE_LIMIT.',
  })
  requestArchiveZip(
    @Arg('input', () => RequestArchiveZipInput, { description: 'What is packed.' }) input: RequestArchiveZipInput,
    @Ctx() context: Context,
  ): Promise<DownloadLinkType> {
    return context.perform(archive.requestArchiveZip, input);
  }
}
