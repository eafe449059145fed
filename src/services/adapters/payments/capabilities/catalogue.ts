import type { ProviderAmount } from './amount.ts';

/** A list of what is sold, kept at the provider: products, each with its prices. */
export interface CataloguePort {
  /** What of ours is on offer there. */
  readCatalogue(): Promise<ProviderCatalogue>;
  /** Answers the provider’s id; asked again with the same product, the same id. */
  createProduct(product: CatalogueProduct): Promise<string>;
  updateProduct(id: string, product: CatalogueProduct): Promise<void>;
  /** Answers the provider’s id. The lookup key moves over from the price that had it. */
  createPrice(price: CataloguePrice & { readonly productId: string }): Promise<string>;
  /** Takes a price off the list; what was sold at it stays. */
  archivePrice(id: string): Promise<void>;
}

export interface CatalogueProduct {
  /** Ours: it recognises the product. */
  readonly reference: string;
  readonly name: string;
  readonly description: string;
}

export interface CataloguePrice {
  /** What the price is found by, whichever amount it has. */
  readonly lookupKey: string;
  /** Ours: another amount is another price. */
  readonly reference: string;
  readonly amount: ProviderAmount;
  /** How often it is paid; null for once. */
  readonly interval: 'MONTH' | 'YEAR' | null;
}

export interface ProviderCatalogue {
  readonly products: readonly (CatalogueProduct & { readonly id: string })[];
  /** Of those products. */
  readonly prices: readonly (Omit<CataloguePrice, 'lookupKey' | 'reference'> & {
    readonly id: string;
    readonly productId: string;
    readonly lookupKey: string | null;
  })[];
}
