import { none, type PersonalTables } from '../../services/kernel/personal.ts';
import type { Ties } from '../tie.ts';

export const backupsColumns = {
  backup: {
    ...none('id', 'created_at', 'version', 'target', 'trigger', 'status', 'label', 'requested_by', 'finished_at'),
    ...none('summary', 'path', 'size_bytes', 'added_bytes', 'sha256', 'revision', 'protected_until', 'verified_at'),
    ...none('rung', 'failure', 'holder', 'lease_until'),
  },
  backup_object: none('id', 'created_at', 'version', 'target', 'name', 'state', 'size_bytes', 'found_at'),
  restore_run: {
    ...none('id', 'created_at', 'version', 'backup_id', 'kind', 'status', 'scope', 'requested_by', 'total'),
    ...none('restored', 'skipped', 'finished_at', 'failure', 'backup_before_id'),
  },
  restore_item: none(
    ...([
      'id',
      'created_at',
      'version',
      'run_id',
      'document_id',
      'sha256',
      'outcome',
      'version_id',
      'done_at',
    ] as const),
  ),
  restore_drill: none(
    ...(['id', 'created_at', 'version', 'target', 'backup_id', 'result', 'rows_read', 'opened', 'fault'] as const),
    'finished_at',
  ),
  tombstone: none('seq', 'kind', 'subject_id', 'created_at'),
} as const satisfies PersonalTables;

/** What the rows belong to: a hold reaches none of them, because they say nothing about a case. */
export const backupsTies = {
  backup: [],
  backup_object: [],
  restore_run: [],
  restore_item: [],
  restore_drill: [],
  tombstone: [],
} as const satisfies Ties;
