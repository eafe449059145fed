import { Arg, Args, Query, Resolver } from 'type-graphql';
import { FaqEntriesArgs, PagesArgs } from '../../schema/content/content.args.ts';
import { FaqEntryType } from '../../schema/content/faq-entry.type.ts';
import { PageType } from '../../schema/content/page.type.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import { getPage, listFaqEntries, listPages, type FaqEntryRow, type PageRow } from '../../services/content/index.ts';
import { Asked, type Request } from '../asked.ts';

/** What the site says to everyone. */
@Resolver()
export class ContentPublicResolver {
  @CacheControl({ maxAgeSeconds: 60 })
  @Public()
  @Query(() => [FaqEntryType], { description: 'The questions people often ask, in order.' })
  faqEntries(@Asked() { context }: Request, @Args(() => FaqEntriesArgs) args: FaqEntriesArgs): Promise<FaqEntryRow[]> {
    return listFaqEntries(context.read, args);
  }

  @CacheControl({ maxAgeSeconds: 60 })
  @Public()
  @Query(() => [PageType], { description: 'The published pages, in order.' })
  pages(@Asked() { context, selection }: Request, @Args(() => PagesArgs) args: PagesArgs): Promise<PageRow[]> {
    return listPages(context.read, args, selection);
  }

  @CacheControl({ maxAgeSeconds: 60 })
  @Public()
  @Query(() => PageType, { description: 'One published page. Error: NOT_FOUND.' })
  page(
    @Asked() { context, selection }: Request,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<PageRow> {
    return getPage(context.read, slug, selection);
  }
}
