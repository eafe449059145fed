import type { HoldTarget } from '../services/kernel/legal-holds.ts';
import type { Tables } from './index.ts';

type Table = keyof Tables & string;

/** What a row belongs to: `column` of the row, or of the rows of `through` that name it by `by`, is the id of a row of `to`. */
export type Tie =
  | { readonly column: string; readonly to: Table }
  | { readonly through: Table; readonly by: string; readonly column: string; readonly to: Table };

const its = (column: string, to: Table): Tie => ({ column, to });
const through = (table: Table, by: string, [column, to]: readonly [string, Table]): Tie => ({
  through: table,
  by,
  column,
  to,
});
const theirs = [its('user_id', 'user')];

/** The table of each kind of thing that may be held by itself, and the column that names the person concerned. */
export const holdable: Readonly<Record<HoldTarget, { readonly table: Table; readonly person: string | null }>> = {
  USER: { table: 'user', person: 'id' },
  ORDER: { table: 'customer_order', person: 'customer_id' },
  CONVERSATION: { table: 'conversation', person: null },
  FILE: { table: 'stored_file', person: 'owner_id' },
  PAYMENT: { table: 'payment', person: 'payer_id' },
  INVOICE: { table: 'invoice', person: 'customer_id' },
};

/**
 * What each row belongs to: a hold on the whole reaches its parts. Every table says it, so that a new one cannot be
 * forgotten. `[]`: nothing a hold reaches, because it says nothing about a case, or is the person's own way in, which
 * stays theirs to change (passkeys, identities, second factors), or is forgotten by the machinery while the things it
 * names stay (jobs, events).
 */
export const ties: Readonly<Record<Table, readonly Tie[]>> = {
  user: [],
  customer_order: [its('customer_id', 'user'), its('proofreader_id', 'user')],
  order_file: [its('order_id', 'customer_order')],
  conversation: [
    its('context_id', 'customer_order'),
    through('conversation_participant', 'conversation_id', ['user_id', 'user']),
  ],
  conversation_participant: [its('conversation_id', 'conversation'), ...theirs],
  message: [its('conversation_id', 'conversation'), its('sender_id', 'user')],
  message_attachment: [its('message_id', 'message')],
  stored_file: [
    its('owner_id', 'user'),
    through('order_file', 'file_id', ['order_id', 'customer_order']),
    through('message_attachment', 'file_id', ['message_id', 'message']),
    through('invoice', 'pdf_id', ['id', 'invoice']),
    through('data_export', 'file_id', ['user_id', 'user']),
  ],
  data_key: [through('stored_file', 'data_key_id', ['id', 'stored_file'])],
  payment: [its('payer_id', 'user'), its('subject_id', 'customer_order')],
  invoice: [its('customer_id', 'user'), its('subject_id', 'customer_order')],
  invoice_line: [its('invoice_id', 'invoice')],
  notification: theirs,
  email_delivery: [its('recipient_id', 'user')],
  session: theirs,
  consent_record: theirs,
  one_time_token: theirs,
  trusted_device: theirs,
  oauth_flow: theirs,
  data_export: theirs,
  privacy_request: theirs,
  audit_entry: [its('actor_id', 'user'), its('target_id', 'user'), its('target_id', 'customer_order')],
  audit_personal: [its('subject_id', 'user')],
  address_proof: [],
  api_token: [],
  audit_checkpoint: [],
  audit_export: [],
  audit_head: [],
  audit_segment: [],
  audit_subject: [],
  clock_state: [],
  erasure_receipt: [],
  faq_entry: [],
  identity: [],
  invoice_counter: [],
  job: [],
  legal_hold: [],
  live_event: [],
  live_stream: [],
  login_throttle: [],
  outbox_event: [],
  page: [],
  passkey: [],
  passkey_challenge: [],
  pending_registration: [],
  price_item: [],
  recovery_code: [],
  request_key: [],
  retention_policy: [],
  retention_run: [],
  running_process: [],
  schedule_run: [],
  service_account: [],
  two_factor: [],
  two_factor_challenge: [],
  webhook_event: [],
};
