import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { FolderDocumentsArgs, FoldersArgs, TrashedFoldersArgs } from '../../schema/archive/archive.args.ts';
import { DocumentConnection } from '../../schema/archive/document.type.ts';
import {
  CreateFolderInput,
  FolderIdInput,
  MoveFolderInput,
  RenameFolderInput,
  RestrictFolderInput,
  UnrestrictFolderInput,
} from '../../schema/archive/folder.input.ts';
import {
  FolderConnection,
  FolderRestrictionType,
  FolderStepType,
  FolderType,
} from '../../schema/archive/folder.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { DocumentRow, FolderRow } from '../../services/archive/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

const which = 'Which one.';

/** Folders of cabinets. */
@Resolver(() => FolderType)
export class FolderResolver {
  @Auth('document:read')
  @Query(() => FolderType, { description: 'A folder that you may read. Error: NOT_FOUND.' })
  folder(@Arg('id', () => ID, { description: which }) id: string, @Ctx() { read }: Context): Promise<FolderRow> {
    return archive.getFolder(read, id);
  }

  @Auth('document:restore')
  @Query(() => FolderConnection, {
    description:
      'The folders of a cabinet that were put into the trash, each without those inside it. Error: NOT_FOUND.',
  })
  trashedFolders(
    @Args(() => TrashedFoldersArgs) args: TrashedFoldersArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<FolderRow>> {
    return archive.listTrashedFolders(read, args);
  }

  @Cost({ cost: 2, size: 20 })
  @FieldResolver(() => [FolderStepType], { description: 'The folders it is in and itself, from the top down.' })
  path(@Root() { id }: FolderRow, @Ctx() { read }: Context): Promise<FolderStepType[]> {
    return archive.pathOf(read, id);
  }

  @FieldResolver(() => FolderConnection, { description: 'The folders in it that you may read, by their names.' })
  folders(
    @Root() { id, cabinetId }: FolderRow,
    @Args(() => FoldersArgs) args: FoldersArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<FolderRow>> {
    return archive.listFolders(read, { ...args, cabinetId, parentId: id });
  }

  @FieldResolver(() => DocumentConnection, { description: 'The documents in it, by their titles unless said.' })
  documents(
    @Root() { id, cabinetId }: FolderRow,
    @Args(() => FolderDocumentsArgs) args: FolderDocumentsArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<DocumentRow>> {
    return archive.listDocuments(read, { ...args, cabinetId, folderId: id });
  }

  @Cost({ cost: 2, size: 20 })
  @FieldResolver(() => [FolderRestrictionType], {
    description: 'What is set on this folder itself, at most 200; managers see it, nobody else anything.',
  })
  restrictions(@Root() folder: FolderRow, @Ctx() { read }: Context): Promise<FolderRestrictionType[]> {
    return archive.restrictionsOf(read, folder);
  }

  @Auth('folder:manage')
  @Mutation(() => FolderType, {
    description:
      'Makes a folder. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, FOLDER_TOO_DEEP, ARCHIVE_LIMIT, CABINET_ARCHIVED, CONFLICT.',
  })
  async createFolder(
    @Arg('input', () => CreateFolderInput, { description: 'The folder.' }) input: CreateFolderInput,
    @Ctx() context: Context,
  ): Promise<FolderRow> {
    return archive.getFolder(context.read, (await context.run(archive.createFolder, input)).id);
  }

  @Auth('folder:manage')
  @Mutation(() => FolderType, {
    description: 'Gives a folder another name. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED.',
  })
  async renameFolder(
    @Arg('input', () => RenameFolderInput, { description: 'Which one, and its name.' }) input: RenameFolderInput,
    @Ctx() context: Context,
  ): Promise<FolderRow> {
    return archive.getFolder(context.read, (await context.run(archive.renameFolder, input)).id);
  }

  @Auth('folder:manage')
  @Mutation(() => FolderType, {
    description:
      'Puts a folder elsewhere in its cabinet. Errors: NOT_FOUND, FORBIDDEN, FOLDER_CYCLE, FOLDER_TOO_DEEP, NAME_TAKEN, CABINET_ARCHIVED.',
  })
  async moveFolder(
    @Arg('input', () => MoveFolderInput, { description: 'Which one, and where.' }) input: MoveFolderInput,
    @Ctx() context: Context,
  ): Promise<FolderRow> {
    return archive.getFolder(context.read, (await context.run(archive.moveFolder, input)).id);
  }

  @Auth('folder:manage')
  @Mutation(() => FolderType, {
    description:
      'Puts a folder into the trash with all that is in it. Errors: NOT_FOUND, FORBIDDEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.',
  })
  async trashFolder(
    @Arg('input', () => FolderIdInput, { description: which }) input: FolderIdInput,
    @Ctx() context: Context,
  ): Promise<FolderRow> {
    return archive.getFolder(context.read, (await context.run(archive.trashFolder, input)).id);
  }

  @Auth('folder:manage')
  @Mutation(() => FolderType, {
    description:
      'Takes a folder out of the trash with what went there with it. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED.',
  })
  async restoreFolder(
    @Arg('input', () => FolderIdInput, { description: which }) input: FolderIdInput,
    @Ctx() context: Context,
  ): Promise<FolderRow> {
    return archive.getFolder(context.read, (await context.run(archive.restoreFolder, input)).id);
  }

  @Auth('folder:restrict')
  @Mutation(() => FolderType, {
    description:
      'What a member may do at most in a folder and in all that is in it; managers are not restricted. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID, CABINET_ARCHIVED.',
  })
  async restrictFolder(
    @Arg('input', () => RestrictFolderInput, { description: 'Who, where and what at most.' })
    input: RestrictFolderInput,
    @Ctx() context: Context,
  ): Promise<FolderRow> {
    return archive.getFolder(context.read, (await context.run(archive.restrictFolder, input)).id);
  }

  @Auth('folder:restrict')
  @Mutation(() => FolderType, {
    description: 'Lifts a restriction of a member on a folder. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.',
  })
  async unrestrictFolder(
    @Arg('input', () => UnrestrictFolderInput, { description: 'Who, and where.' }) input: UnrestrictFolderInput,
    @Ctx() context: Context,
  ): Promise<FolderRow> {
    return archive.getFolder(context.read, (await context.run(archive.unrestrictFolder, input)).id);
  }
}
