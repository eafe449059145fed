import { its, type Ties } from '../tie.ts';
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
    'turnaround_working_days',
    'rush_working_days',
    'minimum_cents',
    'valid_from',
    'archived_at',
    'is_featured',
  ),
  price_change: none('id', 'created_at', 'version', 'price_item_id', 'kind', 'actor_id', 'changes'),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const catalogTies = {
  price_item: [],
  price_change: [its('price_item_id', 'price_item')],
} as const satisfies Ties;
