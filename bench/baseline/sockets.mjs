// Bare `ws`: a list of sockets, and one send each.
import { WebSocketServer } from 'ws';

export function openSockets(server) {
  const wss = new WebSocketServer({ server, path: '/ws', perMessageDeflate: false, maxPayload: 64 * 1024 });
  const open = [];
  wss.on('connection', (socket) => {
    open.push(socket);
    socket.on('close', () => open.splice(open.indexOf(socket), 1));
    socket.on('error', () => undefined);
  });
  return {
    count: () => wss.clients.size,
    /** One payload goes to everyone; or one per socket. Returns when it began (monotonic, ms). */
    publish(payloads) {
      const began = Number(process.hrtime.bigint()) / 1e6;
      if (payloads.length === 1) {
        const bytes = Buffer.from(payloads[0]);
        for (const socket of open) socket.send(bytes, { binary: false });
      } else open.forEach((socket, i) => socket.send(payloads[i % payloads.length]));
      return { began };
    },
  };
}
