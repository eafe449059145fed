import { request } from 'node:http';
import type { TestEnvironment } from './environment.ts';
import type { SentFile } from './ask.ts';

/** An upload that stands still in the middle of its file until a test lets it go on. */
export interface HeldUpload {
  /** The text of the answer, or how the connection ended. */
  readonly answer: Promise<string>;
  /** Sends the rest; answers the same. */
  finish(): Promise<string>;
}

/** Sends half of an operation with one file, whose variable is `input.file`, by the multipart request specification. */
export async function holdUpload(
  env: Pick<TestEnvironment, 'url'>,
  query: string,
  { input, token, file }: { input: object; token: string; file: SentFile },
): Promise<HeldUpload> {
  const form = new FormData();
  form.set('operations', JSON.stringify({ query, variables: { input: { ...input, file: null } } }));
  form.set('map', '{"0":["variables.input.file"]}');
  form.set('0', new Blob([new Uint8Array(file.bytes)], { type: file.type ?? 'application/octet-stream' }), file.name);
  const encoded = new Response(form);
  const bytes = Buffer.from(await encoded.clone().arrayBuffer());
  const sending = request(`${env.url}/graphql`, {
    method: 'POST',
    agent: false,
    headers: {
      'content-type': encoded.headers.get('content-type') as string,
      'content-length': bytes.length,
      authorization: `Bearer ${token}`,
      'apollo-require-preflight': 'true',
    },
  });
  const answer = new Promise<string>((resolve) => {
    sending.once('error', (error: NodeJS.ErrnoException) => resolve(`cut: ${error.code}`));
    sending.once('response', (response) => {
      let text = '';
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => (text += chunk))
        .on('end', () => resolve(text))
        .on('error', () => resolve('cut: response'));
    });
  });
  const half = Math.floor(bytes.length / 2);
  await new Promise<void>(
    (resolve, reject) => void sending.write(bytes.subarray(0, half), (error) => (error ? reject(error) : resolve())),
  );
  return {
    answer,
    finish: () => {
      sending.end(bytes.subarray(half));
      return answer;
    },
  };
}
