// What the growth work adds to people and orders: notifications, conversations with their messages, audit entries, jobs and payments.
// One customer has a tenth of everything.
import { foldText } from '../../dist/services/kernel/fold.js';
import { wordsText } from '../../dist/services/kernel/search-query.js';
import { roots } from './generate.mjs';
import { billingTables } from './growth-billing.mjs';
import { busy, busyEvery, day, instantOf, owner, randomOf, sentence } from './growth-facts.mjs';
import { span } from './span.mjs';

const messagesPerConversation = 10;
const rowsPerBatch = 10_000;
const iso = (milliseconds) => new Date(milliseconds).toISOString();

/** A day and a month near the beginning: everything newer lies between them and the first page. */
export const oldDay = { from: iso(span.from + 40 * day), to: iso(span.from + 41 * day) };
export const oldMonth = { createdFrom: iso(span.from + 31 * day), createdTo: iso(span.from + 60 * day) };

const conversationId = (index) => {
  const random = randomOf('conversation', index);
  return random.id(span.from + index);
};
/** A conversation of the busy customer. */
export const busyConversation = conversationId(busy);

const tables = {
  notification: {
    columns: 'id created_at version user_id title message type priority priority_rank read_at expires_at dedupe_key',
    row(index, { count, customers, sink }) {
      const random = randomOf('notification', index);
      const at = instantOf(index, count);
      const isUrgent = random.below(20) === 0;
      const user = owner(random, index, customers);
      const isRead = random.below(2) === 0;
      return [
        random.id(at),
        sink.instant(at),
        1,
        user,
        sentence(random, 4),
        sentence(random, 12),
        'ORDER',
        isUrgent ? 'HIGH' : 'NORMAL',
        isUrgent ? 2 : 1,
        isRead ? sink.instant(at + day) : null,
        random.below(50) === 0 ? sink.instant(span.to + 3_650 * day) : null,
        `bench:${index}`,
      ];
    },
  },
  conversation: {
    share: messagesPerConversation,
    columns: 'id created_at version subject subject_key context_type context_id last_message_at next_seq',
    row(index, { count, sink, lastAt }) {
      const random = randomOf('conversation', index);
      const id = random.id(span.from + index);
      const at = sink.instant(lastAt(index));
      const subject = sentence(random, 5);
      return [id, at, 1, subject, foldText(subject), 'ORDER', random.id(span.from + index), at, count + 1];
    },
  },
  conversation_participant: {
    share: messagesPerConversation,
    columns: 'id created_at version conversation_id user_id left_at last_read_at last_read_seq last_message_at',
    row(index, { count, sink, customers, lastAt }) {
      const random = randomOf('conversation', index + 500_000_000);
      const at = sink.instant(lastAt(index));
      const hasRead = random.below(2) === 0;
      return [
        random.id(span.from + index),
        at,
        1,
        conversationId(index),
        owner(random, index, customers),
        null,
        hasRead ? at : sink.instant(span.from),
        hasRead ? count : 0,
        at,
      ];
    },
  },
  message: {
    columns: 'id created_at version conversation_id sender_id type content words seq',
    row(index, { count, sink }) {
      const random = randomOf('conversation', index + 1_000_000_000);
      const at = instantOf(index, count);
      // The first conversation, of the busy customer, has a tenth of the messages.
      const conversations = Math.ceil(count / messagesPerConversation);
      const conversation = index % busyEvery === 1 ? busy : index % conversations;
      const content = sentence(random, 15);
      return [
        random.id(at),
        sink.instant(at),
        1,
        conversationId(conversation),
        roots.proofreaders[index % 3],
        'USER_MESSAGE',
        content,
        wordsText(content),
        index + 1,
      ];
    },
  },
  audit_entry: {
    columns: `seq at actor_kind actor_id action severity outcome target_type target_id payload prev_mac mac key_epoch`,
    row(index, { count, customers, sink }) {
      const random = randomOf('audit', index);
      const [action, severity, target] = auditAction(random.below(1_000));
      const actor = owner(random, index, customers);
      return [
        index + 1,
        sink.instant(instantOf(index, count)),
        'PERSON',
        actor,
        action,
        severity,
        action === 'LOGIN_FAILED' ? 'FAILURE' : 'SUCCESS',
        target,
        actor,
        '{}',
        zeros,
        zeros,
        0,
      ];
    },
  },
  job: {
    columns: 'id kind payload state priority run_at attempts max_attempts created_at finished_at',
    row(index, { count, sink }) {
      const random = randomOf('job', index);
      const at = instantOf(index, count);
      const state = random.below(100) === 0 ? 'FAILED' : 'COMPLETED';
      return [
        random.id(at),
        random.below(100) === 0 ? 'bench' : 'other',
        '{}',
        state,
        100,
        sink.instant(at),
        1,
        8,
        sink.instant(at),
        sink.instant(at),
      ];
    },
  },
};

const zeros = '0'.repeat(64);

/** Of a thousand entries: so many of each action. */
const auditShares = [
  [600, 'FILE_DOWNLOADED', 'LOW', 'file'],
  [250, 'LOGIN_SUCCESS', 'LOW', 'auth'],
  [100, 'INVOICE_SENT', 'LOW', 'invoice'],
  [30, 'LOGIN_FAILED', 'MEDIUM', 'auth'],
  [15, 'PASSWORD_CHANGE', 'MEDIUM', 'auth'],
  [5, 'ACCOUNT_LOCKED', 'HIGH', 'auth'],
];
function auditAction(place) {
  let passed = 0;
  for (const [share, ...action] of auditShares) {
    passed += share;
    if (place < passed) return action;
  }
  throw new Error('the shares of audit actions must make a thousand');
}

/** Writes `count` notifications, messages and audit entries, and a tenth as many conversations, for people who are there. */
export async function writeGrowth(sink, { count, customers }) {
  const conversations = Math.ceil(count / messagesPerConversation);
  const facts = { count, customers, sink, lastAt: (index) => instantOf(index, conversations) };
  for (const [table, { columns, row, share = 1 }] of Object.entries({ ...tables, ...billingTables })) {
    const rows = Math.ceil(count / share);
    for (let first = 0; first < rows; first += rowsPerBatch) {
      const batch = Array.from({ length: Math.min(rowsPerBatch, rows - first) }, (_, i) => row(first + i, facts));
      await sink.write(table, columns.split(/\s+/), batch);
    }
  }
  await sink.run(`update audit_head set seq = ${count} where id = 1`);
}
