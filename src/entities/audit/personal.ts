import { none, type PersonalTables } from '../../services/kernel/personal.ts';

/** The journal keeps ids and truncated networks; what the ids stand for is pseudonymised with the person. */
export const auditColumns = {
  audit_entry: {
    ...none('seq', 'at', 'actor_kind', 'action', 'severity', 'outcome', 'target_type', 'target_id', 'request_id', 'payload', 'prev_mac', 'mac', 'key_epoch'),
    actor_id: 'legal-hold', address: 'legal-hold',
  },
  audit_head: none('id', 'seq', 'mac'),
} as const satisfies PersonalTables;
