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
    ),
    // The fingerprint of a text proves, to whoever has the text, that it was stored here.
    name: 'subject',
    sha256: 'subject',
  },
} as const satisfies PersonalTables;
