import assert from 'node:assert/strict';
import * as sdk from '../../sdk/index.ts';
import { eventually } from './listening.ts';
import type { MainJobEnvironment } from './main-job.clients.ts';
import type { Step } from './main-job.story.ts';

type Person = 'customer' | 'admin';

const isDigest = /^\d+\snouveaux messages/;

/** A customer asks for help, the team answers and notes something for itself, and the customer finds the answer. */
export class TicketStory {
  readonly #environment: Pick<MainJobEnvironment, 'url' | 'people'>;
  readonly #clients: Readonly<Record<Person, sdk.AtelierClient>>;
  #ticketId = '';
  #conversationId = '';

  constructor(environment: Pick<MainJobEnvironment, 'url' | 'people'>) {
    this.#environment = environment;
    const client = () => sdk.createClient({ url: `${environment.url}/graphql`, locale: 'fr' });
    this.#clients = { customer: client(), admin: client() };
  }

  get steps(): readonly Step[] {
    return [
      { name: 'A customer asks for help, and reads until when the answer comes', play: () => this.#ask() },
      { name: 'A ticket over a long weekend is due on the morning after it', play: () => this.#count() },
      { name: 'The team takes it and answers; its internal note stays inside', play: () => this.#answer() },
      { name: 'The customer finds the answer with its accents wrong', play: () => this.#search() },
      { name: 'It is resolved, and the customer says how content they are', play: () => this.#close() },
    ];
  }

  /** After the time that there is to read them (`UNREAD_MAIL_SECONDS`): for a demo, which has something else to show meanwhile. */
  digest(mails: MainJobEnvironment['mails']): Step {
    const { email } = this.#environment.people.stranger;
    return {
      name: 'What the customer has not read of it is mailed to them in one mail',
      play: () =>
        eventually(
          'the digest has come',
          async () => (await mails()).find(({ to, subject }) => to.email === email && isDigest.test(subject))?.subject,
        ),
    };
  }

  async #ask(): Promise<string> {
    const { stranger, admin } = this.#environment.people;
    for (const [person, { email, password }] of [
      ['customer', stranger],
      ['admin', admin],
    ] as const) {
      const { login } = await this.#clients[person].mutate(sdk.LoginDocument, { input: { email, password } });
      assert.equal(login.__typename, 'Session');
      this.#clients[person].useTokens(login);
    }
    const { createTicket } = await this.#clients.customer.mutate(sdk.CreateTicketDocument, {
      input: { title: 'Facture introuvable', description: 'Je ne trouve pas ma facture de mai.', category: 'BILLING' },
    });
    this.#ticketId = createTicket.id;
    this.#conversationId = createTicket.conversation?.id ?? '';
    assert.ok(createTicket.firstResponseDueAt, 'no target');
    return `${createTicket.reference}, by ${createTicket.firstResponseDueAt}`;
  }

  /** From 16:30 on Thursday 30 April 2026: a holiday and a weekend follow. */
  async #count(): Promise<string> {
    const { businessTime } = await this.#clients.admin.query(sdk.BusinessTimeDocument, {
      from: '2026-04-30T14:30:00.000Z',
      minutes: 240,
    });
    assert.equal(businessTime.endsAt, '2026-05-04T09:30:00.000Z');
    return businessTime.days.map(({ date, minutes }) => `${date}: ${minutes}`).join(', ');
  }

  async #answer(): Promise<string> {
    const { customer, admin } = this.#clients;
    const [ticketId, conversationId] = [this.#ticketId, this.#conversationId];
    await admin.mutate(sdk.TakeTicketDocument, { input: { ticketId } });
    await admin.mutate(sdk.SendMessageDocument, {
      input: { conversationId, content: 'À vérifier avec la comptabilité.', audience: 'ADMIN' },
    });
    await admin.mutate(sdk.SendMessageDocument, {
      input: { conversationId, content: 'L’élève trouvera sa facture dans « Mes documents ».' },
    });
    await admin.mutate(sdk.SendMessageDocument, {
      input: { conversationId, content: 'Elle est aussi jointe à notre dernier message.' },
    });
    const answered = await eventually('the first answer counts', async () => {
      const { ticket } = await customer.query(sdk.TicketDocument, { id: ticketId });
      return ticket.firstResponseAt === null ? undefined : ticket;
    });
    assert.equal(answered.assignee, null);
    const { conversation } = await customer.query(sdk.ConversationDocument, { id: conversationId, first: 10 });
    const said = conversation.messages.nodes.map(({ content }) => content);
    assert.ok(!said.some((content) => content.includes('comptabilité')), 'the note is seen');
    return `${said.length} messages for the customer`;
  }

  async #search(): Promise<string> {
    const find = async (query: string) =>
      (await this.#clients.customer.query(sdk.SearchMessagesDocument, { query })).searchMessages.nodes;
    const [hit] = await find('eleve FACTURE');
    assert.ok(hit, 'nothing is found');
    assert.deepEqual(await find('comptabilite'), []);
    const findConversations = async (query: string) =>
      (await this.#clients.customer.query(sdk.SearchConversationsDocument, { query })).searchConversations.nodes;
    const [found] = await findConversations('"sa facture" ELEVE');
    assert.equal(found?.conversation.id, this.#conversationId);
    assert.deepEqual(await findConversations('eleve -facture'), []);
    return hit.fragment.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');
  }

  async #close(): Promise<string> {
    const input = { ticketId: this.#ticketId };
    await this.#clients.admin.mutate(sdk.ResolveTicketDocument, { input });
    const { closeTicket } = await this.#clients.customer.mutate(sdk.CloseTicketDocument, {
      input: { ...input, satisfaction: 5, comment: 'Merci\u202f!' },
    });
    assert.equal(closeTicket.status, 'CLOSED');
    return `${closeTicket.satisfaction}/5`;
  }
}
