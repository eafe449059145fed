import type { VatCategory } from '../../services/kernel/vat.ts';
import type { Labels } from './label.ts';

/** Sellers, buyers and VAT. */

const vatCategory: Labels<VatCategory> = {
  S: ['TVA au taux de la ligne', 'VAT at the line’s rate'],
  E: ['Exonérée', 'Exempt'],
  AE: ['Autoliquidation', 'Reverse charge'],
  O: ['Hors champ de la TVA', 'Outside the scope of VAT'],
};

export const invoicingLabels = { VatCategory: vatCategory };
