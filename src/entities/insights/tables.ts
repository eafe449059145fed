import { its, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const insightsColumns = {
  threshold_limit: none(
    ...(['id', 'created_at', 'version', 'kind', 'amount_cents', 'currency'] as const),
    ...(['valid_from', 'valid_to', 'activity_from', 'source'] as const),
  ),
  threshold_alarm: none(
    ...(['id', 'created_at', 'version', 'limit_id', 'year', 'percent', 'revenue_cents', 'reached_at'] as const),
  ),
  stats_report: none(
    ...(['id', 'created_at', 'version', 'requested_by_id', 'format', 'locale'] as const),
    ...(['from_on', 'to_on', 'file_id', 'finished_at'] as const),
  ),
  report_wish: none('id', 'created_at', 'version', 'user_id'),
  figure_day: none(
    ...(['day', 'placed', 'placed_active', 'placed_completed', 'placed_unassigned', 'placed_to_review'] as const),
    ...(['completed', 'pages', 'cancelled', 'due', 'new_users', 'pending', 'responses'] as const),
  ),
  figure_day_money: none('day', 'currency', 'received_cents', 'returned_cents', 'baskets', 'basket_cents'),
  figure_head: none('id', 'basis', 'through'),
  figure_change: none('id', 'at', 'on_day'),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const insightsTies = {
  threshold_limit: [],
  threshold_alarm: [its('limit_id', 'threshold_limit')],
  stats_report: [],
  report_wish: [],
  figure_day: [],
  figure_day_money: [],
  figure_head: [],
  figure_change: [],
} as const satisfies Ties;
