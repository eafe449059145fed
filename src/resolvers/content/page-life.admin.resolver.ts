import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AdminPageType } from '../../schema/content/admin-page.type.ts';
import { PageChangeType, PreviewLinkType } from '../../schema/content/page-change.type.ts';
import {
  CreatePageInput,
  EditPageInput,
  PageIdInput,
  PublishPageInput,
  RestorePageVersionInput,
} from '../../schema/content/page.input.ts';
import { SchedulePageInput } from '../../schema/content/schedule-page.input.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  archivePage,
  cancelPageSchedule,
  createPage,
  editPage,
  getAdminPage,
  previewLink,
  publishPage,
  restorePage,
  restorePageVersion,
  revokePreviewLinks,
  schedulePage,
  unpublishPage,
  type AdminPageRow,
  type PageChange,
  type PreviewLink,
} from '../../services/content/index.ts';
import type { IncomingFile } from '../../services/files/index.ts';
import type { Context } from '../context.ts';

interface ChangedPage extends Omit<PageChange, 'pageId'> {
  readonly page: AdminPageRow;
}

const changed = async (context: Context, { pageId, ...change }: PageChange): Promise<ChangedPage> => ({
  ...change,
  page: await getAdminPage(context.read, pageId),
});

/** What the upload route put in the place of the variable. */
const withFile = <I extends { readonly file?: unknown }>({ file, ...input }: I) => ({
  ...input,
  file: file as Promise<IncomingFile> | null | undefined,
});

/** The life of a page: written, published, scheduled, taken down. */
@Resolver(() => AdminPageType)
export class PageLifeAdminResolver {
  @Heavy()
  @Auth('content:edit')
  @Mutation(() => PageChangeType, {
    description: 'Begins a page: a draft, which nobody sees. Errors: INPUT_INVALID, SLUG_TAKEN, CONFLICT.',
  })
  async createPage(
    @Arg('input', () => CreatePageInput, { description: 'What it says.' }) input: CreatePageInput,
    @Ctx() context: Context,
  ): Promise<ChangedPage> {
    return changed(context, await context.perform(createPage, withFile(input)));
  }

  @Heavy()
  @Auth('content:edit')
  @Mutation(() => PageChangeType, {
    description:
      'Saves new words of a page as its draft, beside what is shown. Errors: NOT_FOUND, CONFLICT (with both texts), ACTION_NOT_ALLOWED, INPUT_INVALID, SLUG_TAKEN.',
  })
  async editPage(
    @Arg('input', () => EditPageInput, { description: 'What it says now.' }) { key: _key, ...input }: EditPageInput,
    @Ctx() context: Context,
  ): Promise<ChangedPage> {
    return changed(context, await context.perform(editPage, withFile(input)));
  }

  @Auth('content:publish')
  @Mutation(() => AdminPageType, {
    description:
      'Shows the newest version of a page to everyone, now; what was planned of it is called off. Errors: NOT_FOUND, CONFLICT, ACTION_NOT_ALLOWED, PAGE_NOT_PUBLISHABLE, SLUG_TAKEN.',
  })
  async publishPage(
    @Arg('input', () => PublishPageInput, { description: 'Which page.' }) input: PublishPageInput,
    @Ctx() context: Context,
  ): Promise<AdminPageRow> {
    return getAdminPage(context.read, (await context.perform(publishPage, input)).id);
  }

  @Auth('content:publish')
  @Mutation(() => AdminPageType, {
    description:
      'Plans that the newest version, as it is now, is published, or that the page is taken down. What was planned before is called off. Errors: NOT_FOUND, CONFLICT, ACTION_NOT_ALLOWED, PAGE_NOT_PUBLISHABLE, SLUG_TAKEN, INPUT_INVALID, LOCAL_TIME_INVALID (with the times before and after), LOCAL_TIME_AMBIGUOUS.',
  })
  async schedulePage(
    @Arg('input', () => SchedulePageInput, { description: 'What, and when.' }) input: SchedulePageInput,
    @Ctx() context: Context,
  ): Promise<AdminPageRow> {
    return getAdminPage(context.read, (await context.run(schedulePage, input)).id);
  }

  @Auth('content:publish')
  @Mutation(() => AdminPageType, {
    description: 'Calls off what is planned of a page. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async cancelPageSchedule(
    @Arg('input', () => PageIdInput, { description: 'Which page.' }) input: PageIdInput,
    @Ctx() context: Context,
  ): Promise<AdminPageRow> {
    return getAdminPage(context.read, (await context.run(cancelPageSchedule, input)).id);
  }

  @Auth('content:publish')
  @Mutation(() => AdminPageType, {
    description: 'Takes a page down: nobody sees it from now on. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async unpublishPage(
    @Arg('input', () => PageIdInput, { description: 'Which page.' }) input: PageIdInput,
    @Ctx() context: Context,
  ): Promise<AdminPageRow> {
    return getAdminPage(context.read, (await context.run(unpublishPage, input)).id);
  }

  @Auth('content:publish')
  @Mutation(() => AdminPageType, {
    description: 'Puts a page away; one that is shown is taken down. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async archivePage(
    @Arg('input', () => PageIdInput, { description: 'Which page.' }) input: PageIdInput,
    @Ctx() context: Context,
  ): Promise<AdminPageRow> {
    return getAdminPage(context.read, (await context.run(archivePage, input)).id);
  }

  @Auth('content:edit')
  @Mutation(() => AdminPageType, {
    description: 'Takes a page out of the archive, as a draft. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async restorePage(
    @Arg('input', () => PageIdInput, { description: 'Which page.' }) input: PageIdInput,
    @Ctx() context: Context,
  ): Promise<AdminPageRow> {
    return getAdminPage(context.read, (await context.run(restorePage, input)).id);
  }

  @Auth('content:edit')
  @Mutation(() => PageChangeType, {
    description:
      'Makes an earlier version the draft again; it is shown only when it is published. Errors: NOT_FOUND, CONFLICT, ACTION_NOT_ALLOWED, SLUG_TAKEN.',
  })
  async restorePageVersion(
    @Arg('input', () => RestorePageVersionInput, { description: 'Which version.' }) input: RestorePageVersionInput,
    @Ctx() context: Context,
  ): Promise<ChangedPage> {
    return changed(context, await context.run(restorePageVersion, input));
  }

  @Auth('content:edit')
  @Mutation(() => PreviewLinkType, {
    description:
      'A link that shows the newest version of a page to whoever has it, for a day, without signing in. Error: NOT_FOUND.',
  })
  previewLink(
    @Arg('input', () => PageIdInput, { description: 'Which page.' }) input: PageIdInput,
    @Ctx() context: Context,
  ): Promise<PreviewLink> {
    return context.run(previewLink, input);
  }

  @Auth('content:edit')
  @Mutation(() => AdminPageType, { description: 'Ends every preview link of a page. Error: NOT_FOUND.' })
  async revokePreviewLinks(
    @Arg('input', () => PageIdInput, { description: 'Which page.' }) input: PageIdInput,
    @Ctx() context: Context,
  ): Promise<AdminPageRow> {
    return getAdminPage(context.read, (await context.run(revokePreviewLinks, input)).id);
  }
}
