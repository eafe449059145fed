import { createConnection, type Socket } from 'node:net';
import { AntivirusAway } from './port.ts';

/** Where the server listens. */
export type ClamdAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** The connection ended without an answer. */
export class Dropped extends Error {
  override name = 'Dropped';
}

/** One connection, for one command. */
export interface Conversation {
  command(name: string): Promise<string>;
  /** Sends content by `INSTREAM`; the answer may come before all of it was sent. */
  stream(content: AsyncIterable<Uint8Array>): Promise<string>;
  close(): void;
}

interface Limits {
  readonly connectMs: number;
  readonly wholeMs: number;
}

/** An answer is a line; more than this is none. */
const longestAnswer = 4_096;

export async function connectTo(address: ClamdAddress, { connectMs, wholeMs }: Limits): Promise<Conversation> {
  const socket = createConnection(address);
  await connected(socket, connectMs);
  const late = setTimeout(() => socket.destroy(new AntivirusAway('clamd did not answer in time')), wholeMs);
  const answer = answerOf(socket);
  // Whoever waits for it hears of it; a failure while content is still being read must not end the process.
  answer.catch(() => undefined);
  return {
    async command(name) {
      await written(socket, Buffer.from(`z${name}\0`));
      return answer;
    },
    async stream(content) {
      await Promise.race([sendAll(socket, content), answer]);
      return answer;
    },
    close() {
      clearTimeout(late);
      socket.destroy();
    },
  };
}

function connected(socket: Socket, connectMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (cause?: Error): void => {
      clearTimeout(late);
      socket.destroy();
      reject(new AntivirusAway('clamd cannot be reached', { cause }));
    };
    const late = setTimeout(fail, connectMs);
    socket.once('error', fail);
    socket.once('connect', () => {
      clearTimeout(late);
      socket.off('error', fail);
      resolve();
    });
  });
}

/** What the server says, up to the NUL that ends it. */
function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (piece: Buffer) => {
      text += piece.toString('utf8');
      const end = text.indexOf('\0');
      if (end >= 0) resolve(text.slice(0, end).trim());
      else if (text.length > longestAnswer) reject(new AntivirusAway('clamd answers too much'));
    });
    socket.once('error', (cause) =>
      reject(cause instanceof AntivirusAway ? cause : new Dropped('clamd ended the connection', { cause })),
    );
    socket.once('close', () => reject(new Dropped('clamd ended the connection')));
  });
}

/** Each piece after its length in four bytes; a length of nothing ends it. A server that has answered reads no further. */
async function sendAll(socket: Socket, content: AsyncIterable<Uint8Array>): Promise<void> {
  await written(socket, Buffer.from('zINSTREAM\0'));
  for await (const piece of content) {
    if (piece.length === 0) continue;
    if (!(await isWritten(socket, Buffer.concat([lengthOf(piece), piece])))) return;
  }
  await isWritten(socket, Buffer.alloc(4));
}

function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

const written = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(new Dropped(error.message, { cause: error })) : resolve()));
  });

/** False once nobody reads any more: what the answer says of it is what counts. */
const isWritten = (socket: Socket, bytes: Buffer): Promise<boolean> =>
  new Promise((resolve) => {
    socket.write(bytes, (error) => resolve(!error));
  });
