import type { Seller } from './seller.ts';

/** A legal page, written for whoever sells. Markdown in plain keyboard French, set by `french()`. */
export interface LegalText {
  readonly slug: string;
  readonly title: string;
  readonly excerpt: string;
  readonly content: (seller: Seller) => string;
}
