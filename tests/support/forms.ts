import { connect } from 'node:net';

/** Forms written by hand, so that a test can write them wrong. */
export const boundary = 'B';

export const avatar = 'mutation ($f: Upload!) { uploadAvatar(input: { file: $f }) { id } }';

/** One part of a form: the lines before its content, then its content. */
export const part = (lines: string | Buffer, content: string | Buffer): Buffer =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\n`),
    Buffer.from(lines),
    Buffer.from('\r\n\r\n'),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ]);

export const field = (name: string, value: string): Buffer =>
  part(`Content-Disposition: form-data; name="${name}"`, value);
export const operations = (query = avatar, variables: object = { f: null }): Buffer =>
  field('operations', JSON.stringify({ query, variables }));
export const map = (paths: object = { 0: ['variables.f'] }): Buffer => field('map', JSON.stringify(paths));
export const file = (name = '0', filename = 'a.png', bytes: string | Buffer = 'hello'): Buffer =>
  part(`Content-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: image/png`, bytes);
export const end = Buffer.from(`--${boundary}--\r\n`);

/** The fields of an upload that is asked for rightly, then these bytes. */
export const form = (...rest: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([operations(), map(), ...rest.map((bytes) => Buffer.from(bytes))]);

export interface RawAnswer {
  /** 0 when the connection ended without an answer. */
  readonly status: number;
  readonly text: string;
}

/** Sends bytes as they are, and reads what comes back until the connection ends or stays silent. */
export function sendBytes(url: string, bytes: readonly Buffer[], silenceMs = 15_000): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  return new Promise((resolve) => {
    const over = (): void => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text });
    };
    socket.setTimeout(silenceMs, over);
    socket.on('error', () => undefined).on('close', over);
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (isWhole(text)) over();
    });
    for (const piece of bytes) socket.write(piece);
  });
}

/** An answer of ours says its length. */
function isWhole(text: string): boolean {
  const head = text.indexOf('\r\n\r\n');
  const length = /\r\ncontent-length: (\d+)/i.exec(text)?.[1];
  return (
    head >= 0 &&
    length !== undefined &&
    Buffer.byteLength(text) >= Buffer.byteLength(text.slice(0, head)) + 4 + Number(length)
  );
}

export interface SentForm {
  readonly body: Buffer;
  readonly contentType?: string;
  readonly token?: string | undefined;
}

/** A form over a connection of its own; `body` goes as it is. */
export const sendForm = (
  url: string,
  { body, contentType = `multipart/form-data; boundary=${boundary}`, token }: SentForm,
): Promise<RawAnswer> =>
  sendBytes(url, [
    Buffer.from(
      [
        'POST /graphql HTTP/1.1',
        `host: ${new URL(url).host}`,
        'apollo-require-preflight: 1',
        `content-type: ${contentType}`,
        `content-length: ${body.length}`,
        ...(token === undefined ? [] : [`authorization: Bearer ${token}`]),
        'connection: close',
        '',
        '',
      ].join('\r\n'),
    ),
    body,
  ]);

/** The code and the fields of an answer's first error. */
export function refusalIn({ text }: RawAnswer): {
  code: string | undefined;
  fields: { path: string; rules: string[] }[];
} {
  const body = text.slice(text.indexOf('\r\n\r\n') + 4);
  const { errors = [] } = (body.startsWith('{') ? JSON.parse(body) : {}) as {
    errors?: { extensions: { code: string; details: { fields?: { path: string; rules: string[] }[] } } }[];
  };
  return { code: errors[0]?.extensions.code, fields: errors[0]?.extensions.details.fields ?? [] };
}
