import { its, type Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const runColumns = {
  document_run: none(
    ...(['id', 'created_at', 'version', 'requested_by', 'action', 'facts', 'status', 'total', 'done'] as const),
    ...(['refused', 'content_bytes', 'sealed_bytes', 'last_active_at', 'published_at', 'ended_at'] as const),
  ),
  document_run_item: none(
    ...(['id', 'created_at', 'version', 'run_id', 'position', 'document_id', 'outcome', 'code'] as const),
    ...(['made_document_id', 'left_behind'] as const),
  ),
  document_run_content: none(
    ...(['id', 'created_at', 'item_id', 'version_id', 'file_id', 'size_bytes', 'stored_bytes'] as const),
    ...(['chunk_count', 'data_key_id', 'sha256', 'ciphertext_sha256'] as const),
  ),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const runTies = {
  document_run: [its('requested_by', 'user')],
  document_run_item: [its('run_id', 'document_run')],
  document_run_content: [its('item_id', 'document_run_item')],
} as const satisfies Ties;
