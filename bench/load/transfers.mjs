// Uploads by the GraphQL multipart specification, and downloads of a part, over raw sockets.
import { connect } from 'node:net';
import { openConnection, requestBytes } from './http-load.mjs';

const boundary = 'atelier-bench-boundary';

/** The bytes around a file: the form of one mutation with one file. */
export function uploadForm({ query, orderId, name, type }) {
  const operations = JSON.stringify({ query, variables: { input: { orderId, file: null } } });
  const field = (title, value) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${title}"\r\n\r\n${value}\r\n`;
  const head =
    `${field('operations', operations)}${field('map', '{"0":["variables.input.file"]}')}` +
    `--${boundary}\r\ncontent-disposition: form-data; name="0"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`;
  return { head: Buffer.from(head), tail: Buffer.from(`\r\n--${boundary}--\r\n`) };
}

/** Sends a request whose body is given in chunks; returns the response's text once it has arrived. */
export function send({ port, method = 'POST', path, headers, pieces, status = 200 }) {
  const length = pieces.reduce((sum, { length: own }) => sum + own, 0);
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true });
    const received = [];
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      received.push(chunk);
      const text = Buffer.concat(received).toString('latin1');
      const end = text.indexOf('\r\n\r\n');
      // An answer without content says no length.
      const wanted = status === 204 ? '0' : /content-length: *(\d+)/i.exec(text.slice(0, Math.max(0, end)))?.[1];
      if (end < 0 || wanted === undefined || text.length < end + 4 + Number(wanted)) return;
      socket.destroy();
      if (!text.startsWith(`HTTP/1.1 ${status}`) || text.includes('"errors"')) reject(new Error(text.slice(0, 1_500)));
      else resolve(text.slice(end + 4));
    });
    const lines = Object.entries({ host: '127.0.0.1', 'content-length': length, ...headers }).map(
      ([name, value]) => `${name}: ${value}`,
    );
    socket.write(`${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
    for (const piece of pieces) socket.write(piece);
  });
}

/** One upload; returns its duration in milliseconds. */
export async function upload(server, { token, form, content, path = '/graphql' }) {
  const began = performance.now();
  await send({
    port: server.port,
    path,
    pieces: [form.head, content, form.tail],
    headers: {
      authorization: `Bearer ${token}`,
      'apollo-require-preflight': '1',
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  });
  return performance.now() - began;
}

/** The time to the first byte of the body of a range, over a connection that is already open. */
export async function firstByte(port, { path, headers }) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  try {
    const began = performance.now();
    socket.write(requestBytes({ path, headers }));
    let head = '';
    for await (const chunk of socket) {
      head += chunk.toString('latin1');
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) continue;
      if (!head.startsWith('HTTP/1.1 206')) throw new Error(`a part was expected: ${head.slice(0, 300)}`);
      if (head.length > end + 4) return performance.now() - began;
    }
    throw new Error('the connection ended before the first byte');
  } finally {
    socket.destroy();
  }
}

/** Downloads a whole file and discards it; returns the number of bytes. */
export async function download(port, { path, headers }) {
  const connection = openConnection(port);
  try {
    return (await connection.send(requestBytes({ path, headers }))).length;
  } finally {
    connection.close();
  }
}
