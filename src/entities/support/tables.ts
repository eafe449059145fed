import { none, type PersonalTables } from '../../services/kernel/personal.ts';
import { its, theirs, type HoldableTables, type Ties } from '../tie.ts';

export const supportColumns = {
  ticket: {
    ...none('id', 'created_at', 'version', 'reference', 'user_id', 'visitor_id', 'category', 'priority'),
    ...none('priority_rank', 'status', 'source', 'assignee_id', 'order_id', 'opened_at', 'first_response_due_at'),
    ...none('resolution_due_at', 'due_key', 'first_response_at', 'resolved_at', 'closed_at', 'waiting_since'),
    ...none('asked_again_at', 'pauses', 'alerts', 'next_alert_at', 'escalated_at', 'merged_into_id', 'follows_id'),
    ...none('satisfaction', 'seen_seq'),
    title: 'subject',
    description: 'subject',
    words: 'subject',
    comment: 'subject',
  },
  ticket_tag: { ...none('id', 'created_at', 'version', 'ticket_id'), tag: 'subject' },
  ticket_watcher: none('id', 'created_at', 'version', 'ticket_id', 'user_id'),
  ticket_series: none('id', 'created_at', 'version', 'year', 'next'),
  business_calendar: none('id', 'created_at', 'version', 'valid_from', 'zone', 'region', 'week', 'exceptions'),
  ticket_target: none('id', 'created_at', 'version', 'priority', 'first_response_minutes', 'resolution_minutes'),
  canned_reply: none('id', 'created_at', 'version', 'name', 'locale', 'content'),
} as const satisfies PersonalTables;

export const supportTies = {
  ticket: [...theirs],
  ticket_tag: [its('ticket_id', 'ticket')],
  ticket_watcher: [its('ticket_id', 'ticket')],
  ticket_series: [],
  business_calendar: [],
  ticket_target: [],
  canned_reply: [],
} as const satisfies Ties;

export const supportSubjects = {
  TICKET: { table: 'ticket', person: 'user_id' },
} as const satisfies HoldableTables;
