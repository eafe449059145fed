import { its, through, type HoldableTables, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

/** Plans and subscriptions name a person by id and say nothing else about them. */
export const planColumns = {
  plan: none(
    'id',
    'created_at',
    'version',
    'code',
    'family',
    'name_fr',
    'name_en',
    'text_fr',
    'text_en',
    'stripe_product_id',
    'position',
    'is_base',
    'is_active',
  ),
  plan_price: none(
    'id',
    'created_at',
    'version',
    'plan_id',
    'currency',
    'interval',
    'amount_cents',
    'valid_from',
    'stripe_price_id',
  ),
  plan_entitlement: none('id', 'created_at', 'version', 'plan_id', 'feature', 'value'),
  plan_subscription: none(
    'id',
    'created_at',
    'version',
    'person_id',
    'family',
    'plan_id',
    'price_id',
    'status',
    'live_for',
    'anchor_day',
    'started_on',
    'paid_until',
    'starts_next_on',
    'is_granted',
    'cancels_at_period_end',
    'next_plan_id',
    'next_interval',
    'expires_at',
    'ended_at',
    'end_reason',
    'current_period_id',
  ),
  plan_period: none(
    'id',
    'created_at',
    'version',
    'subscription_id',
    'person_id',
    'plan_id',
    'price_id',
    'status',
    'starts_on',
    'ends_on',
    'live_for',
    'amount_cents',
    'credit_cents',
    'currency',
    'replaces_id',
    'payment_id',
    'paid_at',
    'last_reminder_day',
  ),
} as const satisfies PersonalTables;

export const planTies = {
  plan: [],
  plan_price: [],
  plan_entitlement: [],
  plan_subscription: [its('person_id', 'user'), through('plan_period', 'subscription_id', ['id', 'plan_period'])],
  plan_period: [its('person_id', 'user')],
} as const satisfies Ties;

/** Where the subjects of this domain are. */
export const planSubjects = {
  PLAN_PERIOD: { table: 'plan_period', person: 'person_id' },
} as const satisfies HoldableTables;
