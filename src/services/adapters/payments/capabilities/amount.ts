/** Minor units and the ISO 4217 code in capitals, as the provider names it: it may be one that we do not sell in. */
export interface ProviderAmount {
  readonly amount: number;
  readonly currency: string;
}
