/** A server that speaks SendGrid's `/v3/mail/send`, answers as its test sets, and keeps what it accepted. */
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

export interface SentBody {
  readonly from: { email: string; name?: string };
  readonly reply_to?: { email: string; name?: string };
  readonly subject: string;
  readonly personalizations: { to: { email: string; name?: string }[]; custom_args: Record<string, string> }[];
  readonly content: { type: string; value: string }[];
  readonly headers: Record<string, string>;
  readonly categories: string[];
  readonly attachments?: { filename: string; type: string; content: string }[];
  readonly tracking_settings: Record<string, Record<string, boolean>>;
}

export type Answer = 'accept' | 'hang' | 'reset' | { status: number; headers?: Record<string, string>; body?: object };

const description = resolve('../shared/contracts/sendgrid/tsg_mail_v3.json');

/** Checks a request against SendGrid's own description; `undefined` when the description is not on this machine. */
export function contractCheck(): ((body: unknown) => string[]) | undefined {
  if (!existsSync(description)) return undefined;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(JSON.parse(readFileSync(description, 'utf8')), 'sendgrid');
  const validate = ajv.compile({
    $ref: 'sendgrid#/components/requestBodies/PostMailSend/content/application~1json/schema',
  });
  return (body) =>
    validate(body) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

export async function sendgridServer(check: (body: unknown) => string[]) {
  const answers: Answer[] = [];
  const received: { body: SentBody; authorization: string | undefined }[] = [];
  const server = createServer((request, response) => void respond(request, response));

  const respond = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    let raw = '';
    for await (const chunk of request) raw += chunk;
    const answer = answers.shift() ?? 'accept';
    if (answer === 'hang') return;
    if (answer === 'reset') return void request.socket.resetAndDestroy();
    if (answer !== 'accept') {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      return void response.end(JSON.stringify(answer.body ?? { errors: [] }));
    }
    const body = JSON.parse(raw) as SentBody;
    const errors = request.method === 'POST' && request.url === '/v3/mail/send' ? check(body) : ['wrong route'];
    received.push({ body, authorization: request.headers.authorization });
    if (errors.length > 0) {
      response.writeHead(400, { 'content-type': 'application/json' });
      return void response.end(JSON.stringify({ errors: errors.map((message) => ({ message })) }));
    }
    response.writeHead(202, { 'x-message-id': `sg-${received.length}` }).end();
  };

  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    received,
    next: (...more: Answer[]) => void answers.push(...more),
    close: () =>
      new Promise<void>((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
