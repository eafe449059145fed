import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface RawOptions {
  /** Where the connection comes from: a machine has all of 127.0.0.0/8. */
  readonly from?: string;
}

/** A connection of its own, and everything that comes back on it. */
export function dial(url: string, { from }: RawOptions = {}): { socket: Socket; ended: Promise<string> } {
  const { hostname, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, ...(from === undefined ? {} : { localAddress: from }) });
  let text = '';
  socket.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  const ended = new Promise<string>((resolve) => {
    socket.once('error', () => resolve(text));
    socket.once('close', () => resolve(text));
  });
  return { socket, ended };
}

/** Sends these bytes as they are and reads until the server closes; they must ask for that, or be refused. */
export async function sendRaw(url: string, bytes: string | Buffer, options: RawOptions = {}): Promise<RawAnswer> {
  const { socket, ended } = dial(url, options);
  socket.write(bytes);
  return readAnswer(await ended);
}

export function readAnswer(received: string): RawAnswer {
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [line = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((each) => [each.slice(0, each.indexOf(':')).toLowerCase(), each.slice(each.indexOf(':') + 1).trim()]),
  );
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? 0), headers, text: rest.join('\r\n\r\n') };
}

interface ErrorForm {
  readonly errors: readonly {
    readonly message: string;
    readonly extensions: {
      readonly code: string;
      readonly details: Record<string, unknown>;
      readonly requestId: string;
    };
  }[];
}

/** The one error of an answer in the product's form, checked to be of that form and in nobody else's words. */
export function errorIn({
  headers,
  text,
}: Pick<RawAnswer, 'headers' | 'text'>): ErrorForm['errors'][0]['extensions'] & { readonly message: string } {
  const { errors, ...others } = JSON.parse(text) as ErrorForm;
  const [error] = errors;
  if (error === undefined || errors.length !== 1 || Object.keys(others).length > 0)
    throw new Error(`Not our form: ${text}`);
  if (!/^application\/(?:graphql-response\+)?json; charset=utf-8$/.test(headers['content-type'] ?? ''))
    throw new Error(`Not JSON: ${headers['content-type']}`);
  if (/FST_|fastify|Bad Request|statusCode/i.test(text)) throw new Error(`In the framework's words: ${text}`);
  const {
    extensions: { code, details, requestId },
    message,
  } = error;
  return { code, details, requestId, message };
}
