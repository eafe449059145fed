// The load generator: raw sockets and a minimal HTTP parser, so that it is cheaper than any server.
import { connect } from 'node:net';
import { quantile } from '../lib/stats.mjs';

/** The bytes of one request, made once. */
export function requestBytes({ method = 'GET', path, headers = {}, body }) {
  const payload = body === undefined ? undefined : Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const lines = [
    `${method} ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  if (payload) lines.push('content-type: application/json', `content-length: ${payload.length}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), payload ?? Buffer.alloc(0)]);
}

/** One kept-alive connection; opened again when the server has closed it. */
export function openConnection(port) {
  let socket;
  let waiting;
  let received = [];
  let wanted = -1;
  let size = 0;
  let closes = false;
  const fail = (error) => {
    socket = undefined;
    waiting?.reject(error);
    waiting = undefined;
  };
  const onData = (chunk) => {
    received.push(chunk);
    size += chunk.length;
    if (wanted < 0) {
      const head = received.length === 1 ? chunk : Buffer.concat(received);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      const text = head.latin1Slice(0, end);
      // What the client has already is not sent again.
      const length = text.startsWith('HTTP/1.1 304') ? '0' : /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
      if (length === undefined) return fail(new Error(`no content-length in ${text}`));
      closes = /\r\nconnection: *close/i.test(text);
      wanted = end + 4 + Number(length);
      received = [head];
    }
    if (size < wanted) return;
    const whole = received.length === 1 ? received[0] : Buffer.concat(received);
    const caller = waiting;
    [received, wanted, size, waiting] = [[], -1, 0, undefined];
    if (closes) {
      socket?.destroy();
      socket = undefined;
    }
    caller?.resolve(whole);
  };
  const open = () => {
    const own = connect({ port, host: '127.0.0.1', noDelay: true });
    own.on('data', onData);
    own.on('error', (error) => {
      if (socket === own) fail(error);
    });
    own.on('close', () => {
      if (socket === own) fail(new Error('the server closed the connection'));
    });
    return own;
  };
  return {
    /** Sends the bytes of one request; returns those of the response. */
    send: (bytes) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject };
        socket ??= open();
        socket.write(bytes);
      }),
    close: () => {
      const own = socket;
      socket = undefined;
      own?.destroy();
    },
  };
}

const goodStatus = Buffer.from('HTTP/1.1 200');
const sameStatus = Buffer.from('HTTP/1.1 304');
const bad = Buffer.from('"errors"');

/** Rejects an unexpected response: a fast error must not count as speed. */
function check(response) {
  if (response.compare(sameStatus, 0, sameStatus.length, 0, sameStatus.length) === 0) return;
  if (
    response.compare(goodStatus, 0, goodStatus.length, 0, goodStatus.length) !== 0 ||
    response.subarray(0, 800).includes(bad)
  ) {
    throw new Error(`unexpected answer: ${response.subarray(0, 1_500)}`);
  }
}

/** Keeps `connections` busy for a while, or for so many requests; returns how many requests were served, and their durations in milliseconds. */
export async function load({ port, bytes, connections = 16, milliseconds = Infinity, count = Infinity }) {
  const durations = [];
  const end = performance.now() + milliseconds;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const connection = openConnection(port);
      try {
        while (performance.now() < end && durations.length < count) {
          const at = performance.now();
          check(await connection.send(typeof bytes === 'function' ? bytes(index) : bytes));
          durations.push(performance.now() - at);
        }
      } finally {
        connection.close();
      }
    }),
  );
  const elapsed = performance.now() - began;
  return {
    requests: durations.length,
    perSecond: (durations.length / elapsed) * 1_000,
    p50: quantile(durations, 0.5),
    p99: quantile(durations, 0.99),
  };
}

/** One request, with its response parsed. */
export async function once(port, bytes) {
  const connection = openConnection(port);
  try {
    const response = await connection.send(bytes);
    check(response);
    return JSON.parse(response.subarray(response.indexOf('\r\n\r\n') + 4).toString());
  } finally {
    connection.close();
  }
}
