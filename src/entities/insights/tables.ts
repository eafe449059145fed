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
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const insightsTies = {
  threshold_limit: [],
  threshold_alarm: [its('limit_id', 'threshold_limit')],
  stats_report: [],
  report_wish: [],
} as const satisfies Ties;
