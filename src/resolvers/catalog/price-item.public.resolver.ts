import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { PriceItemsArgs, PriceItemType } from '../../schema/catalog/price-item.type.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import { LocaleEnum } from '../../schema/shared/locale.enum.ts';
import { listPriceItems, priceLabel, type PriceItemRow } from '../../services/catalog/index.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import type { Context } from '../context.ts';

@Resolver(() => PriceItemType)
export class PriceItemPublicResolver {
  @CacheControl({ maxAgeSeconds: 60, staleSeconds: 600, isKept: true })
  @Public()
  @Query(() => [PriceItemType], { description: 'The price list.' })
  priceItems(@Args(() => PriceItemsArgs) args: PriceItemsArgs, @Ctx() context: Context): Promise<PriceItemRow[]> {
    return listPriceItems(context.read, args);
  }

  @FieldResolver(() => String, { description: 'The price as people read it: « 350 € », « 2 € / page ».' })
  priceLabel(
    @Root() item: PriceItemRow,
    @Arg('locale', () => LocaleEnum, { defaultValue: 'fr', description: 'In this language.' }) locale: Locale,
  ): string {
    return priceLabel(item, locale);
  }
}
