import { writing } from '../platform/orm/values.ts';
import { inChunks, lost, redacted, type PersonalData } from '../platform/personal-data.ts';
import type { Db } from '../platform/context.ts';
import { messagingDataTexts } from './personal-data-texts.ts';
import { collectVisitors, eraseVisitors, filesOfVisitors, tracesOfVisitors } from './visitors/personal-data.ts';

const conversationsOf = (db: Db, userId: string) =>
  db.selectFrom('conversation_participant').select('conversation_id').where('user_id', '=', userId);

/** What a person wrote; what others wrote to them is theirs, and masked in an export. */
export const messagingPersonalData: PersonalData = {
  domain: 'messaging',
  texts: messagingDataTexts,
  async collect(db, subject) {
    const { userId } = subject;
    const unproven = await collectVisitors(db, subject);
    const participations = await db
      .selectFrom('conversation_participant')
      .selectAll()
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    const conversations = await db
      .selectFrom('conversation')
      .selectAll()
      .where('id', 'in', conversationsOf(db, userId))
      .orderBy('id')
      .execute();
    const messages = await db
      .selectFrom('message')
      .selectAll()
      .orderBy('id')
      .where((eb) => eb.or([eb('conversation_id', 'in', conversationsOf(db, userId)), eb('sender_id', '=', userId)]))
      // What the team notes for itself is no copy of theirs.
      .where((eb) => eb.or([eb('audience', '=', 'ALL'), eb('sender_id', '=', userId)]))
      .execute();
    const own = messages.map((message) =>
      message.sender_id === null || message.sender_id === userId
        ? message
        : { ...message, subject: message.subject && redacted, content: redacted, words: redacted },
    );
    const revisions = await db
      .selectFrom('message_revision as r')
      .innerJoin('message as m', 'm.id', 'r.message_id')
      .selectAll('r')
      .where('m.sender_id', '=', userId)
      .orderBy('r.id')
      .execute();
    return [
      { table: 'conversation', rows: [...conversations, ...unproven.conversations] },
      { table: 'conversation_participant', rows: participations },
      { table: 'message', rows: [...own, ...unproven.messages] },
      { table: 'message_revision', rows: revisions },
      { table: 'visitor', rows: unproven.visitors },
      { table: 'held_message', rows: unproven.held },
      { table: 'form_block', rows: unproven.blocks },
    ];
  },
  async files(db, subject) {
    const { userId } = subject;
    const attached = db
      .selectFrom('message_attachment as a')
      .innerJoin('message as m', 'm.id', 'a.message_id')
      .innerJoin('stored_file as f', 'f.id', 'a.file_id')
      .select('a.file_id')
      // A file that somebody else sent first is theirs, whoever sent it once more.
      .where((eb) => eb.or([eb('f.owner_id', 'is', null), eb('f.owner_id', '=', userId)]))
      .distinct();
    const sent = (await attached.where('m.sender_id', '=', userId).execute()).map(({ file_id }) => file_id);
    return { theirs: [...new Set([...sent, ...(await filesOfVisitors(db, subject))])], othersToo: [] };
  },
  traces: async (db, subject) => [
    ...(await conversationsOf(db, subject.userId).execute()).map(({ conversation_id }) => conversation_id),
    ...(await tracesOfVisitors(db, subject)),
  ],
  async erase(tx, subject) {
    const { userId } = subject;
    const { em, now } = tx;
    const { db } = writing(em);
    const sent = (await db.selectFrom('message').select('id').where('sender_id', '=', userId).execute()).map(
      ({ id }) => id,
    );
    for (const ids of inChunks(sent, 500)) {
      await db.deleteFrom('message_attachment').where('message_id', 'in', ids).execute();
      await db.deleteFrom('message').where('id', 'in', ids).execute();
    }
    // The team talks about other people's things: the subject and the application's own messages stay with those.
    const about = await conversationsOf(db, userId).where('side', '=', 'OUTSIDE').execute();
    const conversationIds = about.map(({ conversation_id }) => conversation_id);
    for (const ids of inChunks(conversationIds)) await unname(db, ids);
    for (const ids of inChunks(conversationIds)) await forgetNotes(db, { ids, userId, now });
    await db.deleteFrom('conversation_participant').where('user_id', '=', userId).execute();
    return [lost('MESSAGES', sent.length), ...(await eraseVisitors(tx, subject))];
  },
};

interface Noted {
  readonly ids: string[];
  readonly userId: string;
  readonly now: Date;
}

/** What the team noted about them, and began to write to them, where the conversation serves nobody else. */
async function forgetNotes(db: Db, { ids, userId, now }: Noted): Promise<void> {
  const shared = await db
    .selectFrom('conversation_participant')
    .select('conversation_id')
    .where('conversation_id', 'in', ids)
    .where('side', '=', 'OUTSIDE')
    .where('user_id', '!=', userId)
    .execute();
  const others = new Set(shared.map(({ conversation_id }) => conversation_id));
  const theirs = ids.filter((id) => !others.has(id));
  if (theirs.length === 0) return;
  const notes = db
    .selectFrom('message')
    .select('id')
    .where('conversation_id', 'in', theirs)
    .where('audience', '!=', 'ALL');
  await db.deleteFrom('message_revision').where('message_id', 'in', notes).execute();
  await db
    .updateTable('message')
    .set({ subject: null, content: '', words: '', deletion_reason: null, deleted_at: now })
    .where('conversation_id', 'in', theirs)
    .where('audience', '!=', 'ALL')
    .execute();
  await db
    .updateTable('conversation_participant')
    .set({ draft: null })
    .where('conversation_id', 'in', theirs)
    .execute();
}

/** The subject is the title of the person's work, and the application's messages repeat it. */
async function unname(db: Db, conversationIds: string[]): Promise<void> {
  await db
    .deleteFrom('message')
    .where('conversation_id', 'in', conversationIds)
    .where('sender_id', 'is', null)
    .execute();
  await db
    .updateTable('conversation')
    .set({ subject: '', subject_key: '', words: null })
    .where('id', 'in', conversationIds)
    .execute();
}
