import { FormBlock, HeldMessage, Visitor } from '../../../entities/messaging/visitor.entity.ts';
import { eraseFiles } from '../../files/index.ts';
import { heldAmong } from '../../platform/legal-holds.ts';
import { writing } from '../../platform/orm/values.ts';
import { inChunks, lost, redacted, type DataSubject, type ErasureLine } from '../../platform/personal-data.ts';
import type { Db, Tx } from '../../platform/context.ts';
import { visitorForgotten } from './events.ts';

/** The address that is shown to be theirs; empty otherwise. */
const provenAddress = ({ email, isAddressUnproven = false }: DataSubject): string => (isAddressUnproven ? '' : email);

/** Those that became theirs, and those that name their address, where it is shown to be theirs. */
const theirs = (db: Db, subject: DataSubject) => {
  const { userId } = subject;
  const email = provenAddress(subject);
  const rows = db.selectFrom('visitor');
  return email === ''
    ? rows.where('user_id', '=', userId)
    : rows.where((eb) => eb.or([eb('user_id', '=', userId), eb('email', '=', email)]));
};

/** What an account has taken over is its conversation: here is what no account has. */
const unadopted = (db: Db, subject: DataSubject) => theirs(db, subject).where('user_id', 'is', null).select('id');

/** Who they were without an account, in what no account has: other modules know them by these ids. */
export const visitorIdsOf = async (db: Db, subject: DataSubject): Promise<string[]> =>
  (await unadopted(db, subject).execute()).map(({ id }) => id);

/** Those of these visitors whom nothing has erased. */
export async function visitorsLeft(db: Db, ids: readonly string[]): Promise<string[]> {
  const left: string[] = [];
  for (const chunk of inChunks(ids))
    left.push(...(await db.selectFrom('visitor').select('id').where('id', 'in', chunk).execute()).map(({ id }) => id));
  return left;
}

/** Everything that somebody wrote without an account; what was answered is the team’s. */
export async function collectVisitors(db: Db, subject: DataSubject) {
  const visitors = await theirs(db, subject).selectAll().orderBy('id').execute();
  const held = await db
    .selectFrom('held_message')
    .selectAll()
    .where('visitor_id', 'in', theirs(db, subject).select('id'))
    .orderBy('id')
    .execute();
  const conversations = await db
    .selectFrom('conversation')
    .selectAll()
    .where('visitor_id', 'in', unadopted(db, subject))
    .orderBy('id')
    .execute();
  const messages = await db
    .selectFrom('message as m')
    .innerJoin('conversation as c', 'c.id', 'm.conversation_id')
    .selectAll('m')
    .where('c.visitor_id', 'in', unadopted(db, subject))
    .where('m.audience', '=', 'ALL')
    .orderBy('m.id')
    .execute();
  const blocks = await db
    .selectFrom('form_block')
    .selectAll()
    .where('kind', '=', 'ADDRESS')
    .where('value', '=', provenAddress(subject))
    .execute();
  return {
    blocks,
    visitors,
    held,
    conversations,
    messages: messages.map((message) => (message.visitor_id === null ? { ...message, content: redacted } : message)),
  };
}

/** The files of what they wrote, held or not. */
export async function filesOfVisitors(db: Db, subject: DataSubject): Promise<string[]> {
  const sent = await db
    .selectFrom('message_attachment as a')
    .innerJoin('message as m', 'm.id', 'a.message_id')
    .select('a.file_id as fileId')
    .distinct()
    .where('m.visitor_id', 'in', theirs(db, subject).select('id'))
    .execute();
  const held = await db
    .selectFrom('held_message')
    .select('file_id as fileId')
    .where('file_id', 'is not', null)
    .where('visitor_id', 'in', theirs(db, subject).select('id'))
    .execute();
  return [...sent, ...held].flatMap(({ fileId }) => fileId ?? []);
}

export const tracesOfVisitors = async (db: Db, subject: DataSubject): Promise<string[]> => {
  const visitors = await theirs(db, subject).select('id').execute();
  const held = await db
    .selectFrom('held_message')
    .select('id')
    .where('visitor_id', 'in', theirs(db, subject).select('id'))
    .execute();
  const conversations = await db
    .selectFrom('conversation')
    .select('id')
    .where('visitor_id', 'in', unadopted(db, subject))
    .execute();
  return [...visitors, ...held, ...conversations].map(({ id }) => id);
};

/** Whoever wrote goes, with the conversations that no account has: question and answer, files, and what was learnt of the address. */
export async function eraseVisitors(tx: Dropping, subject: DataSubject): Promise<ErasureLine[]> {
  const { db } = writing(tx.em);
  await tx.em.nativeDelete(FormBlock, { kind: 'ADDRESS', value: provenAddress(subject) });
  const rows = await theirs(db, subject).select(['id', 'user_id as userId']).execute();
  // A hold may be on a conversation that no account has: nothing else says that it is theirs.
  const kept = await heldAmong(
    db,
    'visitor',
    rows.map(({ id }) => id),
  );
  const gone = rows.filter(({ id }) => !kept.includes(id));
  if (gone.length === 0) return [];
  await dropVisitors(
    tx,
    gone.filter(({ userId }) => userId === null).map(({ id }) => id),
  );
  for (const ids of inChunks(gone.map(({ id }) => id))) {
    await tx.em.nativeDelete(HeldMessage, { visitor: { $in: ids } });
    await tx.em.nativeDelete(Visitor, { id: { $in: ids } });
  }
  return [lost('VISITORS', gone.length)];
}

type Dropping = Tx<'em' | 'now' | 'record' | 'enqueue' | 'emit'>;

/** Visitors, their conversations and what was sent in them. */
export async function dropVisitors(tx: Dropping, visitorIds: readonly string[]): Promise<void> {
  const { db } = writing(tx.em);
  for (const ids of inChunks(visitorIds)) {
    const sent = await db
      .selectFrom('message_attachment as a')
      .innerJoin('message as m', 'm.id', 'a.message_id')
      .innerJoin('conversation as c', 'c.id', 'm.conversation_id')
      .select('a.file_id as fileId')
      .distinct()
      .where('c.visitor_id', 'in', ids)
      .execute();
    await eraseFiles(tx, [...sent.map(({ fileId }) => fileId), ...(await heldFiles(db, ids))]);
    await db.deleteFrom('conversation').where('visitor_id', 'in', ids).execute();
    await db.deleteFrom('visitor').where('id', 'in', ids).execute();
    for (const visitorId of ids) tx.emit(visitorForgotten, { visitorId });
  }
}

async function heldFiles(db: Db, visitorIds: readonly string[]): Promise<string[]> {
  const held = await db.selectFrom('held_message').select('file_id').where('visitor_id', 'in', visitorIds).execute();
  return held.flatMap(({ file_id: fileId }) => fileId ?? []);
}

/** Held messages, with their files. */
export async function dropHeld(tx: Dropping, ids: readonly string[]): Promise<void> {
  const { db } = writing(tx.em);
  const held = await db.selectFrom('held_message').select('file_id').where('id', 'in', ids).execute();
  await eraseFiles(
    tx,
    held.flatMap(({ file_id: fileId }) => fileId ?? []),
  );
  await db.deleteFrom('held_message').where('id', 'in', ids).execute();
}
