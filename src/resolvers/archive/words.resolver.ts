import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import { CorrespondentsArgs } from '../../schema/archive/archive.args.ts';
import {
  CreateCorrespondentInput,
  CreateDocumentTypeInput,
  CreateTagInput,
  MergeWordsInput,
  UpdateCorrespondentInput,
  UpdateDocumentTypeInput,
  UpdateTagInput,
} from '../../schema/archive/words.input.ts';
import {
  CorrespondentConnection,
  CorrespondentType,
  DocumentTagType,
  DocumentTypeType,
} from '../../schema/archive/words.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { CorrespondentRow } from '../../services/archive/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadSure, type Context } from '../context.ts';

const which = 'The cabinet.';
const made = 'Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, ARCHIVE_LIMIT, CABINET_ARCHIVED.';
const changed = 'Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED.';
const merged = 'Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, CABINET_ARCHIVED.';

/** The words that documents of a cabinet are filed under. */
@Resolver(() => DocumentTypeType)
export class WordsResolver {
  @Auth('document:read')
  @Cost({ size: 20 })
  @Query(() => [DocumentTypeType], { description: 'The types of a cabinet, at most 200, by name. Error: NOT_FOUND.' })
  documentTypes(
    @Arg('cabinetId', () => ID, { description: which }) cabinetId: string,
    @Ctx() { read }: Context,
  ): Promise<DocumentTypeType[]> {
    return archive.listDocumentTypes(read, cabinetId);
  }

  @Auth('document:read')
  @Cost({ size: 50 })
  @Query(() => [DocumentTagType], { description: 'The tags of a cabinet, at most 1,000, by name. Error: NOT_FOUND.' })
  tags(
    @Arg('cabinetId', () => ID, { description: which }) cabinetId: string,
    @Ctx() { read }: Context,
  ): Promise<DocumentTagType[]> {
    return archive.listTags(read, cabinetId);
  }

  @Auth('document:read')
  @Query(() => CorrespondentConnection, { description: 'The correspondents of a cabinet, by name. Error: NOT_FOUND.' })
  correspondents(
    @Args(() => CorrespondentsArgs) args: CorrespondentsArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<CorrespondentRow>> {
    return archive.listCorrespondents(read, args);
  }

  @Auth('cabinet:update')
  @Mutation(() => DocumentTypeType, { description: `Adds a type of documents to a cabinet. ${made}` })
  async createDocumentType(
    @Arg('input', () => CreateDocumentTypeInput, { description: 'The type.' }) input: CreateDocumentTypeInput,
    @Ctx() context: Context,
  ): Promise<DocumentTypeType> {
    return loadSure(context, archive.documentTypesById, (await context.run(archive.createDocumentType, input)).id);
  }

  @Auth('cabinet:update')
  @Mutation(() => DocumentTypeType, {
    description: `Changes a type; how long documents that have it are kept stays. ${changed}`,
  })
  async updateDocumentType(
    @Arg('input', () => UpdateDocumentTypeInput, { description: 'Which one, and what changes.' })
    input: UpdateDocumentTypeInput,
    @Ctx() context: Context,
  ): Promise<DocumentTypeType> {
    return loadSure(context, archive.documentTypesById, (await context.run(archive.updateDocumentType, input)).id);
  }

  @Auth('cabinet:update')
  @Mutation(() => DocumentTypeType, { description: `Makes one type of two. ${merged}` })
  async mergeDocumentTypes(
    @Arg('input', () => MergeWordsInput, { description: 'Which two.' }) input: MergeWordsInput,
    @Ctx() context: Context,
  ): Promise<DocumentTypeType> {
    return loadSure(context, archive.documentTypesById, (await context.run(archive.mergeDocumentTypes, input)).id);
  }

  @Auth('document:update')
  @Mutation(() => CorrespondentType, { description: `Adds somebody whom documents are from or to. ${made}` })
  async createCorrespondent(
    @Arg('input', () => CreateCorrespondentInput, { description: 'Who.' }) input: CreateCorrespondentInput,
    @Ctx() context: Context,
  ): Promise<CorrespondentType> {
    return loadSure(context, archive.correspondentsById, (await context.run(archive.createCorrespondent, input)).id);
  }

  @Auth('document:update')
  @Mutation(() => CorrespondentType, { description: `Gives a correspondent another name. ${changed}` })
  async updateCorrespondent(
    @Arg('input', () => UpdateCorrespondentInput, { description: 'Which one, and the name.' })
    input: UpdateCorrespondentInput,
    @Ctx() context: Context,
  ): Promise<CorrespondentType> {
    return loadSure(context, archive.correspondentsById, (await context.run(archive.updateCorrespondent, input)).id);
  }

  @Auth('document:update')
  @Mutation(() => CorrespondentType, { description: `Makes one correspondent of two. ${merged}` })
  async mergeCorrespondents(
    @Arg('input', () => MergeWordsInput, { description: 'Which two.' }) input: MergeWordsInput,
    @Ctx() context: Context,
  ): Promise<CorrespondentType> {
    return loadSure(context, archive.correspondentsById, (await context.run(archive.mergeCorrespondents, input)).id);
  }

  @Auth('document:update')
  @Mutation(() => DocumentTagType, { description: `Adds a tag to a cabinet. ${made}` })
  async createTag(
    @Arg('input', () => CreateTagInput, { description: 'The tag.' }) input: CreateTagInput,
    @Ctx() context: Context,
  ): Promise<DocumentTagType> {
    return loadSure(context, archive.tagsById, (await context.run(archive.createTag, input)).id);
  }

  @Auth('document:update')
  @Mutation(() => DocumentTagType, { description: `Changes a tag. ${changed}` })
  async updateTag(
    @Arg('input', () => UpdateTagInput, { description: 'Which one, and what changes.' }) input: UpdateTagInput,
    @Ctx() context: Context,
  ): Promise<DocumentTagType> {
    return loadSure(context, archive.tagsById, (await context.run(archive.updateTag, input)).id);
  }

  @Auth('document:update')
  @Mutation(() => DocumentTagType, { description: `Makes one tag of two. ${merged}` })
  async mergeTags(
    @Arg('input', () => MergeWordsInput, { description: 'Which two.' }) input: MergeWordsInput,
    @Ctx() context: Context,
  ): Promise<DocumentTagType> {
    return loadSure(context, archive.tagsById, (await context.run(archive.mergeTags, input)).id);
  }
}
