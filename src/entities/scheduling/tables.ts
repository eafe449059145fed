import { none, type PersonalTables } from '../../services/kernel/personal.ts';
import { its, theirs, through, type HoldableTables, type Ties } from '../tie.ts';

const weekly = none(
  ...(['id', 'created_at', 'version', 'artisan_id', 'weekday', 'start_minute', 'end_minute', 'every_weeks'] as const),
  ...(['anchor_on', 'valid_from', 'valid_to', 'offering_id'] as const),
);

export const schedulingColumns = {
  artisan: {
    ...none('id', 'created_at', 'version', 'user_id', 'slug', 'time_zone', 'country', 'holiday_region', 'status'),
    ...none('when_stale', 'stale_after_hours', 'outside_read_at', 'calendar_detail'),
    ...none('default_travel_minutes', 'quiet_from_minute', 'quiet_until_minute'),
    display_name: 'subject',
    email: 'subject',
    phone: 'subject',
    place: 'subject',
    bio: 'subject',
  },
  offering: none(
    ...(['id', 'created_at', 'version', 'name', 'description', 'duration_minutes', 'slot_step_minutes'] as const),
    ...(['buffer_before_minutes', 'buffer_after_minutes', 'notice_minutes', 'horizon_days'] as const),
    ...(['horizon_working_days', 'price_cents', 'currency', 'deposit_basis_points', 'capacity'] as const),
    ...(['max_per_day', 'location_kind', 'place', 'requires_approval', 'approval_hours', 'assignment'] as const),
    ...(['reschedule_until_minutes', 'max_reschedules', 'reminders', 'position', 'status'] as const),
  ),
  offering_artisan: none('offering_id', 'artisan_id'),
  offering_question: none(
    'id',
    'created_at',
    'version',
    'offering_id',
    'position',
    'kind',
    'label',
    'is_required',
    'choices',
  ),
  cancellation_tier: none('offering_id', 'hours_before', 'refund_percent'),
  opening_rule: weekly,
  break_rule: weekly,
  opening_exception: none('id', 'created_at', 'version', 'artisan_id', 'local_date', 'windows'),
  closure: {
    ...none('id', 'created_at', 'version', 'artisan_id', 'from_on', 'until_on', 'from_at', 'until_at', 'is_yearly'),
    reason: 'subject',
  },
  occupancy: none(
    ...(['id', 'created_at', 'version', 'artisan_id', 'kind', 'starts_at', 'ends_at', 'padded_from'] as const),
    ...(['padded_to', 'reference_id', 'hold_until'] as const),
  ),
  quantum: none('artisan_id', 'q', 'occupancy_id'),
  slot_hold: none(
    ...(['id', 'created_at', 'version', 'token_hash', 'offering_id', 'artisan_id', 'starts_at', 'ends_at'] as const),
    ...(['expires_at', 'renewed_at', 'status', 'network', 'network_number'] as const),
  ),
  booking: {
    ...none('id', 'created_at', 'version', 'public_code', 'manage_hash', 'manage_version', 'artisan_id', 'offering_id'),
    ...none('user_id', 'status', 'customer_time_zone', 'locale', 'party_size', 'starts_at', 'ends_at'),
    ...none('duration_minutes', 'buffer_before_minutes', 'buffer_after_minutes', 'offering_name', 'price_cents'),
    ...none('deposit_basis_points', 'deposit_cents', 'currency', 'hold_until', 'hold_renewed_at', 'notify_by_email'),
    ...none('notify_by_sms', 'location_kind', 'cancellation_tiers', 'reschedule_until_minutes', 'max_reschedules'),
    ...none('reschedule_count', 'sequence', 'context_type', 'context_id', 'source', 'key_hash', 'content_hash'),
    ...none('terms_version', 'confirmed_at', 'cancelled_at', 'cancelled_by', 'attendance_at'),
    customer_name: 'subject',
    customer_email: 'subject',
    customer_phone: 'subject',
    place: 'subject',
    answers: 'subject',
    customer_note: 'subject',
    staff_note: 'third-party',
    cancellation_reason: 'subject',
  },
  feed_link: none('id', 'created_at', 'version', 'artisan_id', 'kind', 'token_hash', 'last_read_at', 'revoked_at'),
  booking_reminder: none(
    ...([
      'id',
      'created_at',
      'version',
      'booking_id',
      'kind',
      'channel',
      'due_at',
      'starts_at',
      'status',
      'reason',
    ] as const),
  ),
  /** The words of a filter are taken out of it once the export is written. */
  booking_export: none(
    ...(['id', 'created_at', 'version', 'requested_by_id', 'format', 'filter', 'total_bookings'] as const),
    ...(['written_bookings', 'file_id', 'finished_at'] as const),
  ),
  booking_file: none('id', 'created_at', 'version', 'booking_id', 'file_id', 'question_id', 'label'),
  booking_history: {
    ...none('id', 'created_at', 'version', 'booking_id', 'verb', 'from_starts_at', 'to_starts_at'),
    ...none('from_artisan_id', 'to_artisan_id', 'by', 'actor_id'),
    message: 'subject',
  },
  review: {
    ...none('id', 'created_at', 'version', 'booking_id', 'artisan_id', 'rating', 'status', 'decided_at'),
    text: 'subject',
  },
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const schedulingTies = {
  artisan: theirs,
  offering: [],
  offering_artisan: [],
  offering_question: [],
  cancellation_tier: [],
  opening_rule: [],
  break_rule: [],
  opening_exception: [],
  closure: [],
  occupancy: [],
  quantum: [],
  slot_hold: [],
  feed_link: [],
  booking: theirs,
  booking_export: [],
  booking_file: [its('booking_id', 'booking')],
  booking_history: [its('booking_id', 'booking')],
  booking_reminder: [its('booking_id', 'booking')],
  review: [its('booking_id', 'booking')],
  stored_file: [through('booking_file', 'file_id', ['booking_id', 'booking'])],
  audit_entry: [its('target_id', 'booking')],
} as const satisfies Ties;

/** Where the subjects of this domain are. */
export const schedulingSubjects = {
  BOOKING: { table: 'booking', person: 'user_id' },
} as const satisfies HoldableTables;
