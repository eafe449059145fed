import { about, its, theirs, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const notificationsColumns = {
  notification: {
    ...none(
      'id',
      'created_at',
      'version',
      'user_id',
      'type',
      'priority',
      'priority_rank',
      'data',
      'action_url',
      'read_at',
      'deleted_at',
      'expires_at',
      'gathered_at',
      'group_key',
      'count',
      'channel_results',
      'dedupe_key',
    ),
    title: 'subject',
    message: 'subject',
  },
  notification_count: none('user_id', 'unread'),
  email_delivery: {
    ...none(
      'id',
      'created_at',
      'version',
      'recipient_id',
      'template',
      'locale',
      'status',
      'attempts',
      'sending_at',
      'sending_process_id',
      'ambiguities',
      'stream',
      'provider_id',
      'last_error',
      'held_for',
      'held_until',
      'suppression',
      'reaches_to',
      'sent_at',
      'dedupe_key',
    ),
    to_email: 'subject',
    to_name: 'subject',
    // A mail to one person may name another: a proofreader, a customer.
    data: 'third-party',
  },
  email_event: {
    ...none('id', 'created_at', 'version', 'delivery_id', 'provider_event_id', 'kind', 'at', 'applied_at'),
    // The words of a mail server, which repeat the address.
    reason: 'subject',
  },
  email_suppression: {
    ...none('id', 'created_at', 'version', 'address_hash', 'scope', 'reason', 'source', 'since'),
    address: 'subject',
  },
  broadcast: none(
    ...(['id', 'created_at', 'version', 'audience', 'title', 'message', 'type', 'priority', 'action_url'] as const),
    ...(['is_by_mail', 'recipient_count', 'created_by_id', 'expires_at', 'withdrawn_at'] as const),
    ...(['named_ids', 'reached_id', 'completed_at'] as const),
  ),
  notification_preference: none('user_id', 'type', 'channel', 'mode'),
  quiet_hours: none('user_id', 'from_time', 'to_time', 'weekdays', 'time_zone'),
  digest_schedule: none('user_id', 'at_time', 'time_zone', 'next_at', 'gathered_until'),
  sms_delivery: {
    ...none('id', 'created_at', 'version', 'kind', 'recipient_id', 'number_hash', 'subject_type', 'subject_id'),
    ...none('payer_id', 'status', 'attempts', 'segments', 'price_ten_thousandths', 'price_currency', 'error_code'),
    ...none('provider_id', 'sent_at', 'dedupe_key'),
    number_end: 'subject',
  },
  sms_opt_out: none('id', 'created_at', 'version', 'number_hash', 'cause'),
  sms_reply: none('id', 'created_at', 'version', 'provider_id', 'is_stop'),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const notificationsTies = {
  notification: theirs,
  notification_count: theirs,
  email_delivery: [its('recipient_id', 'user')],
  email_event: [its('delivery_id', 'email_delivery')],
  email_suppression: [],
  broadcast: [],
  notification_preference: theirs,
  quiet_hours: theirs,
  digest_schedule: theirs,
  sms_delivery: [its('recipient_id', 'user'), about('subject')],
  sms_opt_out: [],
  sms_reply: [],
} as const satisfies Ties;
