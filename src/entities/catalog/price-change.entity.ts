import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier } from '../base.ts';
import { PriceItem } from './price-item.entity.ts';

export const priceChangeKinds = ['CREATED', 'UPDATED', 'ACTIVATED', 'DEACTIVATED', 'ARCHIVED'] as const;
export type PriceChangeKind = (typeof priceChangeKinds)[number];

/** A value of a price item as it was and as it became. */
export interface ChangedValue {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** A change of the price list. Owned by the business; seen by those who manage prices; only added; dies with its item. */
export const PriceChange = defineEntity({
  name: 'PriceChange',
  tableName: 'price_change',
  properties: {
    ...base(),
    priceItem: () => p.manyToOne(PriceItem).lazyRef().deleteRule('cascade'),
    kind: p.enum(priceChangeKinds),
    /** Who did it; null for the application itself. */
    actorId: identifier().strictNullable().default(null),
    changes: p.json<readonly ChangedValue[]>(),
  },
  indexes: [{ properties: ['priceItem', 'createdAt', 'id'] }],
});
export type PriceChange = InferEntity<typeof PriceChange>;
