import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const privacyColumns = {
  data_export: none('id', 'created_at', 'version', 'user_id', 'format', 'locale', 'status', 'progress', 'token_hash', 'ready_at', 'expires_at', 'used_at', 'file_id'),
  erasure_receipt: none('id', 'created_at', 'version', 'user_id', 'decided_by', 'reason', 'lines'),
  privacy_request: {
    ...none('id', 'created_at', 'version', 'user_id', 'kind', 'status', 'due_at', 'handled_at', 'handled_by_id', 'warned_at'),
    details: 'subject', answer: 'subject',
  },
} as const satisfies PersonalTables;
