import type { Ties } from '../tie.ts';
import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const platformColumns = {
  job: {
    ...none(
      'id',
      'kind',
      'state',
      'priority',
      'run_at',
      'attempts',
      'max_attempts',
      'owner',
      'process_id',
      'lease_until',
      'last_error',
      'dedupe_key',
      'event_id',
      'request_id',
      'created_at',
      'finished_at',
    ),
    // Ids, and short facts such as the title of an order.
    payload: 'subject',
  },
  outbox_event: { ...none('id', 'name', 'request_id', 'created_at'), payload: 'subject' },
  live_stream: none('stream', 'last_seq'),
  live_event: none('stream', 'seq', 'payload', 'created_at'),
  request_key: none('key_hash', 'content_hash', 'actor_id', 'operation', 'result_id', 'created_at'),
  running_process: none('id', 'host', 'pid', 'started_at', 'heartbeats', 'last_seen_at'),
  schedule_run: none('name', 'due_at', 'created_at'),
  used_form_ticket: none('ticket_hash', 'created_at'),
} as const satisfies PersonalTables;

/** What the rows belong to: a legal hold on the whole reaches its parts. */
export const platformTies = {
  job: [],
  live_event: [],
  live_stream: [],
  outbox_event: [],
  request_key: [],
  running_process: [],
  schedule_run: [],
  used_form_ticket: [],
} as const satisfies Ties;
