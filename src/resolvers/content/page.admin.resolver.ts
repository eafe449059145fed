import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import {
  AdminPageConnection,
  AdminPageType,
  PageScheduleType,
  PageVersionConnection,
  PageVersionType,
} from '../../schema/content/admin-page.type.ts';
import { PageComparisonType } from '../../schema/content/page-change.type.ts';
import { AdminPagesArgs, ComparePageVersionsArgs, PageVersionsArgs } from '../../schema/content/page-lists.args.ts';
import { PageIdInput, OrderOfIdsInput } from '../../schema/content/page.input.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  comparePageVersions,
  deletePage,
  getAdminPage,
  lastSchedules,
  listAdminPages,
  listPageVersions,
  reorderPages,
  tagsByPage,
  versionsByIds,
  type AdminPageRow,
  type PageComparison,
  type PageScheduleRow,
  type PageVersionRow,
} from '../../services/content/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, type Context } from '../context.ts';

/** Pages as those who write them see them. */
@Resolver(() => AdminPageType)
export class PageAdminResolver {
  @Auth('content:read')
  @Query(() => AdminPageConnection, { description: 'All pages, whatever their status, in the order of the site.' })
  adminPages(@Args(() => AdminPagesArgs) args: AdminPagesArgs, @Ctx() context: Context): Promise<PageOf<AdminPageRow>> {
    return listAdminPages(context.read, args);
  }

  @Auth('content:read')
  @Query(() => AdminPageType, { description: 'One page, whatever its status. Error: NOT_FOUND.' })
  adminPage(
    @Arg('input', () => PageIdInput, { description: 'Which page.' }) { id }: PageIdInput,
    @Ctx() context: Context,
  ): Promise<AdminPageRow> {
    return getAdminPage(context.read, id);
  }

  @Auth('content:read')
  @Query(() => PageVersionConnection, { description: 'The versions of a page, newest first. Error: NOT_FOUND.' })
  pageVersions(
    @Args(() => PageVersionsArgs) args: PageVersionsArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<PageVersionRow>> {
    return listPageVersions(context.read, args);
  }

  @Heavy()
  @Auth('content:read')
  @Query(() => PageComparisonType, { description: 'What is different in two versions of a page. Error: NOT_FOUND.' })
  comparePageVersions(
    @Args(() => ComparePageVersionsArgs) args: ComparePageVersionsArgs,
    @Ctx() context: Context,
  ): Promise<PageComparison> {
    return comparePageVersions(context.read, args);
  }

  @Auth('content:edit')
  @Mutation(() => Boolean, {
    description: 'Deletes a draft that was never published, with its versions. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async deletePage(
    @Arg('input', () => PageIdInput, { description: 'Which page.' }) input: PageIdInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.run(deletePage, input);
    return true;
  }

  @Auth('content:edit')
  @Mutation(() => Boolean, {
    description: 'Puts all pages that are not archived in an order. Error: CONFLICT where the list is not whole.',
  })
  async reorderPages(
    @Arg('input', () => OrderOfIdsInput, { description: 'Their order.' }) input: OrderOfIdsInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.run(reorderPages, input);
    return true;
  }

  @FieldResolver(() => [String], { description: 'Words that it is found under.' })
  async tags(@Root() { id }: AdminPageRow, @Ctx() context: Context): Promise<readonly string[]> {
    return (await loadOne(context, tagsByPage, id)) ?? [];
  }

  @FieldResolver(() => PageScheduleType, {
    nullable: true,
    description: 'What was last planned of it; null when nothing ever was.',
  })
  async schedule(@Root() { id }: AdminPageRow, @Ctx() context: Context): Promise<PageScheduleRow | null> {
    return (await loadOne(context, lastSchedules, id)) ?? null;
  }

  @FieldResolver(() => PageVersionType, { nullable: true, description: 'The newest version.' })
  async draft(@Root() { draftVersionId }: AdminPageRow, @Ctx() context: Context): Promise<PageVersionRow | null> {
    return versionOf(context, draftVersionId);
  }

  @FieldResolver(() => PageVersionType, {
    nullable: true,
    description: 'The version that is shown; null while none is.',
  })
  async live(@Root() { liveVersionId }: AdminPageRow, @Ctx() context: Context): Promise<PageVersionRow | null> {
    return versionOf(context, liveVersionId);
  }
}

const versionOf = async (context: Context, id: string | null): Promise<PageVersionRow | null> =>
  id === null ? null : ((await loadOne(context, versionsByIds, id)) ?? null);
