import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The test file of the antivirus industry (https://www.eicar.org/download-anti-malware-testfile/), put together so that no scanner stops at this source. */
export const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

/** What a server of ClamAV does about one connection, instead of answering as it should. */
export type Mood = 'DROPS' | 'SILENT' | 'BUSY' | 'GARBAGE' | null;

/** A server that speaks like clamd, refuses what clamd would refuse, and remembers what it was sent. */
export interface FakeClamd {
  readonly url: string;
  readonly address: { readonly host: string; readonly port: number };
  readonly commands: string[];
  /** The content of each stream that ended, and how many pieces it came in. */
  readonly streams: { readonly bytes: Buffer; readonly pieces: number }[];
  /** For the next connections, one each. */
  readonly moods: Mood[];
  streamMaxLength: number;
  close(): Promise<void>;
}

export async function openFakeClamd(): Promise<FakeClamd> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket.on('close', () => sockets.delete(socket)).on('error', () => undefined));
    converse(socket, fake);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const fake: FakeClamd = {
    ...{ url: `tcp://127.0.0.1:${port}`, address: { host: '127.0.0.1', port } },
    ...{ commands: [], streams: [], moods: [], streamMaxLength: 25 * 1_048_576 },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return fake;
}

function converse(socket: Socket, fake: FakeClamd): void {
  const mood = fake.moods.shift() ?? null;
  if (mood === 'DROPS') return void socket.destroy();
  let read: Buffer = Buffer.alloc(0);
  let command: string | undefined;
  const stream = { pieces: [] as Buffer[] };
  const answer = (text: string): void => void socket.end(`${text}\0`);
  socket.on('data', (piece: Buffer) => {
    if (mood === 'SILENT') return;
    read = Buffer.concat([read, piece]);
    if (command === undefined) {
      const end = read.indexOf(0);
      if (end < 0) return;
      command = read.subarray(0, end).toString('latin1');
      fake.commands.push(command);
      read = read.subarray(end + 1);
    }
    const said =
      answerTo(command, mood) ?? streamed(stream.pieces, fake, () => (read = nextPiece(read, stream.pieces)));
    if (said !== undefined) answer(said);
  });
}

function answerTo(command: string, mood: Mood): string | undefined {
  if (command !== 'zPING' && command !== 'zINSTREAM') return 'UNKNOWN COMMAND';
  if (mood === 'BUSY') return 'Can’t allocate memory ERROR';
  if (mood === 'GARBAGE') return 'I am a web server';
  return command === 'zPING' ? 'PONG' : undefined;
}

/** Takes one whole piece off what was read; an empty piece ends the stream. */
function nextPiece(read: Buffer, pieces: Buffer[]): Buffer {
  if (read.length < 4) return read;
  const length = read.readUInt32BE(0);
  if (read.length < 4 + length) return read;
  pieces.push(Buffer.from(read.subarray(4, 4 + length)));
  return read.subarray(4 + length);
}

function streamed(pieces: Buffer[], fake: FakeClamd, take: () => Buffer): string | undefined {
  for (let before = -1; pieces.length !== before;) {
    before = pieces.length;
    take();
    const bytes = Buffer.concat(pieces);
    if (bytes.length > fake.streamMaxLength) return 'INSTREAM size limit exceeded. ERROR';
    if (pieces.at(-1)?.length !== 0) continue;
    fake.streams.push({ bytes, pieces: pieces.length - 1 });
    return bytes.includes(eicar) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK';
  }
  return undefined;
}
