import assert from 'node:assert/strict';
import * as sdk from '../../sdk/index.ts';
import { docx } from '../support/zip.ts';
import { eventually } from './listening.ts';
import type { MainJobEnvironment } from './main-job.clients.ts';
import type { Step } from './main-job.story.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const subject = 'Un recueil de poèmes';

/** Somebody writes by the contact form and goes on from their mailbox, without an account. `npm run demo` plays these steps. */
export class VisitorStory {
  readonly #environment: MainJobEnvironment;
  readonly #visitor: sdk.AtelierClient;
  readonly #admin: sdk.AtelierClient;
  readonly #email = `soizic.madec.${Date.now()}@example.org`;
  #token = '';

  constructor(environment: MainJobEnvironment) {
    this.#environment = environment;
    const client = () => sdk.createClient({ url: `${environment.url}/graphql`, locale: 'fr' });
    this.#visitor = client();
    this.#admin = client();
  }

  get steps(): readonly Step[] {
    return [
      { name: 'Somebody writes by the contact form, without an account', play: () => this.#write() },
      { name: 'The team finds the message among its conversations, and answers', play: () => this.#answer() },
      { name: 'She reads the answer by the mailed link, and sends a file', play: () => this.#reply() },
    ];
  }

  async #write(): Promise<string> {
    const form = await sdk.prepareForm(this.#visitor);
    await this.#visitor.mutate(sdk.SendContactFormDocument, {
      input: {
        ...form,
        ...{ name: 'Soizic Madec', email: this.#email, consent: '2026-11-20' },
        ...{ subject, content: 'Bonjour, corrigez-vous aussi la poésie\u202f?' },
      },
    });
    const { links } = await eventually('the mail with the link has arrived', async () =>
      (await this.#environment.mails()).find(({ to }) => to.email === this.#email),
    );
    this.#token = links.map((link) => new URL(link).hash.replace('#token=', '')).find(Boolean) ?? '';
    return '« Nous avons bien reçu votre message »';
  }

  async #answer(): Promise<string> {
    const { email, password } = this.#environment.people.admin;
    const { login } = await this.#admin.mutate(sdk.LoginDocument, { input: { email, password } });
    assert.equal(login.__typename, 'Session');
    this.#admin.useTokens(login);
    const { conversations } = await this.#admin.query(sdk.ConversationsDocument, { filter: { kind: 'VISITOR' } });
    const conversation = conversations.nodes.find((node) => node.subject === subject);
    await this.#admin.mutate(sdk.SendMessageDocument, {
      input: { conversationId: conversation?.id ?? '', content: 'Oui. Envoyez-nous quelques pages.' },
    });
    return conversation?.subject ?? '';
  }

  async #reply(): Promise<string> {
    const { visitorConversation } = await this.#visitor.query(sdk.VisitorConversationDocument, { token: this.#token });
    assert.deepEqual(
      visitorConversation.messages.map(({ isFromTeam }) => isFromTeam),
      [false, true],
    );
    const file = new File([new Uint8Array(docx('La marée descend sur la grève.'))], 'marées.docx', { type: word });
    const { replyAsVisitor } = await this.#visitor.upload(sdk.ReplyAsVisitorDocument, {
      input: { token: this.#token, content: 'Les voici.', file },
    });
    await this.#visitor.close();
    await this.#admin.close();
    return `${replyAsVisitor.messages.length} messages, ${replyAsVisitor.messages.at(-1)?.files[0]?.name ?? ''}`;
  }
}
