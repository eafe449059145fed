import assert from 'node:assert/strict';
import * as sdk from '../../../sdk/index.ts';
import { InvoicingContext, type Step } from '../invoicing/invoicing.context.ts';
import { signIn } from '../invoicing/sign-in.ts';
import { eventually, refusalOf } from '../listening.ts';

/**
 * How a price is agreed before it is paid: pages that differ, a review and a quote that is refused, a quote that is accepted.
 * `npm run demo` plays it after the main job; the scenario tests play exactly these steps.
 */
export class PricingStory extends InvoicingContext {
  readonly begin: Step = { name: 'An author and the admin sign in to agree on prices', play: () => signIn(this) };
  readonly pagesDiffer: Step = {
    name: 'Pages differ, and the author accepts the verified price',
    play: () => this.#pagesDiffer(),
  };
  readonly refusesTheQuote: Step = {
    name: 'The author asks for a review and refuses the quote',
    play: () => this.#refusesTheQuote(),
  };
  readonly acceptsTheQuote: Step = {
    name: 'The author accepts a quote, pays its deposit, and the work can begin',
    play: () => this.#acceptsTheQuote(),
  };

  get steps(): readonly Step[] {
    return [this.begin, this.pagesDiffer, this.refusesTheQuote, this.acceptsTheQuote];
  }

  async #place(title: string, declaredPages: number): Promise<string> {
    const { priceItems } = await this.customer.query(sdk.PriceItemsDocument);
    const priceItemId = priceItems.find(({ unit }) => unit === 'PAGE')?.id ?? '';
    const { estimatePrice } = await this.customer.query(sdk.EstimatePriceDocument, {
      input: { priceItemId, pages: declaredPages },
    });
    const { createOrder } = await this.customer.mutate(sdk.CreateOrderDocument, {
      input: { priceItemId, title, declaredPages },
    });
    assert.deepEqual(createOrder.total, estimatePrice.total);
    return createOrder.id;
  }

  async #mailed(subject: RegExp): Promise<string> {
    const { email } = this.environment.people.stranger;
    const found = await eventually(`a mail "${subject.source}"`, async () =>
      (await this.environment.mails()).find((mail) => mail.to.email === email && subject.test(mail.subject)),
    );
    return found.subject;
  }

  #order(id: string): Promise<sdk.OrderQuery['order']> {
    return this.customer.query(sdk.OrderDocument, { id }).then(({ order }) => order);
  }

  async #pays(orderId: string): Promise<void> {
    const { createCheckoutSession } = await this.customer.mutate(sdk.CreateCheckoutSessionDocument, {
      input: { subject: { type: 'ORDER', id: orderId } },
    });
    await this.pressPay(createCheckoutSession.url);
    await eventually('the order is paid', async () =>
      (await this.#order(orderId)).status === 'PAID' ? true : undefined,
    );
  }

  async #pagesDiffer(): Promise<string> {
    const orderId = await this.#place('Le Phare', 100);
    await this.#mailed(/est enregistrée$/);
    const { submitOrderForReview } = await this.customer.mutate(sdk.SubmitOrderForReviewDocument, {
      input: { orderId },
    });
    assert.equal(submitOrderForReview.status, 'AWAITING_REVIEW');
    await this.#mailed(/^Nous vérifions votre commande/);
    const input = { orderId, pages: 120, reason: 'Les notes de bas de page comptent aussi.' };
    const { verifyPages } = await this.admin.mutate(sdk.VerifyPagesDocument, { input });
    assert.deepEqual(
      { ...verifyPages.priceDifference, total: verifyPages.total.amount },
      {
        ...{ declaredPages: 100, verifiedPages: 120, isAcceptanceRequired: true, total: 20_000 },
        declaredTotal: { amount: 20_000, currency: 'EUR' },
        verifiedTotal: { amount: 24_000, currency: 'EUR' },
      },
    );
    const subject = await this.#mailed(/120 pages au lieu de 100$/);
    const paying = { input: { subject: { type: 'ORDER', id: orderId } } } as const;
    assert.equal(
      await refusalOf(this.customer.mutate(sdk.CreateCheckoutSessionDocument, paying)),
      'ACCEPTANCE_REQUIRED',
    );
    const { acceptMeasuredPages } = await this.customer.mutate(sdk.AcceptMeasuredPagesDocument, {
      input: { orderId, pages: 120 },
    });
    assert.equal(acceptMeasuredPages.total.amount, 24_000);
    await this.#pays(orderId);
    return `« ${subject} »; 240 € paid`;
  }

  /** Sends a quote for an order; answers it as the author reads it. */
  async #quoted(orderId: string, terms: { onAcceptance: sdk.AcceptanceEffect; depositPercent?: number }) {
    const validUntil = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
    const { createQuote } = await this.admin.mutate(sdk.CreateQuoteDocument, {
      input: {
        ...{ buyerId: this.buyerId, subject: { type: 'ORDER', id: orderId }, validUntil, ...terms },
        prices: 'GROSS',
        lines: [{ description: 'Relecture approfondie', quantityThousandths: 1_000, unitPrice: '300' }],
      },
    });
    const { id: quoteId, version } = createQuote;
    await this.admin.mutate(sdk.SendQuoteDocument, { input: { quoteId, version } });
    assert.equal((await this.#order(orderId)).status, 'QUOTE_SENT');
    return eventually('the quote is printed', async () => {
      const { quote } = await this.customer.query(sdk.QuoteDocument, { id: quoteId });
      return quote.pdfFileId === null || quote.terms === null ? undefined : { ...quote, terms: quote.terms };
    });
  }

  async #refusesTheQuote(): Promise<string> {
    const orderId = await this.#place('La Jetée', 50);
    await this.customer.mutate(sdk.SubmitOrderForReviewDocument, { input: { orderId } });
    const { id: quoteId, revision, number } = await this.#quoted(orderId, { onAcceptance: 'INVOICE_LATER' });
    await this.customer.mutate(sdk.RefuseQuoteDocument, { input: { quoteId, revision } });
    const { status, availableActions } = await this.#order(orderId);
    assert.equal(status, 'AWAITING_REVIEW');
    assert.ok(availableActions.includes('CANCEL'));
    const { cancelOrder } = await this.customer.mutate(sdk.CancelOrderDocument, { input: { orderId } });
    assert.equal(cancelOrder.status, 'CANCELLED');
    return `${number ?? ''} refused, the order is in review, then given up`;
  }

  async #acceptsTheQuote(): Promise<string> {
    const orderId = await this.#place('Le Môle', 50);
    const quote = await this.#quoted(orderId, { onAcceptance: 'DEPOSIT', depositPercent: 40 });
    const input = {
      ...{ quoteId: quote.id, revision: quote.revision, termsVersion: quote.terms.version, name: 'Camille Morel' },
    };
    const { acceptQuote } = await this.customer.mutate(sdk.AcceptQuoteDocument, { input });
    const accepted = await this.#order(orderId);
    assert.deepEqual([accepted.status, accepted.total.amount], ['PENDING', 30_000]);
    const { invoice } = await this.customer.query(sdk.InvoiceDocument, { id: acceptQuote.invoice?.id ?? '' });
    assert.equal(invoice.gross.amount, 12_000);
    await this.payOnPage(invoice);
    await eventually('the order is paid', async () =>
      (await this.#order(orderId)).status === 'PAID' ? true : undefined,
    );
    return `${quote.number ?? ''}, 120 € of 300 € paid`;
  }
}
