import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { AdminFaqEntryType, FaqCategoryType } from '../../schema/content/faq-entry.type.ts';
import {
  CreateFaqCategoryInput,
  CreateFaqEntryInput,
  FaqCategoryIdInput,
  FaqEntryIdInput,
  RenameFaqCategoryInput,
  SetFaqVisibilityInput,
  UpdateFaqEntryInput,
} from '../../schema/content/faq.input.ts';
import { OrderOfIdsInput } from '../../schema/content/page.input.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  createFaqCategory,
  createFaqEntry,
  deleteFaqCategory,
  deleteFaqEntry,
  getAdminFaqEntry,
  listAdminFaqEntries,
  listFaqCategories,
  renameFaqCategory,
  reorderFaq,
  reorderFaqCategories,
  setFaqVisibility,
  updateFaqEntry,
  type AdminFaqEntryRow,
  type FaqCategoryRow,
} from '../../services/content/index.ts';
import type { Context } from '../context.ts';

/** The frequently asked questions, as those who write them see them. */
@Resolver(() => AdminFaqEntryType)
export class FaqAdminResolver {
  @Auth('content:read')
  @Query(() => [AdminFaqEntryType], { description: 'All questions, hidden ones too, in their order.' })
  adminFaqEntries(@Ctx() context: Context): Promise<AdminFaqEntryRow[]> {
    return listAdminFaqEntries(context.read);
  }

  @Auth('content:edit')
  @Mutation(() => AdminFaqEntryType, {
    description: 'Adds a question and its answer, as the last one. Errors: INPUT_INVALID, CONFLICT.',
  })
  async createFaqEntry(
    @Arg('input', () => CreateFaqEntryInput, { description: 'What it says.' }) input: CreateFaqEntryInput,
    @Ctx() context: Context,
  ): Promise<AdminFaqEntryRow> {
    return getAdminFaqEntry(context.read, (await context.perform(createFaqEntry, input)).id);
  }

  @Auth('content:edit')
  @Mutation(() => AdminFaqEntryType, {
    description: 'Writes an entry anew. Errors: NOT_FOUND, CONFLICT, INPUT_INVALID.',
  })
  async updateFaqEntry(
    @Arg('input', () => UpdateFaqEntryInput, { description: 'What it says now.' }) input: UpdateFaqEntryInput,
    @Ctx() context: Context,
  ): Promise<AdminFaqEntryRow> {
    return getAdminFaqEntry(context.read, (await context.perform(updateFaqEntry, input)).id);
  }

  @Auth('content:edit')
  @Mutation(() => AdminFaqEntryType, { description: 'Shows an entry to everyone, or to nobody. Error: NOT_FOUND.' })
  async setFaqVisibility(
    @Arg('input', () => SetFaqVisibilityInput, { description: 'Which entry.' }) input: SetFaqVisibilityInput,
    @Ctx() context: Context,
  ): Promise<AdminFaqEntryRow> {
    return getAdminFaqEntry(context.read, (await context.run(setFaqVisibility, input)).id);
  }

  @Auth('content:edit')
  @Mutation(() => [AdminFaqEntryType], {
    description: 'Puts all entries in an order. Error: CONFLICT where the list is not whole.',
  })
  async reorderFaq(
    @Arg('input', () => OrderOfIdsInput, { description: 'Their order.' }) input: OrderOfIdsInput,
    @Ctx() context: Context,
  ): Promise<AdminFaqEntryRow[]> {
    await context.run(reorderFaq, input);
    return listAdminFaqEntries(context.read);
  }

  @Auth('content:edit')
  @Mutation(() => Boolean, { description: 'Deletes an entry. Error: NOT_FOUND.' })
  async deleteFaqEntry(
    @Arg('input', () => FaqEntryIdInput, { description: 'Which entry.' }) input: FaqEntryIdInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.run(deleteFaqEntry, input);
    return true;
  }

  @Auth('content:edit')
  @Mutation(() => FaqCategoryType, {
    description: 'Adds a family of questions, as the last one. Errors: INPUT_INVALID, CONFLICT.',
  })
  createFaqCategory(
    @Arg('input', () => CreateFaqCategoryInput, { description: 'Its name.' }) input: CreateFaqCategoryInput,
    @Ctx() context: Context,
  ): Promise<FaqCategoryRow> {
    return context.perform(createFaqCategory, input);
  }

  @Auth('content:edit')
  @Mutation(() => FaqCategoryType, {
    description: 'Renames a family of questions, everywhere. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  renameFaqCategory(
    @Arg('input', () => RenameFaqCategoryInput, { description: 'Its new name.' }) input: RenameFaqCategoryInput,
    @Ctx() context: Context,
  ): Promise<FaqCategoryRow> {
    return context.perform(renameFaqCategory, input);
  }

  @Auth('content:edit')
  @Mutation(() => [FaqCategoryType], {
    description: 'Puts all families in an order. Error: CONFLICT where the list is not whole.',
  })
  async reorderFaqCategories(
    @Arg('input', () => OrderOfIdsInput, { description: 'Their order.' }) input: OrderOfIdsInput,
    @Ctx() context: Context,
  ): Promise<FaqCategoryRow[]> {
    await context.run(reorderFaqCategories, input);
    return listFaqCategories(context.read);
  }

  @Auth('content:edit')
  @Mutation(() => Boolean, {
    description: 'Deletes a family that no question is in. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.',
  })
  async deleteFaqCategory(
    @Arg('input', () => FaqCategoryIdInput, { description: 'Which one.' }) input: FaqCategoryIdInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    await context.run(deleteFaqCategory, input);
    return true;
  }
}
