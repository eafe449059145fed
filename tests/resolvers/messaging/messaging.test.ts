import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { LiveStream } from '../../../src/resolvers/graphql/socket/live-stream.ts';
import { requestDownload } from '../../../src/services/files/index.ts';
import { assignProofreader } from '../../../src/services/orders/index.ts';
import { SECOND, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { uploadOf } from '../../support/upload.ts';
import { prepareMessaging } from '../../services/messaging/messaging-environment.ts';

const clock = testClock();
let env: AppEnvironment & Awaited<ReturnType<typeof prepareMessaging>>;
let orderId: string;
let conversationId: string;
beforeAll(async () => {
  const opened = await openTestEnvironment({ isServed: false, clock });
  env = { ...opened, ...(await prepareMessaging(opened)) };
  orderId = await env.order(env.people.ines);
  conversationId = await env.conversationOf(orderId);
});
afterAll(() => env.close());

const send =
  'mutation($input: SendMessageInput!) { sendMessage(input: $input) { id type content conversationId sender { displayName email } attachments { id name mimeType sizeBytes } } }';
const file = (name: string, bytes: string | Buffer, mimetype = 'text/plain') =>
  uploadOf({ filename: name, mimetype, createReadStream: () => Readable.from([Buffer.from(bytes)]) });
interface Sent {
  id: string;
  attachments: { id: string; name: string }[];
}
const sent = ({ data }: { data: unknown }): Sent => (data as { sendMessage: Sent }).sendMessage;

describe('conversations', () => {
  const list = `query($first: Int) { conversations(first: $first) { nodes { id subject unreadCount lastMessage { content sender { displayName } } participants { displayName email }
    messages(first: 2) { nodes { content } pageInfo { hasNextPage endCursor } } } } }`;

  test('a page shows each with its last message, its unread count and who is in it', async () => {
    const { customer, ines } = env.people;
    for (let i = 0; i < 4; i++) await env.order(ines);
    for (const content of ['un', 'deux', 'trois']) {
      clock.advance(SECOND);
      await env.ask(ines, send, { input: { conversationId, content } });
    }
    const { data, codes } = await env.ask(customer, list, { first: 10 });
    expect(codes).toEqual([]);
    const nodes = (data as unknown as { conversations: { nodes: { id: string; unreadCount: number }[] } }).conversations
      .nodes;
    expect(nodes).toHaveLength(5);
    expect(nodes.find(({ id }) => id === conversationId)).toEqual({
      id: conversationId,
      subject: 'Le Fil des jours',
      unreadCount: 4,
      lastMessage: { content: 'trois', sender: { displayName: 'Inès Marchand' } },
      participants: [
        { displayName: 'Camille Morel', email: expect.stringMatching(/@/) as unknown },
        { displayName: 'Inès Marchand', email: null },
      ],
      messages: {
        nodes: [{ content: 'trois' }, { content: 'deux' }],
        pageInfo: { hasNextPage: true, endCursor: expect.any(String) },
      },
    });
  });

  test('what is seen of oneself is the same wherever one is shown, so that a client’s cache keeps one object', async () => {
    const fields =
      'id displayName email role status locale phone address bio avatarFileId createdAt permissionSets preferences { messagesByEmail }';
    const { data } = await env.ask(
      env.people.ines,
      `query($id: ID!) { me { ${fields} } conversation(id: $id) { participants { __typename ${fields} } messages(first: 5) { nodes { sender { ${fields} } } } } }`,
      { id: conversationId },
    );
    const { me, conversation } = data as unknown as {
      me: { id: string };
      conversation: {
        participants: { __typename: string; id: string }[];
        messages: { nodes: { sender: { id: string } | null }[] };
      };
    };
    const own = conversation.participants.find(({ id }) => id === me.id);
    expect(own).toEqual({ __typename: 'User', ...me });
    expect(conversation.messages.nodes.map(({ sender }) => sender).filter((sender) => sender?.id === me.id)).toEqual([
      me,
      me,
      me,
    ]);
  });

  test('messages go back in time page after page', async () => {
    const query =
      'query($id: ID!, $after: Cursor) { conversation(id: $id) { messages(first: 3, after: $after) { nodes { content } pageInfo { hasNextPage endCursor } } } }';
    const contents: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { data } = await env.ask(env.people.customer, query, { id: conversationId, after });
      const { nodes, pageInfo } = (
        data as unknown as {
          conversation: {
            messages: { nodes: { content: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
          };
        }
      ).conversation.messages;
      contents.push(...nodes.map(({ content }) => content));
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(contents.slice(0, 3)).toEqual(['trois', 'deux', 'un']);
    expect(contents[3]).toMatch(/^Bienvenue/);
    expect(contents).toHaveLength(4);
  });

  test('marking one as read answers it', async () => {
    const { data } = await env.ask(
      env.people.customer,
      'mutation($id: ID!) { markConversationRead(input: { conversationId: $id }) { id unreadCount } }',
      { id: conversationId },
    );
    expect(data).toEqual({ markConversationRead: { id: conversationId, unreadCount: 0 } });
  });

  test('are searched by what was said in them, each with the message that it was found in', async () => {
    const { customer, ines, stranger } = env.people;
    clock.advance(SECOND);
    await env.ask(ines, send, { input: { conversationId, content: 'Une métaphore filée' } });
    const search = `query($query: String!) { searchConversations(query: $query, orderBy: RELEVANCE_DESC, first: 5) { totalCount nodes {
      subject { text isMatch } conversation { id unreadCount } message { fragment { text isMatch } message { content } } } } }`;
    const asked = async (actor: typeof customer, query: string): Promise<unknown> => {
      const { data, codes } = await env.ask(actor, search, { query });
      return codes[0] ?? (data as { searchConversations: unknown }).searchConversations;
    };
    expect(await asked(customer, 'METAPHORE fil')).toMatchObject({
      totalCount: 1,
      nodes: [
        {
          subject: [
            { text: 'Le ', isMatch: false },
            { text: 'Fil', isMatch: true },
            { text: ' des jours', isMatch: false },
          ],
          conversation: { id: conversationId },
          message: { message: { content: 'Une métaphore filée' } },
        },
      ],
    });
    expect(await asked(stranger, 'metaphore')).toEqual({ totalCount: 0, nodes: [] });
    expect(await asked(customer, 'a '.repeat(11))).toBe('SEARCH_QUERY_INVALID');
  });

  test('exist for those who are in them and for admins only, also from the order', async () => {
    const query = 'query($id: ID!) { conversation(id: $id) { id } }';
    expect((await env.ask(env.people.stranger, query, { id: conversationId })).codes).toEqual(['NOT_FOUND']);
    expect((await env.ask(env.people.paul, query, { id: conversationId })).codes).toEqual(['NOT_FOUND']);
    expect((await env.ask(env.people.admin, query, { id: conversationId })).data).toEqual({
      conversation: { id: conversationId },
    });
    expect((await env.ask(env.people.admin, query, { id: 'nonsense' })).codes).toEqual(['NOT_FOUND']);
    const viaOrder = 'query($id: ID!) { order(id: $id) { conversation { id } } }';
    expect((await env.ask(env.people.customer, viaOrder, { id: orderId })).data).toEqual({
      order: { conversation: { id: conversationId } },
    });
    expect(
      (
        await env.ask(
          env.people.stranger,
          'mutation($id: ID!) { markConversationRead(input: { conversationId: $id }) { id } }',
          { id: conversationId },
        )
      ).codes,
    ).toEqual(['NOT_FOUND']);
  });
});

describe('sendMessage', () => {
  test('carries a text and files, which those in the conversation may read and nobody else', async () => {
    const { customer, ines, admin, stranger, paul } = env.people;
    const answer = await env.ask(ines, send, {
      input: {
        conversationId,
        content: 'Voici',
        attachments: [file('notes.txt', 'première'), file('suite.md', '# deux', 'text/markdown')],
      },
    });
    expect(answer.codes).toEqual([]);
    expect(sent(answer)).toMatchObject({
      type: 'USER_MESSAGE',
      content: 'Voici',
      sender: { displayName: 'Inès Marchand', email: expect.stringMatching(/@/) as unknown },
      attachments: [{ name: 'notes.txt' }, { name: 'suite.md' }],
    });
    const fileId = sent(answer).attachments[0]?.id as string;
    for (const actor of [customer, ines, admin])
      await expect(requestDownload(env.contextFor(actor), { fileId })).resolves.toMatchObject({
        url: expect.stringContaining(fileId),
      });
    for (const actor of [stranger, paul])
      await expect(requestDownload(env.contextFor(actor), { fileId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('files alone are a message; neither a word nor a file is none', async () => {
    const alone = await env.ask(env.people.customer, send, {
      input: { conversationId, attachments: [file('seul.txt', 'x')] },
    });
    expect(sent(alone)).toMatchObject({ content: '', attachments: [{ name: 'seul.txt' }] });
    for (const input of [{ conversationId }, { conversationId, content: '  ', attachments: [] }])
      expect((await env.ask(env.people.customer, send, { input })).codes).toEqual(['MESSAGE_EMPTY']);
  });

  test('a picture that moves, a sound and an archive go along; what only cabinets take does not', async () => {
    const attachments = [file('logo.gif', 'GIF89a…'), file('voix.mp3', 'ID3…'), file('tout.zip', 'PK\x03\x04…')];
    const along = await env.ask(env.people.customer, send, { input: { conversationId, attachments } });
    expect(sent(along).attachments.map(({ name }) => name)).toEqual(['logo.gif', 'voix.mp3', 'tout.zip']);
    for (const name of ['liste.csv', 'film.avi'])
      expect(
        (await env.ask(env.people.customer, send, { input: { conversationId, attachments: [file(name, 'a;b')] } }))
          .codes,
      ).toEqual(['FILE_TYPE_REFUSED']);
  });

  test('ten files go along; those of another message go along once more, for who may read them, and stay until no message has them', async () => {
    const { customer, ines, paul, stranger } = env.people;
    const ten = Array.from({ length: 10 }, (_, i) => file(`${i}.txt`, `fichier ${i}`));
    const first = sent(await env.ask(customer, send, { input: { conversationId, attachments: ten } }));
    expect(first.attachments).toHaveLength(10);
    const [fileId, other] = first.attachments.map(({ id }) => id) as [string, string];
    const elsewhere = await env.conversationOf(await env.order(paul));
    const again = (actor: typeof customer, input: object) =>
      env.ask(actor, send, { input: { conversationId: elsewhere, ...input } });
    const forwarded = sent(await again(customer, { fileIds: [fileId, fileId] }));
    expect(forwarded.attachments.map(({ id }) => id)).toEqual([fileId]);
    // Of the new conversation one may read this file, and no other of the first message; it is nobody’s to send who cannot read it.
    const mayRead = async (actor: typeof customer, id: string) =>
      (
        await env.ask(actor, 'mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }', {
          input: { fileId: id },
        })
      ).codes;
    expect([await mayRead(paul, fileId), await mayRead(paul, other)]).toEqual([[], ['NOT_FOUND']]);
    expect((await again(paul, { fileIds: [other] })).codes).toEqual(['INPUT_INVALID']);
    expect((await again(paul, { fileIds: ['019ad6b2-8c00-7000-8000-000000000000'] })).codes).toEqual(['INPUT_INVALID']);
    expect((await again(stranger, { fileIds: [fileId] })).codes).toEqual(['NOT_FOUND']);
    expect((await again(customer, { fileIds: [fileId], attachments: ten.slice(0, 10) })).codes).toEqual([
      'INPUT_INVALID',
    ]);
    const take = 'mutation($input: DeleteMessageInput!) { deleteMessage(input: $input) { isDeleted } }';
    await env.ask(customer, take, { input: { messageId: first.id } });
    expect([await mayRead(ines, fileId), await mayRead(paul, fileId)]).toEqual([['NOT_FOUND'], []]);
    await env.ask(customer, take, { input: { messageId: forwarded.id } });
    expect([await mayRead(paul, fileId), await mayRead(customer, fileId)]).toEqual([['NOT_FOUND'], ['NOT_FOUND']]);
  });

  test('one bad file sends nothing and leaves nothing behind', async () => {
    const count = async () => [
      (await env.db.selectFrom('message').select('id').execute()).length,
      (await env.db.selectFrom('stored_file').select('id').where('deleted_at', 'is', null).execute()).length,
    ];
    const before = await count();
    const { codes } = await env.ask(env.people.customer, send, {
      input: {
        conversationId,
        content: 'deux fichiers',
        attachments: [file('bon.txt', 'x'), file('virus.exe', 'MZ', 'application/x-msdownload')],
      },
    });
    expect(codes).toEqual(['FILE_TYPE_REFUSED']);
    expect(await count()).toEqual(before);
  });

  test('is refused to strangers before a byte of theirs is read, and bounded', async () => {
    const trap = uploadOf({
      filename: 'a.txt',
      mimetype: 'text/plain',
      createReadStream: () => {
        throw new Error('was read');
      },
    });
    expect(
      (await env.ask(env.people.stranger, send, { input: { conversationId, attachments: [trap] } })).codes,
    ).toEqual(['NOT_FOUND']);
    expect(
      (await env.ask(env.people.customer, send, { input: { conversationId, content: 'x'.repeat(20_001) } })).codes,
    ).toEqual(['INPUT_INVALID']);
    expect(
      (
        await env.ask(env.people.customer, send, {
          input: { conversationId, content: 'x', attachments: Array.from({ length: 11 }, () => file('a.txt', 'x')) },
        })
      ).codes,
    ).toEqual(['INPUT_INVALID']);
    expect(
      (
        await env.ask({ ...env.people.customer, kind: 'ANONYMOUS', userId: null, role: null }, send, {
          input: { conversationId, content: 'x' },
        })
      ).codes,
    ).toEqual(['UNAUTHENTICATED']);
  });
});

describe('typing', () => {
  test('is for those who would read it, but for who writes', async () => {
    const { customer, ines, admin, stranger } = env.people;
    const document = 'subscription($id: ID!) { typing(conversationId: $id) { until person { displayName } } }';
    const listen = (actor: typeof customer) => env.subscribe(actor, document, { id: conversationId });
    expect(await listen(stranger)).toMatchObject({ errors: [{ originalError: { code: 'NOT_FOUND' } }] });
    const stream = await listen(customer);
    if (!(stream instanceof LiveStream)) throw new Error('no stream');
    const heardBy = (userId: string | null, audience: string) =>
      stream.entitled(
        { seq: 1, payload: { userId, audience } },
        [customer, ines, admin, stranger],
        env.contextOf(admin),
      );
    expect(await heardBy(ines.userId, 'ALL')).toEqual(new Set([customer.userId, admin.userId]));
    expect(await heardBy(ines.userId, 'STAFF')).toEqual(new Set([admin.userId]));
    expect(await heardBy(admin.userId, 'ADMIN')).toEqual(new Set());
  });
});

describe('messageAdded', () => {
  const document = 'subscription($id: ID!) { messageAdded(conversationId: $id) { cursor message { content } } }';
  const listen = (actor: typeof env.people.customer) => env.subscribe(actor, document, { id: conversationId });

  test('is for those in the conversation, asked again for every event', async () => {
    const { customer, ines, paul, admin, stranger } = env.people;
    expect(await listen(stranger)).toMatchObject({ errors: [{ originalError: { code: 'NOT_FOUND' } }] });
    const stream = await listen(ines);
    if (!(stream instanceof LiveStream)) throw new Error('no stream');
    const entitled = () =>
      stream.entitled({ seq: 1, payload: {} }, [customer, ines, paul, admin, stranger], env.contextOf(admin));
    expect(await entitled()).toEqual(new Set([customer.userId, ines.userId, admin.userId]));
    await env.run(assignProofreader, { orderId, proofreaderId: paul.userId as string }, admin);
    // Their membership is ended by a job: whoever lost the order must not hear a word until it has run.
    expect(await entitled()).toEqual(new Set([customer.userId, admin.userId]));
    expect(await listen(ines)).toMatchObject({ errors: [{ originalError: { code: 'NOT_FOUND' } }] });
    await env.work.runDue();
    expect(await entitled()).toEqual(new Set([customer.userId, paul.userId, admin.userId]));
  });
});

describe('as the front-ends of the seeds know messages', () => {
  const shown = 'id kind subject messages(first: 1) { nodes { id subject content status attachments { name } } }';
  interface Shown {
    id: string;
    kind: string;
    messages: {
      nodes: { id: string; subject: string | null; content: string; status: string; attachments: { name: string }[] }[];
    };
  }
  const asked = async (who: Parameters<typeof env.ask>[0], name: string, document: string, variables: object) => {
    const { data, codes } = await env.ask(who, document, variables as Record<string, unknown>);
    return codes.length > 0 ? codes[0] : (data as unknown as Record<string, Shown>)[name];
  };
  const start = (input: object) =>
    asked(
      env.people.customer,
      'startConversation',
      `mutation($input: StartConversationInput!) { startConversation(input: $input) { ${shown} } }`,
      { input: { subject: 'Un contrat', content: 'Le voici.', ...input } },
    );
  const see = async (who: Parameters<typeof env.ask>[0], id: string): Promise<string> => {
    const found = await asked(who, 'conversation', `query($id: ID!) { conversation(id: $id) { ${shown} } }`, { id });
    return (found as Shown).messages.nodes[0]?.status ?? '';
  };
  const byMessage = (who: Parameters<typeof env.ask>[0], verb: string, messageId: string) =>
    asked(who, verb, `mutation($input: MessageInput!) { ${verb}(input: $input) { id kind } }`, {
      input: { messageId },
    });

  test('a conversation begins with files, or goes on about an order of one’s own', async () => {
    const opened = (await start({ attachments: [file('contrat.txt', 'Article premier')] })) as Shown;
    expect(opened).toMatchObject({ kind: 'DIRECT' });
    expect(opened.messages.nodes[0]).toMatchObject({
      ...{ subject: null, content: 'Le voici.', attachments: [{ name: 'contrat.txt' }] },
    });
    const about = await start({ orderId, attachments: [file('page.txt', 'Une page')] });
    expect(about).toMatchObject({ id: conversationId, kind: 'ORDER' });
    expect((about as Shown).messages.nodes[0]).toMatchObject({
      ...{ subject: 'Un contrat', attachments: [{ name: 'page.txt' }] },
    });
    expect(await start({ orderId: opened.id })).toBe('INPUT_INVALID');
    expect(await start({ attachments: Array.from({ length: 11 }, (_, i) => file(`${i}.txt`, 'x')) })).toBe(
      'INPUT_INVALID',
    );
  });

  test('a message has a state for each reader, and its conversation is read up to it, or put away, by it alone', async () => {
    const { customer, ines, stranger } = env.people;
    const about = await env.conversationOf(await env.order(ines));
    const { id } = sent(await env.ask(ines, send, { input: { conversationId: about, content: 'Avez-vous lu ?' } }));
    expect([await see(ines, about), await see(customer, about)]).toEqual(['SENT', 'DELIVERED']);
    expect(await byMessage(stranger, 'markMessageRead', id)).toBe('NOT_FOUND');
    expect(await byMessage(customer, 'markMessageRead', id)).toEqual({ id: about, kind: 'ORDER' });
    expect([await see(ines, about), await see(customer, about)]).toEqual(['READ', 'READ']);
    expect(await byMessage(customer, 'archiveMessage', id)).toEqual({ id: about, kind: 'ORDER' });
    expect([await see(ines, about), await see(customer, about)]).toEqual(['READ', 'ARCHIVED']);
    expect(await byMessage(stranger, 'archiveMessage', id)).toBe('NOT_FOUND');
  });
});
