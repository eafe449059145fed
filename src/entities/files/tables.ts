import { its, type HoldableTables, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const filesColumns = {
  stored_file: {
    ...none(
      'id',
      'created_at',
      'version',
      'owner_id',
      'kind',
      'mime_type',
      'size_bytes',
      'ciphertext_sha256',
      'version_id',
      'data_key_id',
      'deleted_at',
      'scan_status',
      'scanned_at',
      'scan_result',
    ),
    // The fingerprint of a text proves, to whoever has the text, that it was stored here.
    name: 'subject',
    sha256: 'subject',
  },
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const filesTies = {
  stored_file: [its('owner_id', 'user')],
} as const satisfies Ties;

/** What may be held by itself. */
export const filesHoldable = {
  FILE: { table: 'stored_file', person: 'owner_id' },
} as const satisfies HoldableTables;
