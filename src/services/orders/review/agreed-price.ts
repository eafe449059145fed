import type { PriceUnit } from '../../../entities/catalog/price-item.entity.ts';
import type { OrderStatus } from '../../../entities/orders/order.entity.ts';

/** What decides of the price of an order, in minor units of its currency. */
export interface PricedOrder {
  readonly status: OrderStatus;
  readonly unit: PriceUnit;
  readonly declaredPages: number | null;
  readonly verifiedPages: number | null;
  readonly estimatedCents: number | null;
  /** The price of a page and the least that the order costs, as the list said; null for orders of before they were kept. */
  readonly unitCents: number | null;
  readonly minimumCents: number | null;
  readonly finalCents: number | null;
  /** What is paid. */
  readonly totalCents: number;
  readonly quoteId: string | null;
}

/** Two counts of the same manuscript, and what each comes to. */
export interface PriceDifference {
  readonly declaredPages: number;
  readonly verifiedPages: number;
  readonly declaredCents: number;
  readonly verifiedCents: number;
  /** The higher price waits for the customer's acceptance. */
  readonly isAcceptanceRequired: boolean;
}

const isByPage = ({ unit, declaredPages }: Pick<PricedOrder, 'unit' | 'declaredPages'>): boolean =>
  unit === 'PAGE' && declaredPages !== null && declaredPages > 0;

/** What the customer was shown first; orders of before this was kept have only what they pay. */
const declaredCents = ({ estimatedCents, totalCents }: PricedOrder): number => estimatedCents ?? totalCents;

/**
 * What so many pages cost: by the page, the price of a page as it was when the order was placed; a pack costs the same however
 * many pages it has.
 */
export function centsFor(order: PricedOrder, pages: number): number {
  if (!isByPage(order)) return order.totalCents;
  const perPage = order.unitCents ?? Math.round(declaredCents(order) / (order.declaredPages as number));
  return Math.max(order.minimumCents ?? 0, perPage * pages);
}

/** The team has counted more than is agreed: the customer has to accept before anything else. */
export const isAcceptanceRequired = ({
  status,
  finalCents,
  totalCents,
}: Pick<PricedOrder, 'status' | 'finalCents' | 'totalCents'>): boolean =>
  status === 'AWAITING_REVIEW' && finalCents !== null && finalCents > totalCents;

/** Both counts, where the team's differs from the customer's and decides of the price; null otherwise, and once a quote decides. */
export function priceDifferenceOf(order: PricedOrder): PriceDifference | null {
  const { declaredPages, verifiedPages, quoteId } = order;
  if (quoteId !== null || declaredPages === null || verifiedPages === null) return null;
  if (verifiedPages === declaredPages || !isByPage(order)) return null;
  return {
    declaredPages,
    verifiedPages,
    declaredCents: declaredCents(order),
    verifiedCents: centsFor(order, verifiedPages),
    isAcceptanceRequired: isAcceptanceRequired(order),
  };
}
