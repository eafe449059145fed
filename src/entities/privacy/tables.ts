import { through, theirs, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const privacyColumns = {
  address_proof: {
    ...none('id', 'created_at', 'version', 'locale', 'token_hash', 'expires_at', 'used_at'),
    email: 'subject',
  },
  data_export: {
    ...none(
      'id',
      'created_at',
      'version',
      'user_id',
      'format',
      'locale',
      'status',
      'progress',
      'token_hash',
      'ready_at',
      'expires_at',
      'used_at',
      'file_id',
    ),
    email: 'subject',
  },
  // Nobody reads the address from its mark, without a key that is outside the database.
  erasure_receipt: none('id', 'created_at', 'version', 'user_id', 'address_mark', 'decided_by', 'reason', 'lines'),
  legal_hold: {
    ...none(
      'id',
      'created_at',
      'version',
      'target_type',
      'target_id',
      'person_id',
      'placed_by_id',
      'released_at',
      'released_by_id',
    ),
    // Not masked for its subject's sake: the words of a case are those of the application and of others.
    reason: 'third-party',
    case_reference: 'third-party',
    release_reason: 'third-party',
  },
  retention_policy: none('id', 'created_at', 'version', 'record_class', 'days', 'changed_at', 'changed_by_id'),
  retention_run: none('id', 'created_at', 'version', 'started_by_id', 'as_of', 'periods', 'progress', 'finished_at'),
  privacy_request: {
    ...none(
      'id',
      'created_at',
      'version',
      'user_id',
      'kind',
      'status',
      'due_at',
      'handled_at',
      'handled_by_id',
      'warned_at',
      'extended_at',
    ),
    details: 'subject',
    answer: 'subject',
    extension_reason: 'subject',
  },
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const privacyTies = {
  data_export: theirs,
  privacy_request: theirs,
  address_proof: [],
  erasure_receipt: [],
  legal_hold: [],
  retention_policy: [],
  retention_run: [],
  stored_file: [through('data_export', 'file_id', ['user_id', 'user'])],
} as const satisfies Ties;
