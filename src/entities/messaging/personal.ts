import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const messagingColumns = {
  conversation: {
    ...none('id', 'created_at', 'version', 'context_type', 'context_id', 'last_message_at'),
    subject: 'subject',
  },
  conversation_participant: none(
    'id',
    'created_at',
    'version',
    'conversation_id',
    'user_id',
    'left_at',
    'last_read_at',
  ),
  message: {
    ...none('id', 'created_at', 'version', 'conversation_id', 'sender_id', 'type', 'deleted_at'),
    content: 'subject',
  },
  message_attachment: none('id', 'created_at', 'version', 'message_id', 'file_id'),
} as const satisfies PersonalTables;
