import assert from 'node:assert/strict';
import * as sdk from '../../sdk/index.ts';
import { docx } from '../support/zip.ts';
import { eventually } from './listening.ts';
import type { MainJobEnvironment } from './main-job.clients.ts';
import type { Step } from './main-job.story.ts';

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A visitor orders a proofreading without an account, which the payment opens. `npm run demo` plays these steps. */
export class GuestOrderStory {
  readonly #environment: MainJobEnvironment;
  readonly #client: sdk.AtelierClient;
  readonly #email = `ines.legoff.${Date.now()}@example.org`;
  readonly #password = 'Balise-58-Molène';
  #token = '';
  #url = '';

  constructor(environment: MainJobEnvironment) {
    this.#environment = environment;
    this.#client = sdk.createClient({ url: `${environment.url}/graphql`, locale: 'fr' });
  }

  get steps(): readonly Step[] {
    return [
      {
        name: 'A visitor orders without an account, behind a form ticket and its proof of work',
        play: () => this.#start(),
      },
      { name: 'She sends her text and opens the payment page', play: () => this.#send() },
      { name: 'She pays: the account waits for her, with the order in it', play: () => this.#pay() },
    ];
  }

  async #start(): Promise<string> {
    const { priceItems } = await this.#client.query(sdk.PriceItemsDocument);
    const form = await sdk.prepareForm(this.#client);
    const { startGuestOrder } = await this.#client.mutate(sdk.StartGuestOrderDocument, {
      input: {
        ...{ ...form, firstName: 'Inès', lastName: 'Le Goff', email: this.#email },
        ...{ password: this.#password, title: 'La Balise', declaredPages: 80 },
        priceItemId: priceItems.find(({ unit }) => unit === 'PAGE')?.id ?? '',
        consents: (['TERMS', 'PRIVACY'] as const).map((purpose) => ({ purpose, policyVersion: '2026-11-20' })),
      },
    });
    this.#token = startGuestOrder.resumeToken;
    assert.equal(startGuestOrder.guestOrder.quotedTotal.amount, 16_000);
    return '80 pages, 160,00 €';
  }

  async #send(): Promise<string> {
    const file = new File([new Uint8Array(docx('La balise clignotait.'))], 'balise.docx', { type: word });
    const { uploadGuestManuscript } = await this.#client.upload(sdk.UploadGuestManuscriptDocument, {
      input: { token: this.#token, file },
    });
    assert.equal(uploadGuestManuscript.manuscriptName, 'balise.docx');
    const { openGuestCheckout } = await this.#client.mutate(sdk.OpenGuestCheckoutDocument, {
      input: { token: this.#token },
    });
    this.#url = openGuestCheckout.url;
    return 'balise.docx';
  }

  async #pay(): Promise<string> {
    const paid = await fetch(`${this.#url}/pay`, { method: 'POST' });
    assert.match(await paid.text(), /Paiement accepté/);
    const { links, subject } = await eventually('the activation mail has arrived', async () =>
      (await this.#environment.mails()).find(({ to, subject: of }) => to.email === this.#email && /activez/.test(of)),
    );
    const token = links.map((link) => new URL(link).searchParams.get('token')).find((found) => found !== null) ?? '';
    await this.#client.mutate(sdk.ActivateAccountDocument, { input: { token } });
    const { guestOrderStatus } = await this.#client.query(sdk.GuestOrderStatusDocument, { token: this.#token });
    assert.equal(guestOrderStatus.status, 'COMPLETED');
    await this.#client.close();
    return `« ${subject} »`;
  }
}
