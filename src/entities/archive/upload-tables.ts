import { its, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const uploadColumns = {
  upload_session: {
    ...none(
      ...(['id', 'created_at', 'version', 'uploader_id', 'cabinet_id', 'folder_id', 'document_id'] as const),
      ...(['expected_version', 'on_name_taken', 'mime_type', 'kind', 'size_bytes', 'delete_after_upload'] as const),
      ...(['status', 'received_bytes', 'segment_count', 'file_id', 'writer', 'last_active_at'] as const),
      ...(['published_at', 'ended_at', 'refusal', 'made_document_id', 'made_version_id'] as const),
    ),
    name: 'subject',
    sha256: 'subject',
  },
  upload_segment: {
    ...none('id', 'created_at', 'session_id', 'position', 'size_bytes', 'stored_bytes', 'chunk_count', 'data_key_id'),
    ...none('ciphertext_sha256'),
    sha256: 'subject',
  },
  upload_receipt: none(
    ...(['id', 'created_at', 'session_id', 'document_id', 'version_id', 'sha256'] as const),
    ...(['size_bytes', 'stored_at', 'key_id', 'signature'] as const),
  ),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const uploadTies = {
  upload_session: [its('uploader_id', 'user'), its('cabinet_id', 'cabinet')],
  upload_segment: [its('session_id', 'upload_session')],
  upload_receipt: [its('document_id', 'document')],
} as const satisfies Ties;
