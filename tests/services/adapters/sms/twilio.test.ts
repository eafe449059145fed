import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { smsFolder } from '../../../../src/services/adapters/sms/sms-folder.ts';
import { signatureOf, twilioCallbacks } from '../../../../src/services/adapters/sms/twilio-callbacks.ts';
import { twilioSms } from '../../../../src/services/adapters/sms/twilio.ts';
import { testClock } from '../../../support/clock.ts';

const description = resolve('../shared/contracts/twilio/twilio_api_v2010.messages.json');
const route = '/2010-04-01/Accounts/{AccountSid}/Messages.json';
const accountSid = `AC${'a'.repeat(32)}`;

interface Contract {
  readonly paths: Record<
    string,
    {
      post: {
        requestBody: object;
        responses: Record<string, { content: Record<string, { examples: { create: { value: object } } }> }>;
      };
    }
  >;
}

/** Twilio's own description: what a request may hold, and what it answers; absent when it is not on this machine. */
function contract(): { faults: (form: object) => string[]; answer: object } | undefined {
  if (!existsSync(description))
    return void console.log('skipped: the description of Twilio’s API is not on this machine');
  const api = JSON.parse(readFileSync(description, 'utf8')) as Contract;
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats: { 'phone-number': /^\+[1-9]\d{1,14}$/ } });
  addFormats.default(ajv);
  ajv.addSchema(api, 'twilio');
  const pointer = `twilio#/paths/${encodeURIComponent(route.replaceAll('/', '~1'))}/post/requestBody/content/application~1x-www-form-urlencoded/schema`;
  const validate = ajv.compile({ $ref: pointer });
  const known = Object.keys((ajv.getSchema(pointer)?.schema as { properties: object }).properties);
  return {
    faults: (form) => [
      ...Object.keys(form).filter((name) => !known.includes(name)),
      ...(validate(form) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`)),
    ],
    answer: api.paths[route]?.post.responses['201']?.content['application/json']?.examples.create.value ?? {},
  };
}

type Answer = 'accept' | 'hang' | 'reset' | { status: number; code?: number };
const twilio = contract();
const received: { form: Record<string, string>; url: string | undefined; authorization: string | undefined }[] = [];
let next: Answer = 'accept';
let baseUrl = '';

const server = createServer((request, response) => void respond(request, response));
async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  let raw = '';
  for await (const chunk of request) raw += chunk;
  if (next === 'hang') return;
  if (next === 'reset') return void request.socket.resetAndDestroy();
  received.push({
    form: Object.fromEntries(new URLSearchParams(raw)),
    url: request.url,
    authorization: request.headers.authorization,
  });
  response.writeHead(next === 'accept' ? 201 : next.status, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(
      next === 'accept'
        ? { ...twilio?.answer, sid: `SM${'b'.repeat(32)}` }
        : { code: next.code, message: 'The number +33612345678 is not valid' },
    ),
  );
}
beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const port = () => twilioSms({ accountSid, authToken: 'secret', from: '+33700000000', baseUrl, timeoutMs: 1_500 });
const sms = {
  id: 'challenge-1',
  to: '+33612345678',
  text: 'Staka Livres\u00a0: votre code est 12345678.',
  validSeconds: 600,
};

test('sends a form that Twilio’s own description accepts, and answers its identifier', async () => {
  next = 'accept';
  expect(await port().send(sms)).toEqual({ providerId: `SM${'b'.repeat(32)}` });
  const [request] = received;
  expect(request).toMatchObject({
    url: route.replace('{AccountSid}', accountSid),
    authorization: `Basic ${Buffer.from(`${accountSid}:secret`).toString('base64')}`,
    form: { To: sms.to, From: '+33700000000', Body: sms.text, ValidityPeriod: '600' },
  });
  // A form holds text only; the description types the period as a number.
  if (twilio !== undefined) expect(twilio.faults({ ...request?.form, ValidityPeriod: 600 })).toEqual([]);
});

test('sends through a messaging service, and says where to report what becomes of it', async () => {
  next = 'accept';
  received.length = 0;
  const messagingServiceSid = `MG${'c'.repeat(32)}`;
  const service = twilioSms({ accountSid, authToken: 'secret', messagingServiceSid, baseUrl, timeoutMs: 1_500 });
  await service.send({
    ...sms,
    validSeconds: undefined,
    statusUrl: 'https://api.example.org/webhooks/twilio/status?delivery=1',
  });
  const form = received[0]?.form;
  expect(form).toEqual({
    ...{ To: sms.to, Body: sms.text, MessagingServiceSid: messagingServiceSid },
    StatusCallback: 'https://api.example.org/webhooks/twilio/status?delivery=1',
  });
  if (twilio !== undefined) expect(twilio.faults(form ?? {})).toEqual([]);
});

test('what somebody answered STOP to is refused with Twilio’s code', async () => {
  next = { status: 400, code: 21610 };
  expect(
    await port()
      .send(sms)
      .catch((error: unknown) => error),
  ).toMatchObject({ kind: 'permanent', code: 21610 });
});

test('a signature is over the whole address and the sorted fields, and nothing else of the form', () => {
  // The example of Twilio’s documentation of webhooks security.
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const body = 'Digits=1234&To=%2B18005551212&From=%2B14158675309&Caller=%2B14158675309&CallSid=CA1234567890ABCDE';
  expect(signatureOf('12345', url, new URLSearchParams(body))).toBe('RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  const signed = (fields: string, at = url) => ({
    url: at,
    body: fields,
    signature: signatureOf('12345', at, new URLSearchParams(fields)),
  });
  const { readReport, readReply } = twilioCallbacks('12345');
  const report = 'MessageSid=SM1&MessageStatus=undelivered&ErrorCode=30003';
  expect(readReport(signed(report))).toEqual({ providerId: 'SM1', progress: 'UNDELIVERED', errorCode: 30003 });
  expect(readReport({ ...signed(report), body: `${report}&x=1` })).toBeNull();
  expect(readReport({ ...signed(report), url: url.replace('https', 'http') })).toBeNull();
  expect(readReport({ ...signed(report), signature: undefined })).toBeNull();
  expect(readReport(signed('MessageSid=SM1&MessageStatus=constructor'))).toMatchObject({
    progress: null,
    errorCode: null,
  });
  expect(readReply(signed('MessageSid=SM2&From=%2B33612345678&Body=ARR%C3%8AT'))).toEqual({
    ...{ providerId: 'SM2', from: '+33612345678', text: 'ARRÊT' },
  });
});

test.each([
  [{ status: 400, code: 21211 }, 'permanent'],
  [{ status: 401, code: 20003 }, 'permanent'],
  [{ status: 429, code: 20429 }, 'retryable'],
  [{ status: 503 }, 'retryable'],
  ['hang', 'ambiguous'],
  ['reset', 'ambiguous'],
] as const)('%j is a %s failure that does not repeat the number', async (answer, kind) => {
  next = answer;
  const failure = await port()
    .send(sms)
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'SmsFailure', kind });
  expect(String((failure as Error).message)).not.toContain('336');
});

test('a server that cannot be reached got nothing, and what is no number is never sent', async () => {
  const closed = createServer();
  await new Promise<void>((ready) => closed.listen(0, '127.0.0.1', ready));
  const { port: nobody } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  const nowhere = twilioSms({
    accountSid,
    authToken: 'secret',
    from: '+33700000000',
    baseUrl: `http://127.0.0.1:${nobody}`,
  });
  expect(await nowhere.send(sms).catch((error: unknown) => error)).toMatchObject({ kind: 'retryable' });
  const before = received.length;
  for (const to of ['0612345678', '+0612345678', '+33 6', ''])
    expect(
      await port()
        .send({ ...sms, to })
        .catch((error: unknown) => error),
    ).toMatchObject({ kind: 'permanent' });
  expect(received).toHaveLength(before);
});

test('the folder of development keeps what was sent, the newest first', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'atelier-sms-'));
  try {
    const clock = testClock();
    const kept = smsFolder({ folder: join(folder, 'sms'), clock });
    expect(await kept.list()).toEqual([]);
    await kept.send(sms);
    clock.advance(1_000);
    await kept.send({ id: '../../evil', to: '+22990123456', text: 'deux' });
    expect(await kept.list()).toEqual([
      { id: '../../evil', to: '+22990123456', text: 'deux', date: clock.now() },
      { id: sms.id, to: sms.to, text: sms.text, date: new Date(clock.now().getTime() - 1_000) },
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
