import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { FaqEntriesArgs, PagesArgs, SearchHelpArgs } from '../../schema/content/content.args.ts';
import { FaqCategoryType, FaqEntryType, HelpResultType } from '../../schema/content/faq-entry.type.ts';
import { RateFaqEntryInput } from '../../schema/content/faq.input.ts';
import { PageType } from '../../schema/content/page.type.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { Credential } from '../../schema/directives/cost.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import {
  getPage,
  listFaqCategories,
  listFaqEntries,
  listPages,
  rateFaqEntry,
  searchHelp,
  type FaqCategoryRow,
  type FaqEntryRow,
  type HelpRow,
  type PageRow,
} from '../../services/content/index.ts';
import { Asked, type Request } from '../asked.ts';
import type { Context } from '../context.ts';

/** A minute, and the one before while it is asked again; kept here as long as no content is changed. */
const content = { maxAgeSeconds: 60, staleSeconds: 600, isKept: true } as const;

/** What the site says to everyone. */
@Resolver()
export class ContentPublicResolver {
  @CacheControl(content)
  @Public()
  @Query(() => [FaqEntryType], { description: 'The questions people often ask, in order.' })
  faqEntries(@Asked() { context }: Request, @Args(() => FaqEntriesArgs) args: FaqEntriesArgs): Promise<FaqEntryRow[]> {
    return listFaqEntries(context.read, args);
  }

  @CacheControl(content)
  @Public()
  @Query(() => [FaqCategoryType], { description: 'The families of questions, in order.' })
  faqCategories(@Ctx() context: Context): Promise<FaqCategoryRow[]> {
    return listFaqCategories(context.read);
  }

  @CacheControl(content)
  @Public()
  @Query(() => [PageType], { description: 'The published pages that are listed, in order.' })
  pages(@Asked() { context, selection }: Request, @Args(() => PagesArgs) args: PagesArgs): Promise<PageRow[]> {
    return context.perform((ctx, asked: PagesArgs) => listPages(ctx, asked, selection), args);
  }

  @CacheControl(content)
  @Public()
  @Query(() => PageType, {
    description:
      'One published page, by its name or by one that it had before: its `slug` says where it is now. Error: NOT_FOUND.',
  })
  page(
    @Asked() { context, selection }: Request,
    @Arg('slug', () => String, { description: 'Its name in addresses.' }) slug: string,
  ): Promise<PageRow> {
    return context.perform((ctx, name: string) => getPage(ctx, name, selection), slug);
  }

  @CacheControl(content)
  @Public()
  @Query(() => [HelpResultType], {
    description:
      'Questions and pages in which everything you ask for is found: ten of each, those that answer best first. Errors: SEARCH_QUERY_INVALID.',
  })
  searchHelp(@Args(() => SearchHelpArgs) args: SearchHelpArgs, @Ctx() context: Context): Promise<HelpRow[]> {
    return context.perform(searchHelp, args);
  }

  @Credential()
  @Public()
  @Mutation(() => Boolean, {
    description:
      'Counts whether an answer was useful, once a day for each address; false when it was counted today already. Error: NOT_FOUND.',
  })
  rateFaqEntry(
    @Arg('input', () => RateFaqEntryInput, { description: 'Which entry, and what you think of it.' })
    input: RateFaqEntryInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return context.perform(rateFaqEntry, input);
  }
}

/** What a page of a kind of its own shows. */
@Resolver(() => PageType)
export class PageQuestionsResolver {
  @FieldResolver(() => [FaqEntryType], {
    description: 'The frequently asked questions in its language, on a page of type FAQ; empty on others.',
  })
  async faqEntries(@Root() { type, locale }: PageRow, @Ctx() context: Context): Promise<FaqEntryRow[]> {
    return type === 'FAQ' ? listFaqEntries(context.read, { locale }) : [];
  }
}
