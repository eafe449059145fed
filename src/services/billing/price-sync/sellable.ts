import type { CataloguePrice, CatalogueProduct } from '../../adapters/payments/port.ts';
import type { ReadContext, Tx } from '../../platform/context.ts';

/** Something with a price, as a payment provider lists it. */
export interface Sellable extends CatalogueProduct {
  /** None for what is priced anew each time, by the page for instance. */
  readonly prices: readonly CataloguePrice[];
}

/** The ids that a provider gave. */
export interface ProviderIds {
  /** The product’s reference. */
  readonly reference: string;
  readonly productId: string;
  /** By the price’s reference. */
  readonly priceIds: Readonly<Record<string, string>>;
}

/** What a module sells. */
export interface Sellables {
  /** On this local day. */
  list(ctx: Pick<ReadContext, 'db'>, today: string): Promise<Sellable[]>;
  /** Remembers the provider’s ids of one of its own. */
  remember(tx: Tx<'em'>, ids: ProviderIds): Promise<void>;
}
