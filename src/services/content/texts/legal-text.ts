import type { Seller } from './seller.ts';

/** A legal page; the seller's details are filled in. Markdown in plain keyboard French, typeset by `french()`. */
export interface LegalText {
  readonly slug: string;
  readonly title: string;
  readonly excerpt: string;
  readonly content: (seller: Seller) => string;
}
