import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { PriceItemsArgs, PriceItemType } from '../../schema/catalog/price-item.type.ts';
import { Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import { listPriceItems, type PriceItemRow } from '../../services/catalog/index.ts';
import type { Context } from '../context.ts';

@Resolver(() => PriceItemType)
export class PriceItemPublicResolver {
  @CacheControl({ maxAgeSeconds: 60, staleSeconds: 600 })
  @Public()
  @Query(() => [PriceItemType], { description: 'The price list.' })
  priceItems(@Args(() => PriceItemsArgs) args: PriceItemsArgs, @Ctx() context: Context): Promise<PriceItemRow[]> {
    return listPriceItems(context.read, args);
  }
}
