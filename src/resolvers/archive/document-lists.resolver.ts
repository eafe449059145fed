import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import {
  CompareVersionsArgs,
  DocumentsArgs,
  FavouriteDocumentsArgs,
  TrashArgs,
} from '../../schema/archive/archive.args.ts';
import { DocumentConnection, DocumentObjectType, VersionComparisonType } from '../../schema/archive/document.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import * as archive from '../../services/archive/index.ts';
import type { DocumentRow, VersionComparison } from '../../services/archive/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** The lists of documents. */
@Resolver(() => DocumentObjectType)
export class DocumentListsResolver {
  @Auth('document:read')
  @Query(() => DocumentConnection, {
    description: 'The documents of a cabinet, or in one folder of it, that you may read. Error: NOT_FOUND.',
  })
  documents(@Args(() => DocumentsArgs) args: DocumentsArgs, @Ctx() { read }: Context): Promise<PageOf<DocumentRow>> {
    return archive.listDocuments(read, args);
  }

  @Auth('document:read')
  @Query(() => DocumentObjectType, { description: 'A document that you may read. Error: NOT_FOUND.' })
  document(
    @Arg('id', () => ID, { description: 'Which one.' }) id: string,
    @Ctx() { read }: Context,
  ): Promise<DocumentRow> {
    return archive.getDocument(read, id);
  }

  @Auth('document:restore')
  @Query(() => DocumentConnection, {
    description: 'What of the trash of a cabinet you may restore, the last thing first unless said. Error: NOT_FOUND.',
  })
  trash(@Args(() => TrashArgs) args: TrashArgs, @Ctx() { read }: Context): Promise<PageOf<DocumentRow>> {
    return archive.listTrash(read, args);
  }

  @Auth('document:update')
  @Cost({ size: 20 })
  @Query(() => [DocumentObjectType], {
    description: 'The 20 documents of all your cabinets that changed last, the newest first.',
  })
  recentDocuments(@Ctx() { read }: Context): Promise<DocumentRow[]> {
    return archive.recentDocuments(read, { first: 20 });
  }

  @Auth('document:update')
  @Query(() => DocumentConnection, {
    description: 'The documents that you keep at hand and may read, the last one first unless said.',
  })
  favouriteDocuments(
    @Args(() => FavouriteDocumentsArgs) args: FavouriteDocumentsArgs,
    @Ctx() { read }: Context,
  ): Promise<PageOf<DocumentRow>> {
    return archive.favouriteDocuments(read, args);
  }

  @Auth('document:read')
  @Query(() => VersionComparisonType, {
    description: 'Two versions of a document side by side: sizes, hashes and what is said of them. Error: NOT_FOUND.',
  })
  compareDocumentVersions(
    @Args(() => CompareVersionsArgs) args: CompareVersionsArgs,
    @Ctx() { read }: Context,
  ): Promise<VersionComparison> {
    return archive.compareVersions(read, args);
  }
}
