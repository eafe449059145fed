import assert from 'node:assert/strict';
import * as sdk from '../../../sdk/index.ts';
import { eventually } from '../listening.ts';
import type { MainJobEnvironment } from '../main-job.clients.ts';
import type { Step } from '../main-job.story.ts';
import { attachedXml } from './attached-xml.ts';

export type { Step };
export type Issued = sdk.InvoiceDetailsFragment;

/** A document that the customer was sent: the PDF and the XML inside it. */
export interface Paper {
  readonly number: string;
  readonly pdf: Buffer;
  readonly xml: string;
}

/** Who acts in the invoicing story, what they know by now, and what they took home. */
export class InvoicingContext {
  readonly admin: sdk.AtelierClient;
  readonly customer: sdk.AtelierClient;
  readonly environment: MainJobEnvironment;
  /** By the name of the file that `npm run demo` leaves. */
  readonly papers = new Map<string, Paper>();
  buyerId = '';
  deposit: Issued | undefined;
  rest: Issued | undefined;

  constructor(environment: MainJobEnvironment) {
    this.environment = environment;
    const client = () => sdk.createClient({ url: `${environment.url}/graphql`, locale: 'fr' });
    this.admin = client();
    this.customer = client();
  }

  async close(): Promise<void> {
    await Promise.all([this.admin.close(), this.customer.close()]);
  }

  /** The admin writes a draft and issues it. */
  async issue(input: Omit<sdk.CreateInvoiceDraftInput, 'buyerId'>): Promise<Issued> {
    const { createInvoiceDraft: draft } = await this.admin.mutate(sdk.CreateInvoiceDraftDocument, {
      input: { ...input, buyerId: this.buyerId },
    });
    const { issueInvoice } = await this.admin.mutate(sdk.IssueInvoiceDocument, {
      input: { draftId: draft.id, version: draft.version },
    });
    assert.match(issueInvoice.number, /^FACT-\d{4}-\d{6}$/);
    assert.equal(issueInvoice.status, 'GENERATED');
    return issueInvoice;
  }

  /** The customer pays what is owed of an invoice on the page of the sandbox; answers it once it is paid. */
  async payOnPage({ id }: Issued): Promise<Issued> {
    const { createCheckoutSession } = await this.customer.mutate(sdk.CreateCheckoutSessionDocument, {
      input: { subject: { type: 'INVOICE', id } },
    });
    await this.pressPay(createCheckoutSession.url);
    return this.untilPaid(id);
  }

  /** Pays on a page of the sandbox. */
  async pressPay(url: string): Promise<void> {
    const page = await (await fetch(url)).text();
    const [, action = ''] = /<form[^>]*action="([^"]+\/pay)"/.exec(page) ?? [];
    const after = await fetch(new URL(action, url), { method: 'POST' });
    assert.equal(after.status, 200);
  }

  untilPaid(id: string): Promise<Issued> {
    return eventually('the invoice is paid', async () => {
      const { invoice } = await this.customer.query(sdk.InvoiceDocument, { id });
      return invoice.status === 'PAID' && invoice.balance.amount === 0 ? invoice : undefined;
    });
  }

  /** The customer downloads the PDF of an invoice or a credit note; its XML is attached and says the same. */
  async keepPaper(name: string, id: string): Promise<string> {
    const invoice = await eventually('the PDF is made', async () => {
      const { invoice: found } = await this.customer.query(sdk.InvoiceDocument, { id });
      return found.pdfFileId === null ? undefined : { ...found, pdfFileId: found.pdfFileId };
    });
    const { requestDownload } = await this.customer.mutate(sdk.RequestDownloadDocument, {
      input: { fileId: invoice.pdfFileId },
    });
    const pdf = Buffer.from(await (await fetch(requestDownload.url)).arrayBuffer());
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const xml = attachedXml(pdf);
    assertSays(xml, invoice);
    this.papers.set(name, { number: invoice.number, pdf, xml });
    return `${name}, ${Math.round(pdf.length / 1_024)} KiB`;
  }
}

/** Number, total and currency of the XML are those of the API. */
function assertSays(xml: string, { number, kind, gross }: Issued): void {
  const valueOf = (name: string) => new RegExp(`<ram:${name}[^>]*>([^<]+)</ram:${name}>`).exec(xml)?.[1];
  const document = /<rsm:ExchangedDocument>.*?<\/rsm:ExchangedDocument>/s.exec(xml)?.[0] ?? '';
  assert.ok(document.includes(`<ram:ID>${number}</ram:ID>`), 'the XML has the number');
  const codes = { INVOICE: '380', DEPOSIT: '386', CREDIT_NOTE: '381' };
  assert.equal(valueOf('TypeCode'), codes[kind]);
  assert.equal(valueOf('InvoiceCurrencyCode'), gross.currency);
  const minor = gross.currency === 'XOF' ? 1 : 100;
  assert.equal(Math.round(Number(valueOf('GrandTotalAmount')) * minor), gross.amount);
}
