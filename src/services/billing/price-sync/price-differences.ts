import type { CataloguePrice, ProviderCatalogue } from '../../adapters/payments/port.ts';
import type { Sellable } from './sellable.ts';

export type PriceSyncAction = 'CREATE_PRODUCT' | 'UPDATE_PRODUCT' | 'CREATE_PRICE' | 'ARCHIVE_PRICE' | 'UNCHANGED';

type ProviderPrice = ProviderCatalogue['prices'][number];

/** What is to be done about one product, in this order. */
export interface ProductDifferences {
  readonly sellable: Sellable;
  readonly action: 'CREATE_PRODUCT' | 'UPDATE_PRODUCT' | 'UNCHANGED';
  /** Null for one that is to be created. */
  readonly productId: string | null;
  readonly kept: readonly { readonly price: CataloguePrice; readonly id: string }[];
  readonly created: readonly CataloguePrice[];
  /** Prices in force there that are not, or no longer, ours: an amount never changes, another price takes its place. */
  readonly archived: readonly ProviderPrice[];
}

/** How a provider’s list differs from ours. */
export const priceDifferences = (
  sellables: readonly Sellable[],
  { products, prices }: ProviderCatalogue,
): ProductDifferences[] =>
  sellables.map((sellable) => {
    const known = products.filter(({ reference }) => reference === sellable.reference);
    const product = known[0];
    const own = prices.filter(({ productId }) => known.some(({ id }) => id === productId));
    const found = sellable.prices.map((price) => ({ price, same: own.find((other) => isSame(price, other)) }));
    const kept = found.flatMap(({ price, same }) => (same === undefined ? [] : [{ price, id: same.id }]));
    return {
      sellable,
      action:
        product === undefined ? 'CREATE_PRODUCT' : isNamedAlike(sellable, product) ? 'UNCHANGED' : 'UPDATE_PRODUCT',
      productId: product?.id ?? null,
      kept,
      created: found.flatMap(({ price, same }) => (same === undefined ? [price] : [])),
      archived: own.filter(({ id }) => !kept.some((each) => each.id === id)),
    };
  });

const isNamedAlike = (a: Sellable, b: ProviderCatalogue['products'][number]): boolean =>
  a.name === b.name && a.description === b.description;

const isSame = (ours: CataloguePrice, theirs: ProviderPrice): boolean =>
  ours.lookupKey === theirs.lookupKey &&
  ours.amount.amount === theirs.amount.amount &&
  ours.amount.currency === theirs.amount.currency &&
  ours.interval === theirs.interval;
