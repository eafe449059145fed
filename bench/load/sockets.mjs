// Many WebSocket clients in one process: incoming raw frames are counted; only those of the first one are parsed.
import { WebSocket } from 'ws';

const openAtOnce = 50;

/** Monotonic time shared by every process of this machine, in milliseconds. */
export const now = () => Number(process.hrtime.bigint()) / 1e6;

/**
 * Opens `count` sockets; `greet(socket, index)` does the client's first steps, and resolves when it is subscribed.
 * @returns `{ next(), close() }`; `next()` resolves when every socket has received one more message.
 */
export async function openSockets({ url, count, protocol, greet }) {
  const state = { left: 0, resolve: undefined, sample: '' };
  const sockets = [];
  const open = async (index) => {
    const socket = new WebSocket(url, protocol, { perMessageDeflate: false });
    await new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    await greet?.(socket, index);
    socket.on('message', (data) => {
      if (state.left === 0) return;
      if (index === 0) state.sample = String(data);
      state.left -= 1;
      if (state.left === 0) state.resolve(now());
    });
    socket.on('error', () => undefined);
    sockets[index] = socket;
  };
  for (let first = 0; first < count; first += openAtOnce) {
    await Promise.all(Array.from({ length: Math.min(openAtOnce, count - first) }, (_, i) => open(first + i)));
  }
  return {
    sample: () => state.sample,
    next: () =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${state.left} of ${count} sockets received nothing`)), 20_000);
        state.left = count;
        state.resolve = (at) => {
          clearTimeout(timer);
          resolve(at);
        };
      }),
    close: async () => {
      for (const socket of sockets) socket.terminate();
      await new Promise((resolve) => setTimeout(resolve, 300));
    },
  };
}

/** The first steps of a graphql-ws client: it authenticates, then subscribes. */
export const subscribe =
  ({ token, query, variables }) =>
  (socket, index) =>
    new Promise((resolve, reject) => {
      const listen = (data) => {
        const { type, payload } = JSON.parse(String(data));
        if (type === 'ping') return socket.send('{"type":"pong"}');
        if (type !== 'connection_ack') return reject(new Error(`unexpected ${type} ${JSON.stringify(payload)}`));
        socket.off('message', listen);
        socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query, variables } }));
        // The server does not confirm a subscription that it accepts: a ping is answered after it has been read.
        socket.once('message', (answer) =>
          JSON.parse(String(answer)).type === 'pong' ? resolve() : reject(new Error(String(answer))),
        );
        socket.send('{"type":"ping"}');
      };
      socket.on('message', listen);
      socket.once('close', (code, reason) => reject(new Error(`closed ${code} ${reason}`)));
      socket.send(
        JSON.stringify({
          type: 'connection_init',
          payload: { token: typeof token === 'function' ? token(index) : token },
        }),
      );
    });
