import { none, type PersonalTables } from '../../services/kernel/personal.ts';
import { runColumns, runTies } from './run-tables.ts';
import { uploadColumns, uploadTies } from './upload-tables.ts';
import { its, through, type HoldableTables, type StorageTable, type Ties } from '../tie.ts';

const word = ['id', 'created_at', 'version', 'cabinet_id', 'name', 'name_folded', 'name_key'] as const;

/** What a cabinet holds is the cabinet's: of a person it says who added it, by an id. */
export const archiveColumns = {
  cabinet: none(
    ...(['id', 'created_at', 'version', 'owner_id', 'name', 'name_folded', 'name_key', 'description'] as const),
    ...([
      'colour',
      'status',
      'storage_limit',
      'is_above_plan',
      'trash_days',
      'default_type_id',
      'shares_by_contributors',
    ] as const),
    ...(['document_count', 'folder_count', 'used_bytes', 'reserved_bytes', 'quota_mark'] as const),
    ...(['deleted_at', 'destroyed_at'] as const),
  ),
  cabinet_member: {
    ...none('id', 'created_at', 'version', 'cabinet_id', 'user_id', 'program_id', 'role', 'granted_by', 'expires_at'),
    ...none('is_entry'),
    email: 'subject',
    reason: 'subject',
  },
  correspondent: none(...word),
  custom_field: none(...word, 'kind', 'choices', 'position'),
  destruction_certificate: none(
    ...(['id', 'created_at', 'version', 'number', 'kind', 'cabinet_id', 'document_id', 'audit_seq', 'text'] as const),
    ...(['key_id', 'signature'] as const),
  ),
  document: none(
    ...(['id', 'created_at', 'version', 'cabinet_id', 'folder_id', 'title', 'title_folded', 'name_key'] as const),
    ...(['is_named', 'status', 'type_id', 'type_folded', 'correspondent_id', 'document_date', 'reference'] as const),
    ...(['custom_values', 'note_key_id', 'note', 'last_number', 'current_version_id', 'size_bytes'] as const),
    ...(['mime_type', 'added_by', 'updated_at', 'locked_by', 'locked_until', 'lock_reason', 'trashed_at'] as const),
    ...(['trashed_by', 'trashed_with', 'purged_at', 'closed_on', 'retain_until', 'retain_at_least'] as const),
    'due_at',
  ),
  document_tag: none('document_id', 'tag_id'),
  document_type: none(...word, 'keep_months', 'since', 'then_do', 'ground'),
  document_version: none(
    ...(['id', 'created_at', 'version', 'document_id', 'number', 'file_id', 'label', 'label_key', 'comment'] as const),
    ...(['origin', 'restored_from', 'author_id', 'mime_type', 'sha256', 'size_bytes', 'words', 'pages'] as const),
    'deleted_at',
  ),
  favourite: none('id', 'created_at', 'version', 'user_id', 'document_id'),
  folder: none(
    ...(['id', 'created_at', 'version', 'cabinet_id', 'parent_id', 'name', 'name_folded', 'name_key'] as const),
    ...(['is_named', 'status', 'trashed_at', 'trashed_with', 'created_by'] as const),
  ),
  folder_restriction: none('id', 'created_at', 'version', 'folder_id', 'user_id', 'most', 'set_by'),
  retention_change: none(
    ...(['id', 'created_at', 'version', 'document_id', 'status', 'retain_until', 'effective_at', 'reason'] as const),
    ...(['requested_by', 'ended_by', 'ended_at'] as const),
  ),
  tag: none(...word, 'colour'),
  ...runColumns,
  ...uploadColumns,
} as const satisfies PersonalTables;

const ofCabinet = [its('cabinet_id', 'cabinet')];

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const archiveTies = {
  cabinet: [its('owner_id', 'user')],
  cabinet_member: ofCabinet,
  correspondent: ofCabinet,
  custom_field: ofCabinet,
  destruction_certificate: ofCabinet,
  document: ofCabinet,
  document_tag: [its('document_id', 'document')],
  document_type: ofCabinet,
  document_version: [its('document_id', 'document')],
  favourite: [],
  folder: ofCabinet,
  folder_restriction: [],
  retention_change: [its('document_id', 'document')],
  tag: ofCabinet,
  ...runTies,
  ...uploadTies,
  stored_file: [through('document_version', 'file_id', ['document_id', 'document'])],
} as const satisfies Ties;

/** What may be held by itself. */
export const archiveHoldable = {
  CABINET: { table: 'cabinet', person: 'owner_id', gone: ['status', 'DESTROYED'] },
  DOCUMENT: { table: 'document', person: null, gone: ['status', 'PURGED'] },
} as const satisfies HoldableTables;

/** What cabinets hold, and have promised to uploads, counts against the plan of their owner. */
export const archiveStorage: readonly StorageTable[] = [
  { table: 'cabinet', person: 'owner_id', bytes: ['used_bytes', 'reserved_bytes'] },
];
