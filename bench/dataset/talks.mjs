// What the works about messages read: conversations of one person with 10,000 unread messages, of a customer (10) and of a proofreader
// (1,000), and as many messages of others as are wished. Deterministic.
import { wordsText } from '../../dist/services/kernel/search-query.js';
import { foldText } from '../../dist/services/kernel/fold.js';
import { customerId, roots } from './generate.mjs';
import { sentence } from './growth-facts.mjs';
import { createRandom } from './random.mjs';
import { openSink } from './sinks.mjs';
import { span } from './span.mjs';

export const people = { reader: customerId(0), customer: customerId(1), proofreader: roots.proofreaders[0] };
/** Words that half of all messages have, and a quarter both. */
export const common = ['page', 'voyageur'];

const rowsAtOnce = 10_000;
const others = { from: 10, count: 1_000 };
const messagesOf = { reader: 1_000, customer: 20, proofreader: 20, other: 20 };

/** Of each conversation: who is in it, and how many messages it has. */
function conversations(count) {
  const of = (kind, how, person) =>
    Array.from({ length: how }, (_, i) => ({ kind, person: person(i), messages: messagesOf[kind] }));
  return [
    ...of('reader', 10, () => people.reader),
    ...of('customer', 10, () => people.customer),
    ...of('proofreader', 1_000, () => people.proofreader),
    ...of('other', Math.ceil(count / messagesOf.other), (i) => customerId(others.from + (i % others.count))),
  ].map((talk, index) => ({ ...talk, index }));
}

const idOf = (index) => createRandom(index * 7_919 + 31).id(span.from + index);
/** The ids of the conversations of a kind, as they are numbered whatever the size. */
export const conversationIds = (kind) =>
  conversations(0).flatMap((talk) => (talk.kind === kind ? [idOf(talk.index)] : []));

function messagesIn({ index, messages }, sink) {
  const random = createRandom(index * 104_729 + 5);
  const conversation = idOf(index);
  const instants = Array.from({ length: messages }, () => span.from + random.below(span.to - span.from)).sort(
    (a, b) => a - b,
  );
  return instants.map((at, i) => {
    const content = sentence(random, 15);
    return [
      random.id(at),
      sink.instant(at),
      1,
      conversation,
      roots.admin,
      'USER_MESSAGE',
      content,
      wordsText(content),
      i + 1,
    ];
  });
}

/** Writes them, the oldest message first. */
export async function writeTalks(database, count) {
  const sink = await openSink(database);
  const write = async (table, columns, rows) => {
    for (let first = 0; first < rows.length; first += rowsAtOnce)
      await sink.write(table, columns.split(' '), rows.slice(first, first + rowsAtOnce));
  };
  try {
    const talks = conversations(count);
    const at = sink.instant(span.to);
    await write(
      'conversation',
      'id created_at version subject subject_key words context_type context_id last_message_at next_seq',
      talks.map(({ index, messages }) => {
        const subject = sentence(createRandom(index * 13 + 1), 4);
        return [
          idOf(index),
          at,
          1,
          subject,
          foldText(subject),
          wordsText(subject),
          'ORDER',
          idOf(index),
          at,
          messages + 1,
        ];
      }),
    );
    await write(
      'conversation_participant',
      'id created_at version conversation_id user_id side last_read_seq last_message_at',
      talks.map(({ index, person, kind }) => [
        createRandom(index * 17 + 3).id(span.from),
        ...[at, 1, idOf(index), person, kind === 'proofreader' ? 'STAFF' : 'OUTSIDE', 0, at],
      ]),
    );
    const messages = talks.flatMap((talk) => messagesIn(talk, sink));
    await write(
      'message',
      'id created_at version conversation_id sender_id type content words seq',
      messages.sort((a, b) => (a[1] < b[1] ? -1 : 1)),
    );
  } finally {
    await sink.close();
  }
}

/** A full-text index as the database has it, without any rule of access. */
export async function writeFullText(database) {
  const sink = await openSink(database);
  try {
    if (database.engine === 'sqlite')
      await sink.run(
        'create virtual table bench_words using fts5(words); insert into bench_words (rowid, words) select rowid, words from message',
      );
    else {
      await sink.run(
        'create table bench_words (id char(36) primary key, created_at datetime(3) not null, words mediumtext not null, key (created_at)) engine = InnoDB',
      );
      await sink.run('insert into bench_words select id, created_at, words from message');
      await sink.run('alter table bench_words add fulltext (words)');
    }
  } finally {
    await sink.close();
  }
}
