import { PriceChange, type ChangedValue, type PriceChangeKind } from '../../entities/catalog/price-change.entity.ts';
import type { PriceItem } from '../../entities/catalog/price-item.entity.ts';
import { idOf } from '../access/actor.ts';
import type { Tx } from '../platform/context.ts';
import { touchContent } from '../platform/public-content.ts';
import { priceItemChanged } from './events.ts';

export type PriceTx = Tx<'em' | 'actor' | 'now' | 'emit' | 'record' | 'publish'>;

/** What people may change of a price item. */
export const priceFields = [
  'name',
  'description',
  'priceCents',
  'currency',
  'unit',
  'serviceType',
  'estimatedDuration',
  'turnaroundWorkingDays',
  'rushWorkingDays',
  'minimumCents',
  'validFrom',
  'isFeatured',
] as const;
export type PriceFields = Pick<PriceItem, (typeof priceFields)[number]>;

const actions = {
  CREATED: 'PRICE_ITEM_CREATED',
  UPDATED: 'PRICE_ITEM_UPDATED',
  ACTIVATED: 'PRICE_ITEM_UPDATED',
  DEACTIVATED: 'PRICE_ITEM_UPDATED',
  ARCHIVED: 'PRICE_ITEM_ARCHIVED',
} as const;

interface Noted {
  readonly item: PriceItem;
  readonly kind: PriceChangeKind;
  readonly changes?: readonly ChangedValue[];
}

/** Keeps a change in the history of its item, in the audit log, and as an event; answers that show the list are made anew. */
export function noteChange(tx: PriceTx, { item, kind, changes = [] }: Noted): void {
  const change = tx.em.create(PriceChange, { priceItem: item, kind, actorId: idOf(tx.actor), changes: [...changes] });
  tx.record({
    action: actions[kind],
    targetType: 'price',
    targetId: item.id,
    payload: { kind, fields: changes.map(({ field }) => field), amount: item.priceCents, currency: item.currency },
  });
  touchContent(tx);
  tx.emit(priceItemChanged, { priceItemId: item.id, changeId: change.id, kind });
}

const textOf = (value: PriceFields[keyof PriceFields]): string | null =>
  value === null ? null : value instanceof Date ? value.toISOString() : String(value);

/** What differs, field by field. */
export const differences = (before: PriceFields, after: PriceFields): ChangedValue[] =>
  priceFields.flatMap((field) => {
    const [was, is] = [textOf(before[field]), textOf(after[field])];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
