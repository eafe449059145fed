import { none, type PersonalTables } from '../../services/kernel/personal.ts';
import { its, type Ties } from '../tie.ts';

export const calendarsColumns = {
  calendar_connection: {
    ...none('id', 'created_at', 'version', 'artisan_id', 'provider', 'status', 'data_key_id', 'credentials'),
    ...none('credentials_number', 'scopes', 'token_expires_at', 'keeps_titles', 'last_success_at', 'next_sync_at'),
    ...none('failure_code', 'failure_count', 'disconnected_at', 'refreshing_until'),
    account: 'subject',
  },
  connected_calendar: {
    ...none('id', 'created_at', 'version', 'connection_id', 'external_hash', 'time_zone', 'is_writable', 'blocks'),
    ...none('receives_bookings', 'ignores_all_day', 'ignores_tentative', 'ignores_unanswered', 'sync_token'),
    ...none('window_from', 'window_to', 'channel_id', 'channel_resource', 'channel_token_hash', 'channel_expires_at'),
    ...none('skipped_count', 'skipped_reasons', 'last_sync_at', 'gone_at'),
    external_id: 'subject',
    name: 'subject',
  },
  busy_block: {
    ...none('id', 'created_at', 'version', 'calendar_id', 'artisan_id', 'event_hash', 'occurrence', 'starts_at'),
    ...none('ends_at', 'is_all_day'),
    title: 'subject',
  },
  calendar_event_link: none(
    ...(['id', 'created_at', 'version', 'booking_id', 'calendar_id', 'state', 'event_id', 'event_hash'] as const),
    ...(['etag', 'written_sequence', 'starts_at', 'ends_at'] as const),
  ),
  calendar_conflict: none(
    ...(['id', 'created_at', 'version', 'artisan_id', 'booking_id', 'calendar_id', 'kind', 'cause_hash'] as const),
    ...(['status', 'event_starts_at', 'event_ends_at', 'resolution', 'closed_at'] as const),
  ),
  calendar_flow: none(
    ...(['id', 'created_at', 'version', 'user_id', 'artisan_id', 'provider', 'connection_id', 'state_hash'] as const),
    ...(['keeps_titles', 'proof_hash', 'expires_at', 'done_at'] as const),
  ),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const calendarsTies = {
  calendar_connection: [],
  connected_calendar: [],
  busy_block: [],
  calendar_event_link: [its('booking_id', 'booking')],
  calendar_conflict: [its('booking_id', 'booking')],
  calendar_flow: [],
} as const satisfies Ties;
