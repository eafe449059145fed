import { its, through, theirs, about, type HoldableTables, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const messagingColumns = {
  conversation: {
    ...none('id', 'created_at', 'version', 'context_type', 'context_id', 'last_message_at', 'status', 'assignee_id'),
    ...none('next_seq', 'last_staff_at', 'last_outside_at', 'first_response_at', 'moved_to_id', 'visitor_id'),
    subject: 'subject',
    subject_key: 'subject',
    words: 'subject',
  },
  conversation_participant: {
    ...none('id', 'created_at', 'version', 'conversation_id', 'user_id', 'left_at', 'last_read_at', 'last_message_at'),
    ...none('last_read_seq', 'mailed_seq', 'side', 'archived_at', 'pinned_at', 'muted_until'),
    draft: 'subject',
  },
  message: {
    ...none('id', 'created_at', 'version', 'conversation_id', 'sender_id', 'type', 'deleted_at', 'seq', 'audience'),
    ...none('parent_id', 'pinned_at', 'edited_at', 'deleted_by_id', 'visitor_id'),
    subject: 'subject',
    content: 'subject',
    words: 'subject',
    deletion_reason: 'subject',
  },
  message_revision: { ...none('id', 'created_at', 'version', 'message_id'), content: 'subject' },
  message_attachment: none('id', 'created_at', 'version', 'message_id', 'file_id'),
  visitor: {
    ...none('id', 'created_at', 'version', 'purpose', 'locale', 'consent_version', 'network', 'user_id'),
    ...none('token_number', 'token_hash', 'token_expires_at', 'verified_at', 'blocked_at', 'mailed_seq', 'read_seq'),
    name: 'subject',
    email: 'subject',
    subject: 'subject',
    genre: 'subject',
  },
  held_message: {
    ...none('id', 'created_at', 'version', 'visitor_id', 'file_id', 'reasons', 'spam_at'),
    content: 'subject',
  },
  form_block: { ...none('id', 'created_at', 'version', 'kind', 'is_learnt', 'created_by_id'), value: 'subject' },
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const messagingTies = {
  conversation: [about('context'), through('conversation_participant', 'conversation_id', ['user_id', 'user'])],
  conversation_participant: [its('conversation_id', 'conversation'), ...theirs],
  message: [its('conversation_id', 'conversation'), its('sender_id', 'user')],
  message_revision: [its('message_id', 'message')],
  message_attachment: [its('message_id', 'message')],
  visitor: [...theirs, through('conversation', 'visitor_id', ['id', 'conversation'])],
  held_message: [its('visitor_id', 'visitor')],
  form_block: [],
  stored_file: [
    through('message_attachment', 'file_id', ['message_id', 'message']),
    through('held_message', 'file_id', ['id', 'held_message']),
  ],
} as const satisfies Ties;

/** What may be held by itself. */
export const messagingHoldable = {
  CONVERSATION: { table: 'conversation', person: null },
} as const satisfies HoldableTables;
