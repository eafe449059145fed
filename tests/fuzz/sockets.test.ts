// @lane sqlite: proves how messages are parsed.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { changed, Dice, longest, oddValue, rounds, seed } from '../support/fuzz.ts';
import { openFuzzedServer, inParallel, type FuzzedServer } from '../support/fuzzed-server.ts';
import { frameOf, speakRaw, textFrame } from '../support/raw-socket.ts';

/** Anything, over real WebSockets, to the server in a process of its own. */
let server: FuzzedServer;
beforeAll(async () => {
  console.log(`seed ${seed}`);
  server = await openFuzzedServer();
});
afterEach(() => server.check(), 120_000);
afterAll(() => server.close());

const unforeseen = /"INTERNAL"|Internal error|\u0003\u00f3|HTTP\/1\.1 5/;

/** What a client says, one message after the other, each right or nearly. */
async function fuzz(times: number, make: (dice: Dice) => { frames: Buffer[]; headers?: string[] }): Promise<void> {
  const outcomes: Record<string, number> = {};
  // One person may hold five sockets.
  await inParallel(rounds(times), 4, async (i) => {
    const dice = new Dice(seed * 1_000_003 + i);
    const { frames, headers = [] } = make(dice);
    const received = await speakRaw(server.url, frames, { headers, silenceMs: 250 });
    if (unforeseen.test(received.replace('HTTP/1.1 503', '')))
      throw new Error(
        `seed ${seed}, ${i}: ${frames
          .map((frame) => frame.toString('base64'))
          .join(' ')
          .slice(0, 4_000)}\nanswered ${received.slice(0, 1_000)}`,
      );
    const outcome = /"type":"\w+"/.exec(received)?.[0] ?? received.slice(9, 12);
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  });
  console.log(expect.getState().currentTestName, JSON.stringify(outcomes));
  expect(Object.keys(outcomes).length).toBeGreaterThan(0);
}

const init = (): Buffer => textFrame({ type: 'connection_init', payload: { token: server.token } });
const subscribe = {
  type: 'subscribe',
  id: '1',
  payload: { query: 'subscription { notificationAdded { cursor } }', variables: {} },
};

test(
  'frames',
  () =>
    fuzz(120, (dice) => {
      const message = Buffer.from(JSON.stringify(dice.of([subscribe, { type: 'ping' }, { type: 'connection_init' }])));
      const odd = (): Buffer =>
        frameOf({
          payload: dice.oneIn(2) ? message : dice.bytes(dice.under(300)),
          opcode: dice.of([0, 1, 1, 2, 3, 7, 8, 9, 10, 11, 15]),
          isFinal: !dice.oneIn(3),
          isMasked: !dice.oneIn(5),
          reserved: dice.oneIn(5) ? dice.under(8) : 0,
          ...(dice.oneIn(4)
            ? { length: dice.of([0, 1, 125, 126, 127, 65_535, 65_536, 65_537, 2 ** 31, 2 ** 40, 2 ** 53 - 1]) }
            : {}),
          ...(dice.oneIn(6) ? { lengthBytes: dice.of([1, 2, 8]) } : {}),
        });
      const frames = [...(dice.oneIn(2) ? [init()] : []), ...Array.from({ length: 1 + dice.under(5) }, odd)];
      return { frames: dice.oneIn(5) ? frames.map((frame) => changed(frame, dice)) : frames };
    }),
  longest,
);

test(
  'messages',
  () =>
    fuzz(120, (dice) => {
      const right = dice.of<unknown>([
        subscribe,
        { type: 'ping', payload: {} },
        { type: 'pong' },
        { type: 'complete', id: '1' },
        { type: 'connection_init', payload: { token: 'x' } },
        { type: 'next', id: '1', payload: {} },
        { ...subscribe, id: '__proto__' },
        { ...subscribe, payload: { query: 'query { me { id } }' } },
        { ...subscribe, payload: { ...subscribe.payload, operationName: '', extensions: {} } },
      ]);
      const said = (): Buffer => {
        const message = dice.oneIn(3)
          ? { ...(right as object), [dice.of(['id', 'type', 'payload', 'then'])]: oddValue(dice) }
          : dice.oneIn(3)
            ? {
                ...subscribe,
                payload: {
                  ...subscribe.payload,
                  [dice.of(['query', 'variables', 'operationName', 'extensions'])]: oddValue(dice),
                },
              }
            : right;
        return dice.oneIn(3) ? frameOf({ payload: changed(JSON.stringify(message), dice) }) : textFrame(message);
      };
      return {
        frames: [
          ...(dice.oneIn(4)
            ? []
            : [dice.oneIn(4) ? textFrame({ type: 'connection_init', payload: oddValue(dice) }) : init()]),
          ...Array.from({ length: 1 + dice.under(4) }, said),
        ],
      };
    }),
  longest,
);

test(
  'handshakes',
  () =>
    fuzz(40, (dice) => {
      const header = dice.of([
        'sec-websocket-protocol: graphql-ws',
        'sec-websocket-version: 8',
        'sec-websocket-key: x',
        'sec-websocket-extensions: permessage-deflate; client_max_window_bits',
        'origin: http://localhost',
        'x-forwarded-for: 203.0.113.7, 127.0.0.1',
        'host: x',
        'accept-language: fr',
        'content-length: 5',
      ]);
      return {
        frames: [init()],
        headers: [
          changed(header, dice)
            .toString('latin1')
            .replace(/[\r\n]/g, ''),
        ],
      };
    }),
  longest,
);

test('fragments of a letter, of a message, and of a message too large', async () => {
  const letter = Buffer.from('{"type":"ping","payload":{"é":1}}');
  const at = letter.indexOf(0xa9);
  const halves = [
    frameOf({ payload: letter.subarray(0, at), isFinal: false }),
    frameOf({ payload: letter.subarray(at), opcode: 0 }),
  ];
  expect(await speakRaw(server.url, [init(), ...halves], { silenceMs: 500 })).toContain('"pong"');
  const endless = Array.from({ length: 200 }, (_, i) =>
    frameOf({ payload: Buffer.alloc(1_000, 97), opcode: i === 0 ? 1 : 0, isFinal: false }),
  );
  // 1009: too large.
  expect(await speakRaw(server.url, [init(), ...endless], { silenceMs: 500 })).toContain('\u0003\u00f1');
  // 1007: no text.
  expect(
    await speakRaw(server.url, [init(), frameOf({ payload: Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]) })], {
      silenceMs: 500,
    }),
  ).toContain('\u0003\u00ef');
});
