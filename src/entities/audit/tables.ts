import { its, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

/** The audit log keeps ids and truncated networks; what the ids stand for is pseudonymised with the person. */
export const auditColumns = {
  audit_entry: {
    ...none(
      'seq',
      'at',
      'actor_kind',
      'action',
      'severity',
      'outcome',
      'target_type',
      'target_id',
      'request_id',
      'payload',
      'pii_ref',
      'prev_mac',
      'mac',
      'key_epoch',
    ),
    actor_id: 'legal-hold',
    address: 'legal-hold',
    agent: 'legal-hold',
  },
  audit_head: none('id', 'seq', 'mac', 'key_epoch', 'epoch_from', 'epoch_at'),
  audit_count: none('span', 'starts_at', 'action', 'severity', 'outcome', 'entries', 'first_seq', 'last_seq'),
  audit_count_end: none('id', 'seq'),
  audit_checkpoint: none('seq', 'mac', 'root', 'frontier', 'at', 'key_id', 'signature', 'exported_at'),
  audit_segment: none(
    'id',
    'first_seq',
    'last_seq',
    'file_id',
    'sha256',
    'signature',
    'sealed_at',
    'sealed_by_id',
    'purged_at',
  ),
  audit_export: none(
    'id',
    'created_at',
    'version',
    'requested_by_id',
    'format',
    'filter',
    'until_seq',
    'total_entries',
    'written_entries',
    'file_id',
    'finished_at',
  ),
  audit_subject: none('id', 'key_id', 'forgotten_at'),
  // Sealed under the subject's own key, which dies with their account: nothing by itself.
  audit_personal: none('ref', 'subject_id', 'ciphertext'),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const auditTies = {
  audit_entry: [its('actor_id', 'user'), its('target_id', 'user')],
  audit_personal: [its('subject_id', 'user')],
  audit_checkpoint: [],
  audit_count: [],
  audit_count_end: [],
  audit_export: [],
  audit_head: [],
  audit_segment: [],
  audit_subject: [],
} as const satisfies Ties;
