import { z } from 'zod';
import { priceChangeKinds } from '../../entities/catalog/price-change.entity.ts';
import type { EventType } from '../platform/context.ts';

const changed = z.object({ priceItemId: z.uuid(), changeId: z.uuid(), kind: z.enum(priceChangeKinds) });

/** A service of the price list is new, another, on or off the list, or archived. */
export const priceItemChanged: EventType<z.infer<typeof changed>> = { name: 'price-item.changed', payload: changed };
