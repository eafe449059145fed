import type { HoldTarget } from '../services/kernel/legal-holds.ts';
import type { SubjectType } from '../services/kernel/subject.ts';
import type { Tables } from './index.ts';

type Table = keyof Tables & string;

/** What a row belongs to: `column` of the row, or of the rows of `through` that name it by `by`, is the id of a row of `to`. */
export type Tie =
  /** `column` is the id of a subject, whose type is in `type`: a row of the table that type has in `subjectTables`. */
  | { readonly column: string; readonly type: string }
  | { readonly column: string; readonly to: Table }
  | { readonly through: Table; readonly by: string; readonly column: string; readonly to: Table };

const its = (column: string, to: Table): Tie => ({ column, to });
const through = (table: Table, by: string, [column, to]: readonly [string, Table]): Tie => ({
  through: table,
  by,
  column,
  to,
});
/** A `Subject`: its type is in `<prefix>_type`, its id in `<prefix>_id`. */
const about = (prefix: string): Tie => ({ column: `${prefix}_id`, type: `${prefix}_type` });
const theirs = [its('user_id', 'user')];

interface Holdable {
  readonly table: Table;
  /** The column that names the person concerned; null for none. */
  readonly person: string | null;
}

/** Where the subjects of each type are, brought by the modules that own them. */
export const subjectTables: Record<SubjectType, Holdable> = {
  ORDER: { table: 'customer_order', person: 'customer_id' },
};

/** What may be held by itself. */
export const holdableTables = (): Readonly<Record<HoldTarget, Holdable>> => ({
  USER: { table: 'user', person: 'id' },
  ...subjectTables,
  CONVERSATION: { table: 'conversation', person: null },
  FILE: { table: 'stored_file', person: 'owner_id' },
  PAYMENT: { table: 'payment', person: 'payer_id' },
  INVOICE: { table: 'invoice', person: 'buyer_id' },
});

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
  conversation: [about('context'), through('conversation_participant', 'conversation_id', ['user_id', 'user'])],
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
  payment: [its('payer_id', 'user'), about('subject')],
  invoice: [its('buyer_id', 'user'), about('subject')],
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
