/** Cards that people save at the provider. */
export interface CardsPort {
  /** What the form in the browser begins with; no secret. */
  readonly publishableKey: string;
  /** Makes the provider know a person; asked again with the same reference, answers the same customer. */
  createCustomer(request: { readonly reference: string; readonly email: string }): Promise<string>;
  /** Begins to save a card, in a form of our own page. The same key begins the same one. */
  beginSetup(request: {
    readonly customerId: string;
    readonly key: string;
  }): Promise<{ readonly clientSecret: string }>;
  /** The saving of a card as it is now; undefined when the provider does not know it. */
  readSetup(setupId: string): Promise<CardSetup | undefined>;
  /** A card as it is now; undefined when the provider does not know it, or it is no card. */
  readCard(methodId: string): Promise<ProviderCard | undefined>;
  /** Everything that a customer saved. */
  listCards(customerId: string): Promise<readonly ProviderCard[]>;
  /** The provider forgets the card. One that is forgotten already stays so. */
  detachCard(methodId: string): Promise<void>;
}

export interface CardSetup {
  readonly customerId: string | null;
  /** The card, once it is saved. */
  readonly methodId: string | null;
}

export interface ProviderCard {
  /** The provider's id (`pm_…`). */
  readonly methodId: string;
  /** Whose it is; null for one that is not saved, or no longer. */
  readonly customerId: string | null;
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  /** The same for two savings of one card; null when the provider does not say. */
  readonly fingerprint: string | null;
}
