import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

export interface Frame {
  readonly payload: Buffer;
  /** 1 text, 2 binary, 8 close, 9 ping, 10 pong. */
  readonly opcode?: number;
  readonly isFinal?: boolean;
  readonly reserved?: number;
  readonly isMasked?: boolean;
  /** The length that the frame claims, when it lies. */
  readonly length?: number;
  /** Bytes that say the length: 1, 2 or 8. */
  readonly lengthBytes?: number;
}

/** The bytes of one frame, right or wrong. Source: RFC 6455, section 5.2. */
export function frameOf({
  payload,
  opcode = 1,
  isFinal = true,
  reserved = 0,
  isMasked = true,
  length = payload.length,
  lengthBytes,
}: Frame): Buffer {
  const size = lengthBytes ?? (length < 126 ? 1 : length < 65_536 ? 2 : 8);
  const head = Buffer.alloc(1 + (size === 1 ? 1 : 1 + size));
  head[0] = (isFinal ? 0x80 : 0) | ((reserved & 7) << 4) | (opcode & 15);
  head[1] = (isMasked ? 0x80 : 0) | (size === 1 ? length & 127 : size === 2 ? 126 : 127);
  if (size === 2) head.writeUInt16BE(length & 0xffff, 2);
  if (size === 8) head.writeBigUInt64BE(BigInt(length), 2);
  if (!isMasked) return Buffer.concat([head, payload]);
  const mask = randomBytes(4);
  return Buffer.concat([head, mask, payload.map((byte, i) => byte ^ (mask[i % 4] as number))]);
}

export const textFrame = (message: unknown): Buffer =>
  frameOf({ payload: Buffer.from(typeof message === 'string' ? message : JSON.stringify(message)) });

/** A WebSocket without a library: the handshake is right unless `headers` say otherwise; resolves with what was received once it is over. */
export function speakRaw(
  url: string,
  frames: readonly Buffer[],
  {
    localAddress = '127.0.0.1',
    headers = [],
    silenceMs = 1_000,
  }: { localAddress?: string; headers?: readonly string[]; silenceMs?: number } = {},
): Promise<string> {
  const { hostname, port, host } = new URL(url);
  const socket: Socket = connect({ port: Number(port), host: hostname, localAddress });
  let received = '';
  socket.write(
    [
      'GET /graphql HTTP/1.1',
      `host: ${host}`,
      'upgrade: websocket',
      'connection: Upgrade',
      'sec-websocket-version: 13',
      `sec-websocket-key: ${randomBytes(16).toString('base64')}`,
      'sec-websocket-protocol: graphql-transport-ws',
      ...headers,
      '',
      '',
    ].join('\r\n'),
    'latin1',
  );
  return new Promise((resolve) => {
    let isOpen = false;
    socket.setTimeout(silenceMs, () => socket.destroy());
    socket.on('error', () => undefined).once('close', () => resolve(received));
    socket.on('data', (bytes: Buffer) => {
      received += bytes.toString('latin1');
      if (isOpen || !received.includes('\r\n\r\n')) return;
      isOpen = true;
      for (const frame of frames) socket.write(frame);
    });
  });
}
