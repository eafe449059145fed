import type { RequiredEntityData } from '@mikro-orm/core';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

/** A service of the price list, under a name of its own unless the facts say otherwise; flushed by the caller. */
export const makePriceItem = (em: EntityManager, facts: Partial<RequiredEntityData<PriceItem>> = {}): PriceItem =>
  em.create(PriceItem, {
    name: `Pack KDP ${newId()}`,
    description: 'Tout compris.',
    priceCents: 35_000,
    unit: 'PACK',
    serviceType: 'Édition',
    ...facts,
  });
