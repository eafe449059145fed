import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import * as sdk from '../../sdk/index.ts';
import { attachedXml } from './invoicing/attached-xml.ts';
import { SubscriptionRecorder, eventually, refusalOf } from './listening.ts';
import { MainJobRevision } from './main-job.revision.ts';
import { schedulePageStep } from './scheduled-page.step.ts';
import { chapters, corrected, notes, texts } from './main-job.texts.ts';

/** One step of the story. `play` checks what it did, and answers a few words about it. */
export interface Step {
  readonly name: string;
  readonly play: () => Promise<string>;
}

/**
 * The main job: a customer orders a proofreading, pays, sends a manuscript, talks with the proofreader, gets the corrected
 * file and an invoice. `npm run demo` and the scenario test both play exactly these steps.
 */
export class MainJob extends MainJobRevision {
  readonly email = `claire.dumas.${Date.now()}@example.org`;
  readonly #password = `Phare-${randomInt(1e9)}-Ouessant`;
  priceItemId = '';
  orderId = '';
  manuscriptId = '';
  correctedId = '';
  conversationId = '';
  checkout: { sessionId: string; url: string } = { sessionId: '', url: '' };
  invoice: { id: string; number: string; pdfFileId: string } = { id: '', number: '', pdfFileId: '' };
  /** What the customer takes home. */
  readonly results = new Map<'invoice' | 'corrected', Buffer>();

  get steps(): readonly Step[] {
    return [
      { name: 'The price list, the FAQ and the legal pages are there', play: () => this.#browse() },
      { name: 'Claire registers, with her explicit consent', play: () => this.#register() },
      { name: 'She activates her account from the mail in her mailbox', play: () => this.#activate() },
      { name: 'She signs in, and her session is refreshed', play: () => this.#signIn() },
      { name: 'The others sign in, and everybody subscribes to their notifications', play: () => this.#gather() },
      { name: 'She creates an order', play: () => this.#order() },
      { name: 'She uploads her manuscript, a DOCX, by the multipart specification', play: () => this.#upload() },
      { name: 'She opens a checkout and pays on the page of the sandbox', play: () => this.#pay() },
      { name: 'The order is PAID, live; the payment is recorded', play: () => this.#paid() },
      {
        name: 'Her invoice has a gapless number and its PDF is sealed; mails are in the mailboxes',
        play: () => this.#invoiced(),
      },
      { name: 'The admin assigns the proofreader, who is notified live', play: () => this.#assign() },
      { name: 'The proofreader downloads the manuscript, whole and by ranges', play: () => this.#download() },
      { name: 'The proofreader starts', play: () => this.#start() },
      { name: 'They talk, both ways and live, with an attachment', play: () => this.#talk() },
      { name: 'The proofreader uploads the corrected file', play: () => this.#correct() },
      { name: 'The proofreader delivers; the order is COMPLETED, live', play: () => this.#deliver() },
      { name: 'Claire downloads the corrected file and her invoice', play: () => this.#receive() },
      { name: 'She asks for changes, and the order is in progress again', play: () => this.askForChanges() },
      { name: 'The proofreader delivers again; both deliveries stay', play: () => this.deliverAgain() },
      { name: 'Claire accepts, with five stars', play: () => this.accept() },
      { name: 'A stranger saw and heard nothing of it', play: () => this.#keepOut() },
      { name: 'The admin schedules a page of the site', play: () => schedulePageStep(this.clients) },
      { name: 'She signs out: her tokens are worth nothing and her socket is closed', play: () => this.#signOut() },
    ];
  }

  async #browse(): Promise<string> {
    const { priceItems } = await this.clients.customer.query(sdk.PriceItemsDocument);
    const prices = Object.fromEntries(
      priceItems.map(({ name, unit, price }) => [name, `${unit} ${price.amount} ${price.currency}`]),
    );
    assert.deepEqual(prices, {
      'Pack KDP': 'PACK 35000 EUR',
      'Correction Standard': 'PAGE 200 EUR',
      'Pack Rédaction': 'PACK 145000 EUR',
    });
    const [{ faqEntries }, { pages }] = await Promise.all([
      this.clients.customer.query(sdk.FaqEntriesDocument),
      this.clients.customer.query(sdk.PagesDocument, { type: 'LEGAL' }),
    ]);
    assert.equal(faqEntries.length, 8);
    assert.ok(faqEntries.every(({ category }) => category !== ''));
    assert.equal(pages.length, 4);
    this.priceItemId = priceItems.find(({ unit }) => unit === 'PAGE')?.id ?? '';
    return `${priceItems.length} services, ${faqEntries.length} questions, ${pages.length} pages`;
  }

  async #register(): Promise<string> {
    const input = {
      email: this.email,
      password: this.#password,
      firstName: 'Claire',
      lastName: 'Dumas',
      address: '12 quai des Brumes\n29200 Brest\nFrance',
    };
    assert.equal(
      await refusalOf(this.clients.customer.mutate(sdk.RegisterDocument, { input: { ...input, consents: [] } })),
      'CONSENT_REQUIRED',
    );
    const consents = (['TERMS', 'PRIVACY'] as const).map((purpose) => ({ purpose, policyVersion: '2026-11-20' }));
    const { register } = await this.clients.customer.mutate(sdk.RegisterDocument, { input: { ...input, consents } });
    assert.deepEqual(register, { email: this.email, isActivationMailed: true });
    return this.email;
  }

  async #activate(): Promise<string> {
    const credentials = { email: this.email, password: this.#password };
    assert.equal(
      await refusalOf(this.clients.customer.mutate(sdk.LoginDocument, { input: credentials })),
      'CREDENTIALS_INVALID',
    );
    const { subject, links } = await this.mail(this.email, /^Activez votre compte/);
    const token = links.map((link) => new URL(link).searchParams.get('token')).find((found) => found !== null) ?? '';
    const { activateAccount } = await this.clients.customer.mutate(sdk.ActivateAccountDocument, { input: { token } });
    assert.equal(activateAccount.status, 'ACTIVE');
    assert.equal(
      await refusalOf(this.clients.customer.mutate(sdk.ActivateAccountDocument, { input: { token } })),
      'TOKEN_INVALID',
    );
    return `« ${subject} »; the link works once`;
  }

  async #signIn(): Promise<string> {
    const { customer } = this.clients;
    await this.enter('customer', { email: this.email, password: this.#password });
    const before = customer.tokens;
    const { refreshSession } = await customer.mutate(sdk.RefreshSessionDocument, {
      input: { refreshToken: before?.refreshToken ?? '' },
    });
    assert.notEqual(refreshSession.refreshToken, before?.refreshToken);
    customer.useTokens(refreshSession);
    const { me } = await customer.query(sdk.MeDocument);
    assert.deepEqual([me.displayName, me.role], ['Claire Dumas', 'CUSTOMER']);
    return `${me.displayName}, ${me.role}`;
  }

  async #gather(): Promise<string> {
    const { people } = this.environment;
    for (const role of ['admin', 'proofreader', 'stranger'] as const) await this.enter(role, people[role]);
    for (const role of ['customer', 'proofreader', 'admin', 'stranger'] as const) {
      this.notifications.set(
        role,
        new SubscriptionRecorder(this.clients[role].subscribe(sdk.NotificationAddedDocument)),
      );
    }
    await this.listening(4);
    return '4 sockets';
  }

  async #order(): Promise<string> {
    const input = { priceItemId: this.priceItemId, title: texts.title, declaredPages: 120, customerNote: texts.note };
    const { createOrder } = await this.clients.customer.mutate(sdk.CreateOrderDocument, { input });
    assert.deepEqual([createOrder.status, createOrder.total], ['PENDING', { amount: 24_000, currency: 'EUR' }]);
    this.orderId = createOrder.id;
    for (const role of ['customer', 'admin'] as const) {
      this.watches.set(
        role,
        new SubscriptionRecorder(this.clients[role].subscribe(sdk.OrderUpdatedDocument, { orderId: this.orderId })),
      );
    }
    await this.listening(5);
    return `${createOrder.reference}, ${createOrder.service}, 120 pages, 240,00 €`;
  }

  async #upload(): Promise<string> {
    const file = new File([new Uint8Array(chapters)], texts.fileName, { type: texts.docxType });
    const { uploadManuscript } = await this.clients.customer.upload(sdk.UploadManuscriptDocument, {
      input: { orderId: this.orderId, file },
    });
    const [stored, ...more] = uploadManuscript.files;
    assert.deepEqual(
      [stored?.name, stored?.role, stored?.sizeBytes, more.length],
      [texts.fileName, 'MANUSCRIPT', chapters.length, 0],
    );
    this.manuscriptId = stored?.id ?? '';
    const png = new File([new Uint8Array(chapters)], 'manuscrit.png', { type: 'image/png' });
    assert.equal(
      await refusalOf(
        this.clients.customer.upload(sdk.UploadManuscriptDocument, { input: { orderId: this.orderId, file: png } }),
      ),
      'FILE_TYPE_REFUSED',
    );
    return `${texts.fileName}, ${Math.round(chapters.length / 1024)} KiB`;
  }

  async #pay(): Promise<string> {
    const { createCheckoutSession } = await this.clients.customer.mutate(sdk.CreateCheckoutSessionDocument, {
      input: { orderId: this.orderId },
    });
    this.checkout = createCheckoutSession;
    const page = await (await fetch(this.checkout.url)).text();
    assert.match(page, /240,00\s€/);
    const [, action = ''] = /<form[^>]*action="([^"]+\/pay)"/.exec(page) ?? [];
    const after = await fetch(new URL(action, this.checkout.url), { method: 'POST' });
    assert.equal(after.status, 200);
    assert.match(await after.text(), /Paiement accepté/);
    return new URL(this.checkout.url).pathname.replace(/(cs_test_sandbox_.{6}).*/, '$1…');
  }

  async #paid(): Promise<string> {
    const {
      orderUpdated: { order },
    } = await this.orderReaches('customer', 'PAID');
    await this.orderReaches('admin', 'PAID');
    assert.notEqual(order.paidAt, null);
    const { paymentStatus } = await this.clients.customer.query(sdk.PaymentStatusDocument, {
      sessionId: this.checkout.sessionId,
    });
    assert.deepEqual([paymentStatus.status, paymentStatus.amount], ['PAID', { amount: 24_000, currency: 'EUR' }]);
    await this.notified('customer', /confirmée/);
    await this.notified('admin', /payée/);
    return 'Claire and the admin were notified';
  }

  async #invoiced(): Promise<string> {
    await this.notified('customer', /facture/);
    const { myInvoices } = await this.clients.customer.query(sdk.MyInvoicesDocument, { first: 10 });
    const [invoice, ...more] = myInvoices.nodes;
    assert.ok(invoice?.pdfFileId);
    assert.equal(more.length, 0);
    assert.match(invoice.number, /^FACT-\d{4}-\d{6}$/);
    assert.deepEqual(
      [invoice.subject.id, invoice.gross.amount, invoice.net.amount + invoice.tax.amount],
      [this.orderId, 24_000, 24_000],
    );
    this.invoice = { id: invoice.id, number: invoice.number, pdfFileId: invoice.pdfFileId };
    await this.mail(this.email, /est confirmée$/);
    await this.mail(this.email, /^Votre facture/);
    await this.mail(this.environment.people.admin.email, /payée/);
    return `${invoice.number}, 3 mails`;
  }

  async #assign(): Promise<string> {
    const { me } = await this.clients.proofreader.query(sdk.MeDocument);
    assert.equal(await refusalOf(this.clients.proofreader.query(sdk.OrderDocument, { id: this.orderId })), 'NOT_FOUND');
    const { assignProofreader } = await this.clients.admin.mutate(sdk.AssignProofreaderDocument, {
      input: { orderId: this.orderId, proofreaderId: me.id },
    });
    assert.equal(assignProofreader.proofreader?.id, me.id);
    const title = await this.notified('proofreader', /manuscrit/);
    await this.notified('customer', /manuscrit/);
    this.watches.set(
      'proofreader',
      new SubscriptionRecorder(this.clients.proofreader.subscribe(sdk.OrderUpdatedDocument, { orderId: this.orderId })),
    );
    this.conversationId = await eventually(
      'the conversation is open',
      async () =>
        (await this.clients.proofreader.query(sdk.OrderDocument, { id: this.orderId })).order.conversation?.id,
    );
    for (const role of ['customer', 'proofreader'] as const) {
      this.chats.set(
        role,
        new SubscriptionRecorder(
          this.clients[role].subscribe(sdk.MessageAddedDocument, { conversationId: this.conversationId }),
        ),
      );
    }
    await this.listening(6);
    return `${me.displayName}: « ${title} »`;
  }

  async #download(): Promise<string> {
    const whole = await this.download('proofreader', this.manuscriptId);
    assert.equal(whole.status, 200);
    assert.ok(whole.bytes.equals(chapters), 'the manuscript is what was sent');
    const part = await this.download('proofreader', this.manuscriptId, 'bytes=70000-140000');
    assert.deepEqual([part.status, part.headers.get('content-range')], [206, `bytes 70000-140000/${chapters.length}`]);
    assert.ok(part.bytes.equals(chapters.subarray(70_000, 140_001)));
    const end = await this.download('proofreader', this.manuscriptId, 'bytes=-1000');
    assert.ok(end.bytes.equals(chapters.subarray(-1000)));
    assert.equal((await this.download('proofreader', this.manuscriptId, `bytes=${chapters.length}-`)).status, 416);
    return '200, 206, 206, 416';
  }

  async #start(): Promise<string> {
    const { startOrder } = await this.clients.proofreader.mutate(sdk.StartOrderDocument, {
      input: { orderId: this.orderId },
    });
    assert.equal(startOrder.status, 'IN_PROGRESS');
    for (const role of ['customer', 'proofreader', 'admin'] as const) await this.orderReaches(role, 'IN_PROGRESS');
    return startOrder.status;
  }

  async #talk(): Promise<string> {
    const { conversationId } = this;
    const file = {
      name: 'questions.txt',
      type: 'text/plain',
      open: async function* () {
        yield new Uint8Array(Buffer.from(notes));
      },
    };
    const asked = await this.clients.proofreader.upload(sdk.SendMessageDocument, {
      input: { conversationId, content: texts.question, attachments: [file] },
    });
    const [attachment] = (await this.received('customer', texts.question)).attachments;
    assert.deepEqual(attachment, asked.sendMessage.attachments[0]);
    assert.equal((await this.download('customer', attachment?.id ?? '')).bytes.toString(), notes);
    await this.clients.customer.mutate(sdk.SendMessageDocument, { input: { conversationId, content: texts.answer } });
    assert.equal((await this.received('proofreader', texts.answer)).sender?.displayName, 'Claire Dumas');
    await this.notified('customer', /^Nouveau message/);
    await this.notified('proofreader', /^Nouveau message/);
    const { markConversationRead } = await this.clients.customer.mutate(sdk.MarkConversationReadDocument, {
      input: { conversationId },
    });
    assert.equal(markConversationRead.unreadCount, 0);
    return `2 messages, ${attachment?.name ?? ''}`;
  }

  async #correct(): Promise<string> {
    const deliver = () =>
      this.clients.proofreader.mutate(sdk.DeliverOrderDocument, { input: { orderId: this.orderId } });
    assert.equal(await refusalOf(deliver()), 'CORRECTED_FILE_REQUIRED');
    // Sent as it is read, piece by piece.
    const file = {
      name: texts.correctedName,
      type: texts.docxType,
      open: async function* () {
        for (let at = 0; at < corrected.length; at += 65_536) yield new Uint8Array(corrected.subarray(at, at + 65_536));
      },
    };
    const { uploadCorrectedFile } = await this.clients.proofreader.upload(sdk.UploadCorrectedFileDocument, {
      input: { orderId: this.orderId, file },
    });
    this.correctedId = uploadCorrectedFile.files.find(({ role }) => role === 'CORRECTED')?.id ?? '';
    assert.notEqual(this.correctedId, '');
    return texts.correctedName;
  }

  async #deliver(): Promise<string> {
    const { deliverOrder } = await this.clients.proofreader.mutate(sdk.DeliverOrderDocument, {
      input: { orderId: this.orderId },
    });
    assert.deepEqual([deliverOrder.status, deliverOrder.availableActions], ['COMPLETED', []]);
    for (const role of ['customer', 'proofreader', 'admin'] as const) await this.orderReaches(role, 'COMPLETED');
    const title = await this.notified('customer', /corrigé est prêt/);
    await this.mail(this.email, /^Votre fichier corrigé est prêt/);
    return `« ${title} », 1 mail`;
  }

  async #receive(): Promise<string> {
    const text = await this.download('customer', this.correctedId);
    assert.ok(text.bytes.equals(corrected), 'the corrected file is what was sent');
    assert.match(text.headers.get('content-disposition') ?? '', /^attachment;/);
    const pdf = await this.download('customer', this.invoice.pdfFileId);
    assert.equal(pdf.bytes.subarray(0, 5).toString(), '%PDF-');
    assert.match(pdf.bytes.subarray(-8).toString(), /%%EOF/);
    assert.ok(attachedXml(pdf.bytes).includes(`<ram:ID>${this.invoice.number}</ram:ID>`));
    this.results.set('corrected', text.bytes).set('invoice', pdf.bytes);
    return `${Math.round(text.bytes.length / 1024)} KiB and ${Math.round(pdf.bytes.length / 1024)} KiB`;
  }

  async #keepOut(): Promise<string> {
    const { stranger, customer } = this.clients;
    const refused = await Promise.all([
      refusalOf(stranger.query(sdk.OrderDocument, { id: this.orderId })),
      refusalOf(stranger.query(sdk.InvoiceDocument, { id: this.invoice.id })),
      refusalOf(stranger.query(sdk.ConversationDocument, { id: this.conversationId })),
      refusalOf(stranger.mutate(sdk.RequestDownloadDocument, { input: { fileId: this.manuscriptId } })),
      refusalOf(stranger.mutate(sdk.RequestDownloadDocument, { input: { fileId: this.invoice.pdfFileId } })),
      refusalOf(
        stranger.mutate(sdk.SendMessageDocument, {
          input: { conversationId: this.conversationId, content: 'Bonjour' },
        }),
      ),
      refusalOf(stranger.subscribe(sdk.OrderUpdatedDocument, { orderId: this.orderId }).next()),
      refusalOf(stranger.subscribe(sdk.MessageAddedDocument, { conversationId: this.conversationId }).next()),
    ]);
    assert.deepEqual([...new Set(refused)], ['NOT_FOUND']);
    assert.equal(
      await refusalOf(customer.mutate(sdk.DeliverOrderDocument, { input: { orderId: this.orderId } })),
      'FORBIDDEN',
    );
    assert.deepEqual(this.notifications.get('stranger')?.heard, []);
    assert.equal((await stranger.query(sdk.MyOrdersDocument, { first: 10 })).myOrders.nodes.length, 0);
    return `${refused.length} times NOT_FOUND, no notification`;
  }

  async #signOut(): Promise<string> {
    const { customer } = this.clients;
    const { accessToken = '', refreshToken = '' } = customer.tokens ?? {};
    await customer.mutate(sdk.LogoutDocument);
    await eventually('her socket is closed', async () =>
      this.notifications.get('customer')?.error === null ? undefined : true,
    );
    const late = sdk.createClient({ url: `${this.environment.url}/graphql`, token: accessToken });
    assert.equal(await refusalOf(late.query(sdk.MeDocument)), 'UNAUTHENTICATED');
    const nobody = sdk.createClient({ url: `${this.environment.url}/graphql` });
    assert.equal(
      await refusalOf(nobody.mutate(sdk.RefreshSessionDocument, { input: { refreshToken } })),
      'UNAUTHENTICATED',
    );
    return 'UNAUTHENTICATED';
  }
}
