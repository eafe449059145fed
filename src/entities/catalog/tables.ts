import type { Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const catalogColumns = {
  price_item: none(
    'id',
    'created_at',
    'version',
    'name',
    'description',
    'price_cents',
    'currency',
    'unit',
    'service_type',
    'estimated_duration',
    'is_active',
    'position',
    'stripe_price_id',
    'stripe_product_id',
  ),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const catalogTies = {
  price_item: [],
} as const satisfies Ties;
