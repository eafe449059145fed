import { describe, expect, test } from '@jest/globals';
import {
  buyerKinds,
  frenchRates,
  operations,
  standardRate,
  tradeKindOf,
  vatOf,
  vatRegimes,
  type VatCase,
} from '../../../src/services/kernel/vat.ts';

const everyCase: VatCase[] = vatRegimes.flatMap((regime) =>
  buyerKinds.flatMap((buyer) =>
    operations.flatMap((operation) =>
      [true, false].flatMap((hasVatNumber) =>
        [...frenchRates.map(({ rate }) => rate), 1_200, 0, 1_960].map((rate) => ({
          regime,
          buyer,
          operation,
          hasVatNumber,
          rate,
          on: '2026-11-20',
        })),
      ),
    ),
  ),
);

/** What the law says, in the words of the specification. */
function lawOf({ regime, buyer, operation, hasVatNumber, rate }: VatCase): string {
  if (regime === 'FRANCHISE') return 'E 0 VATEX-FR-FRANCHISE FRANCHISE FC';
  if (operation === 'SERVICES' && buyer === 'EU_BUSINESS' && hasVatNumber) return 'AE 0 VATEX-EU-AE REVERSE_CHARGE VA';
  if (operation === 'SERVICES' && buyer === 'OTHER_BUSINESS') return 'O 0 VATEX-EU-O OUTSIDE_EU NONE';
  return [2_000, 1_000, 850, 550, 210].includes(rate) ? `S ${rate} - - VA` : 'unknown rate';
}

describe('the table of VAT', () => {
  test('answers every case as the law does', () => {
    expect(everyCase).toHaveLength(2 * 4 * 3 * 2 * 8);
    for (const vatCase of everyCase) {
      const treatment = vatOf(vatCase);
      const said =
        treatment === null
          ? 'unknown rate'
          : [
              treatment.category,
              treatment.rate,
              treatment.exemptionCode ?? '-',
              treatment.mention ?? '-',
              treatment.sellerTaxScheme,
            ].join(' ');
      expect({ ...vatCase, said }).toEqual({ ...vatCase, said: lawOf(vatCase) });
    }
  });

  test('a rate is charged from its first day on', () => {
    const sale: VatCase = {
      regime: 'STANDARD',
      buyer: 'PERSON',
      operation: 'SERVICES',
      hasVatNumber: false,
      rate: standardRate,
      on: '2013-12-31',
    };
    expect(vatOf(sale)).toBeNull();
    expect(vatOf({ ...sale, on: '2014-01-01' })).toMatchObject({ category: 'S', rate: 2_000 });
  });

  test('says to the tax office whom an invoice is for', () => {
    expect(buyerKinds.map(tradeKindOf)).toEqual(['B2C', 'B2B', 'B2BINT', 'B2BINT']);
  });
});
