import { its, theirs, type Ties } from '../tie.ts';
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
      'sent_at',
      'dedupe_key',
    ),
    to_email: 'subject',
    to_name: 'subject',
    // A mail to one person may name another: a proofreader, a customer.
    data: 'third-party',
  },
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const notificationsTies = {
  notification: theirs,
  notification_count: theirs,
  email_delivery: [its('recipient_id', 'user')],
} as const satisfies Ties;
