import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, signIn } from '../support/ask.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { until } from '../support/until.ts';
import { makePriceItem } from '../support/make/price-item.ts';

let env: TestEnvironment;
let priceItemId: string;
beforeAll(async () => {
  env = await openTestEnvironment();
  const em = env.app.orm.em.fork();
  const item = makePriceItem(em, {
    name: 'Pack KDP',
    description: 'Mise en page',
    serviceType: 'PACK_KDP',
  });
  await em.flush();
  priceItemId = item.id;
});
afterAll(() => env.close());

interface OrderAnswer {
  readonly order: {
    status: string;
    payments: { id: string; status: string; amount: { amount: number }; checkoutUrl: string | null }[];
    invoices: {
      id: string;
      number: string;
      status: string;
      gross: { amount: number };
      net: { amount: number };
      pdfFileId: string | null;
      lines: { description: string }[];
    }[];
  };
}

const orderQuery = `query ($id: ID!) { order(id: $id) { status payments { id status amount { amount } checkoutUrl }
  invoices { id number status gross { amount } net { amount } pdfFileId lines { description } } } }`;

const place = async (token: string): Promise<string> => {
  const { data } = await ask(env, 'mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id } }', {
    variables: { input: { title: 'L’été', priceItemId } },
    token,
  });
  return (data as { createOrder: { id: string } }).createOrder.id;
};
const checkout = (orderId: string, token: string) =>
  ask(
    env,
    'mutation ($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { paymentId sessionId url expiresAt } }',
    { variables: { input: { orderId } }, token },
  );
const see = async (id: string, token: string) =>
  (await ask(env, orderQuery, { variables: { id }, token })).data as unknown as OrderAnswer;

test('a customer pays an order, gets its invoice and downloads the PDF; nobody else sees any of it', async () => {
  const [camille, corrector] = [await signIn(env, 'CUSTOMER'), await signIn(env, 'PROOFREADER')];
  const orderId = await place(camille);
  const opened = (await checkout(orderId, camille)).data as unknown as {
    createCheckoutSession: { url: string; sessionId: string; paymentId: string };
  };
  const { url, sessionId, paymentId } = opened.createCheckoutSession;
  expect((await checkout(orderId, camille)).data).toEqual(opened);
  expect((await see(orderId, camille)).order.payments).toMatchObject([
    { id: paymentId, status: 'PENDING', checkoutUrl: url, amount: { amount: 35_000 } },
  ]);

  expect(await (await fetch(url)).text()).toContain('350,00\u00a0€');
  const paid = await fetch(`${url}/pay`, { method: 'POST' });
  expect(await paid.text()).toContain('Paiement accepté');

  const status = async () =>
    (
      await ask(env, 'query ($s: ID!) { paymentStatus(sessionId: $s) { status } }', {
        variables: { s: sessionId },
        token: camille,
      })
    ).data;
  await until('the payment is paid', async () => JSON.stringify(await status()).includes('PAID'));
  await until(
    'the PDF is sealed',
    async () => typeof (await see(orderId, camille)).order.invoices[0]?.pdfFileId === 'string',
    30_000,
  );
  const { order } = await see(orderId, camille);
  expect(order).toMatchObject({
    status: 'PAID',
    payments: [{ status: 'PAID', checkoutUrl: null }],
    invoices: [
      {
        number: expect.stringMatching(/^FACT-\d{4}-000001$/),
        status: 'PAID',
        gross: { amount: 35_000 },
        net: { amount: 29_167 },
        lines: [{ description: expect.stringContaining('L’été') }],
      },
    ],
  });
  expect((await checkout(orderId, camille)).code).toBe('ORDER_ALREADY_PAID');

  const [invoice] = order.invoices;
  const download = (token: string) =>
    ask(env, 'mutation ($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }', {
      variables: { input: { fileId: invoice?.pdfFileId } },
      token,
    });
  const link = (await download(camille)).data as unknown as { requestDownload: { url: string } };
  const pdf = await fetch(link.requestDownload.url);
  expect(pdf.status).toBe(200);
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(
    await env.app.orm.em.fork().execute("select target_id from audit_entry where action = 'INVOICE_DOWNLOADED'"),
  ).toEqual([{ target_id: invoice?.pdfFileId }]);
  expect((await download(corrector)).code).toBe('NOT_FOUND');

  await until('the mail has left', async () => {
    const mails = await env.app.orm.em
      .fork()
      .execute<{ status: string }[]>("select status from email_delivery where template = 'invoice-issued'");
    return mails.length === 1 && mails[0]?.status !== 'QUEUED';
  });
  const admin = await signIn(env, 'ADMIN');
  const asked = { variables: { id: invoice?.id } };
  expect((await ask(env, 'query ($id: ID!) { invoice(id: $id) { number } }', { ...asked, token: admin })).data).toEqual(
    { invoice: { number: invoice?.number } },
  );
  expect(
    (await ask(env, 'query ($id: ID!) { invoice(id: $id) { number } }', { ...asked, token: corrector })).code,
  ).toBe('FORBIDDEN');
  expect(
    (await ask(env, '{ myInvoices(first: 5) { nodes { number lines { gross { amount } } } } }', { token: camille }))
      .data,
  ).toEqual({ myInvoices: { nodes: [{ number: invoice?.number, lines: [{ gross: { amount: 35_000 } }] }] } });
});

test('a refused payment leaves the order to be paid again', async () => {
  const token = await signIn(env, 'CUSTOMER');
  const orderId = await place(token);
  const { url } = ((await checkout(orderId, token)).data as unknown as { createCheckoutSession: { url: string } })
    .createCheckoutSession;
  await fetch(`${url}/refuse`, { method: 'POST' });
  await until('the payment has failed', async () => (await see(orderId, token)).order.payments[0]?.status === 'FAILED');
  expect((await see(orderId, token)).order).toMatchObject({ status: 'PENDING', invoices: [] });
  const again = ((await checkout(orderId, token)).data as unknown as { createCheckoutSession: { url: string } })
    .createCheckoutSession;
  expect(again.url).not.toBe(url);
  await fetch(`${again.url}/pay`, { method: 'POST' });
  await until('the order is paid', async () => (await see(orderId, token)).order.status === 'PAID');
});
