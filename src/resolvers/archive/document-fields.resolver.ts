import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { DocumentVersionsArgs } from '../../schema/archive/archive.args.ts';
import {
  CustomValueType,
  DocumentObjectType,
  DocumentVersionConnection,
  DocumentVersionType,
} from '../../schema/archive/document.type.ts';
import { CorrespondentType, DocumentTagType, DocumentTypeType } from '../../schema/archive/words.type.ts';
import { Cost } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { DocumentRow, VersionRow } from '../../services/archive/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, type Context } from '../context.ts';

/** What belongs to a document, read together for all of a page. */
@Resolver(() => DocumentObjectType)
export class DocumentFieldsResolver {
  @FieldResolver(() => DocumentTypeType, { nullable: true, description: 'Its type; null for none.' })
  async type(@Root() { typeId }: DocumentRow, @Ctx() context: Context): Promise<DocumentTypeType | null> {
    return typeId === null ? null : ((await loadOne(context, archive.documentTypesById, typeId)) ?? null);
  }

  @FieldResolver(() => CorrespondentType, { nullable: true, description: 'Whom it is from or to; null for nobody.' })
  async correspondent(
    @Root() { correspondentId: id }: DocumentRow,
    @Ctx() context: Context,
  ): Promise<CorrespondentType | null> {
    return id === null ? null : ((await loadOne(context, archive.correspondentsById, id)) ?? null);
  }

  @Cost({ size: 5 })
  @FieldResolver(() => [DocumentTagType], { description: 'Its tags, at most 20, by their names.' })
  async tags(@Root() { id }: DocumentRow, @Ctx() context: Context): Promise<readonly DocumentTagType[]> {
    return (await loadOne(context, archive.tagsByDocument, id)) ?? [];
  }

  @Cost({ size: 10 })
  @FieldResolver(() => [CustomValueType], { description: 'What it has in the fields of its cabinet.' })
  customValues(@Root() { customValues }: DocumentRow): CustomValueType[] {
    return Object.entries(customValues).map(([fieldId, value]) => ({ fieldId, value: String(value) }));
  }

  @Cost({ cost: 5 })
  @FieldResolver(() => String, { nullable: true, description: 'Its note, opened for you; null for none.' })
  note(@Root() { id, hasNote }: DocumentRow, @Ctx() context: Context): Promise<string | null> | null {
    return hasNote ? context.perform(archive.openNote, id) : null;
  }

  @FieldResolver(() => DocumentVersionType, { nullable: true, description: 'Its current version; null once purged.' })
  async currentVersion(
    @Root() { currentVersionId: id }: DocumentRow,
    @Ctx() context: Context,
  ): Promise<VersionRow | null> {
    return id === null ? null : ((await loadOne(context, archive.versionsById, id)) ?? null);
  }

  @FieldResolver(() => DocumentVersionConnection, { description: 'Its versions, the newest first unless said.' })
  versions(
    @Root() { id }: DocumentRow,
    @Args(() => DocumentVersionsArgs) args: DocumentVersionsArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<VersionRow>> {
    return archive.listVersions(read, { ...args, documentId: id });
  }

  @Cost({ size: 10 })
  @FieldResolver(() => [String], { description: 'What you may do with it now.' })
  async availableActions(@Root() { id }: DocumentRow, @Ctx() context: Context): Promise<readonly string[]> {
    return (await loadOne(context, archive.actionsByDocument, id)) ?? [];
  }

  @FieldResolver(() => Boolean, { description: 'Whether you keep it at hand.' })
  async isFavourite(@Root() { id }: DocumentRow, @Ctx() context: Context): Promise<boolean> {
    return (await loadOne(context, archive.favouredAmong, id)) ?? false;
  }
}
