/** An address in its parts, as an e-invoice wants it. */
export interface PostalAddress {
  readonly lines: readonly string[];
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166-1, two letters: `FR`. */
  readonly country: string;
}
