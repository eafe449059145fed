import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AdminPriceItemType, PriceChangeType } from '../../schema/catalog/admin-price-item.type.ts';
import {
  ArchivePriceItemInput,
  CreatePriceItemInput,
  ReorderPriceItemsInput,
  SetPriceItemActiveInput,
  UpdatePriceItemInput,
} from '../../schema/catalog/price-item.input.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Cost } from '../../schema/directives/cost.ts';
import { LocaleEnum } from '../../schema/shared/locale.enum.ts';
import {
  adminPriceItem,
  adminPriceItems,
  archivePriceItem,
  createPriceItem,
  priceChanges,
  priceLabel,
  reorderPriceItems,
  setPriceItemActive,
  updatePriceItem,
  type AdminPriceItemRow,
  type PriceChangeRow,
} from '../../services/catalog/index.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import type { Context } from '../context.ts';
import { createdItem, itemChanges } from './price-item-fields.ts';

/** The price list, for those who manage it. */
@Resolver(() => AdminPriceItemType)
export class PriceItemAdminResolver {
  @Cost({ size: 20 })
  @Auth('price:manage')
  @Query(() => [AdminPriceItemType], { description: 'The whole price list, also what is not offered now.' })
  adminPriceItems(
    @Ctx() context: Context,
    @Arg('includeArchived', () => Boolean, { defaultValue: false, description: 'Archived items too, at the end.' })
    includeArchived: boolean,
  ): Promise<AdminPriceItemRow[]> {
    return adminPriceItems(context.read, { includeArchived });
  }

  @FieldResolver(() => String, { description: 'The price as people read it: « 350 € », « 2 € / page ».' })
  priceLabel(
    @Root() item: AdminPriceItemRow,
    @Arg('locale', () => LocaleEnum, { defaultValue: 'fr', description: 'In this language.' }) locale: Locale,
  ): string {
    return priceLabel(item, locale);
  }

  @Cost({ size: 10 })
  @FieldResolver(() => [PriceChangeType], { description: 'What was done to it, newest first, at most 200.' })
  history(@Root() item: AdminPriceItemRow, @Ctx() context: Context): Promise<PriceChangeRow[]> {
    return priceChanges(context.read, item.id);
  }

  @Auth('price:manage')
  @Mutation(() => AdminPriceItemType, { description: 'Adds a service at the end of the list. Errors: INPUT_INVALID.' })
  async createPriceItem(
    @Arg('input', () => CreatePriceItemInput, { description: 'The service.' }) input: CreatePriceItemInput,
    @Ctx() context: Context,
  ): Promise<AdminPriceItemRow> {
    return adminPriceItem(context.read, (await context.run(createPriceItem, createdItem(input))).id);
  }

  @Auth('price:manage')
  @Mutation(() => AdminPriceItemType, {
    description:
      'Changes a service for orders to come. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED (archived), PRICE_ITEM_IN_USE.',
  })
  async updatePriceItem(
    @Arg('input', () => UpdatePriceItemInput, { description: 'Which one, and what changes.' })
    input: UpdatePriceItemInput,
    @Ctx() context: Context,
  ): Promise<AdminPriceItemRow> {
    const { id } = await context.perform(updatePriceItem, { id: input.id, changes: itemChanges(input) });
    return adminPriceItem(context.read, id);
  }

  @Auth('price:manage')
  @Mutation(() => AdminPriceItemType, {
    description: 'Offers a service, or no longer for now. Errors: NOT_FOUND, ACTION_NOT_ALLOWED (archived).',
  })
  async setPriceItemActive(
    @Arg('input', () => SetPriceItemActiveInput, { description: 'Which one.' }) input: SetPriceItemActiveInput,
    @Ctx() context: Context,
  ): Promise<AdminPriceItemRow> {
    return adminPriceItem(context.read, (await context.run(setPriceItemActive, input)).id);
  }

  @Auth('price:manage')
  @Mutation(() => AdminPriceItemType, {
    description:
      'Takes a service off the list for ever; what was ordered of it stays. Errors: NOT_FOUND, ACTION_NOT_ALLOWED (archived).',
  })
  async archivePriceItem(
    @Arg('input', () => ArchivePriceItemInput, { description: 'Which one.' }) input: ArchivePriceItemInput,
    @Ctx() context: Context,
  ): Promise<AdminPriceItemRow> {
    return adminPriceItem(context.read, (await context.run(archivePriceItem, input)).id);
  }

  @Auth('price:manage')
  @Mutation(() => [AdminPriceItemType], {
    description:
      'Gives the list its order. Errors: CONFLICT when an item is missing, doubled or unknown: somebody changed the list meanwhile.',
  })
  async reorderPriceItems(
    @Arg('input', () => ReorderPriceItemsInput, { description: 'The whole list.' }) input: ReorderPriceItemsInput,
    @Ctx() context: Context,
  ): Promise<AdminPriceItemRow[]> {
    await context.run(reorderPriceItems, input);
    return adminPriceItems(context.read, { includeArchived: false });
  }
}
