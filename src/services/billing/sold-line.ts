import type { PricedLine } from '../kernel/priced-lines.ts';
import type { UnitCode } from '../kernel/unit-codes.ts';

/** One line of what is sold, as somebody wrote it: VAT is decided when the document is composed. */
export interface SoldLine extends PricedLine {
  /** At most 500 characters. */
  readonly description: string;
  /** As printed after the quantity: « pages »; empty for none. */
  readonly unit: string;
  /** What the quantity counts; by the printed word unless said. */
  readonly unitCode?: UnitCode | undefined;
  /** VAT in basis points, where the seller charges any; the usual 20 % unless said. */
  readonly rate?: number | undefined;
}
