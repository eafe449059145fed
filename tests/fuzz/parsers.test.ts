import { createHmac } from 'node:crypto';
import { afterAll, expect, test } from '@jest/globals';
import { acceptedType, bodyKind } from '../../src/resolvers/http/accept.ts';
import { bearerOf } from '../../src/resolvers/http/caller.ts';
import { dispositionOf } from '../../src/resolvers/http/disposition.ts';
import { rangeOf } from '../../src/resolvers/http/downloads.ts';
import { parseJson, readBody } from '../../src/resolvers/http/read-body.ts';
import { FormParts } from '../../src/resolvers/http/upload/form-parts.ts';
import { readUploadForm } from '../../src/resolvers/http/upload/upload-form.ts';
import { createUpgradeScreen } from '../../src/resolvers/graphql/socket/upgrade.ts';
import { PaymentFailure } from '../../src/services/adapters/payments/port.ts';
import { readEvent } from '../../src/services/adapters/payments/stripe/stripe-events.ts';
import { fileName } from '../../src/services/files/file-name.ts';
import { readGrant, signGrant } from '../../src/services/files/index.ts';
import { claimedType } from '../../src/services/files/inspection/file-types.ts';
import { inspected } from '../../src/services/files/inspection/inspected.ts';
import { DomainError } from '../../src/services/kernel/errors.ts';
import { preferredLocale } from '../../src/services/kernel/locale.ts';
import { networkOf, subscriberOf } from '../../src/services/kernel/network.ts';
import { changed, Dice, rounds, seed, shown } from '../support/fuzz.ts';
import { boundary, end, file, form, map, operations } from '../support/forms.ts';
import { images } from '../support/images.ts';
import { docx, zip } from '../support/zip.ts';

afterAll(() => console.log(`seed ${seed}`));

/** Runs a parser on inputs that were right and were changed: it answers, or refuses by one of our errors, without keeping the process. */
async function survives(
  inputs: readonly (string | Buffer)[],
  parse: (input: Buffer) => unknown,
  times: number,
): Promise<void> {
  const dice = new Dice(seed);
  for (let i = rounds(times); i > 0; i -= 1) {
    const input = changed(dice.of(inputs), dice);
    const began = process.cpuUsage();
    try {
      await parse(input);
    } catch (error) {
      if (!(error instanceof DomainError || error instanceof PaymentFailure))
        throw new Error(`${shown(input)} (seed ${seed})`, { cause: error });
    }
    const { user, system } = process.cpuUsage(began);
    // Microseconds of processor time; a collection of garbage may fall into any of them.
    if (user + system > 2_000_000) throw new Error(`${(user + system) / 1_000} ms for ${shown(input)} (seed ${seed})`);
  }
}

/** In pieces as a network would cut it. */
async function* inPieces(body: Buffer, dice: Dice): AsyncGenerator<Buffer, unknown> {
  for (let at = 0; at < body.length;) {
    const piece = Buffer.from(body.subarray(at, at + 1 + dice.under(dice.oneIn(2) ? 8 : 4_000)));
    at += piece.length;
    yield piece;
  }
  return undefined;
}

test('forms', async () => {
  const dice = new Dice(seed + 1);
  const right = [
    form(file(), end),
    Buffer.concat([
      operations('q', { a: null, b: [null, null] }),
      map({ 0: ['variables.a'], 1: ['variables.b.0'], 2: ['variables.b.1'] }),
      file('0'),
      file('1', 'é"\\.txt', Buffer.alloc(5_000, '\r\n--')),
      file('2'),
      end,
    ]),
  ];
  const parse = async (body: Buffer): Promise<void> => {
    const { variables } = (await readUploadForm(
      new FormParts(inPieces(body, dice), `multipart/form-data; boundary=${boundary}`, 100_000),
      1,
    )) as { variables?: Record<string, unknown> };
    for (const value of Object.values(variables ?? {}).flat()) {
      const { promise } = (value ?? {}) as { promise?: Promise<{ createReadStream(): AsyncIterable<Uint8Array> }> };
      // A variable may hold anything; only what the reader has placed is a promise.
      if (!(promise instanceof Promise)) continue;
      let length = 0;
      for await (const bytes of (await promise).createReadStream()) length += bytes.length;
      expect(length).toBeLessThanOrEqual(body.length);
    }
  };
  await survives(right, parse, 1_500);
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('types that name a boundary', () =>
  survives(
    [
      'multipart/form-data; boundary=B',
      'multipart/form-data; charset=utf-8; boundary="a b"',
      'application/json; charset="utf-8"',
    ],
    (input) => [
      bodyKind(input.toString()),
      new FormParts(inPieces(Buffer.alloc(0), new Dice(1)), input.toString('latin1'), 1),
    ],
    3_000,
  ));

test('ranges name bytes of the file', () =>
  survives(
    ['bytes=0-9', 'bytes=-10', 'bytes=5-', 'bytes=0-1,3-4', 'bytes=99999999999999999999-'],
    (input) => {
      const range = rangeOf(input.toString('latin1'), 100);
      if (typeof range !== 'object') return;
      expect([
        range.offset >= 0,
        range.length > 0,
        range.offset + range.length <= 100,
        Number.isInteger(range.offset + range.length),
      ]).toEqual([true, true, true, true]);
    },
    5_000,
  ));

const screen = createUpgradeScreen({
  TRUSTED_PROXIES: ['10.0.0.1'],
  HOST: '127.0.0.1',
  TRUSTED_HOSTS: [],
  CORS_ORIGINS: [],
  publicUrl: 'https://atelier.example',
  isProduction: true,
});

test('headers', () =>
  survives(
    [
      'text/html, application/json;q=0.5, */*;q=0',
      'fr-CA,fr;q=0.8,en;q=0.3',
      'Bearer eyJhbGciOiJIUzI1NiJ9.e30.x',
      '203.0.113.7, 10.0.0.1',
      '::ffff:10.0.0.1',
      '2001:db8::1%eth0',
    ],
    (input) => {
      const text = input.toString('latin1');
      const socket = { remoteAddress: '10.0.0.1' } as never;
      const address = screen.addressOf({ socket, headers: { 'x-forwarded-for': text } });
      return [acceptedType(text), preferredLocale(text), bearerOf(text), networkOf(text), subscriberOf(address)];
    },
    5_000,
  ));

test('bodies of GraphQL', () =>
  survives(
    [
      '{"query":"{ me { id } }","operationName":null,"variables":{"a":[1,2.5e3,"\\u00e9"]},"extensions":{}}',
      '[[[[{"a":[]}]]]]',
    ],
    (input) => readBody(parseJson(input.toString())),
    5_000,
  ));

test('webhooks', async () => {
  const secret = 'whsec_fuzz';
  const trust = { secrets: [secret], isLive: false, clock: { now: () => new Date(1_800_000_000_000) } };
  const event = JSON.stringify({
    id: 'evt_1',
    object: 'event',
    type: 'checkout.session.completed',
    livemode: false,
    created: 1_800_000_000,
    data: {
      object: {
        id: 'cs_1',
        object: 'checkout.session',
        payment_status: 'paid',
        amount_total: 100,
        currency: 'eur',
        client_reference_id: 'x',
        metadata: {},
      },
    },
  });
  const signed = (body: Buffer): string =>
    `t=1800000000,v1=${createHmac('sha256', secret).update(`1800000000.${body.toString()}`).digest('hex')}`;
  await survives([event, '{}', '[]', 'null'], (body) => readEvent(body, signed(body), trust), 1_500);
  await survives(
    [signed(Buffer.from(event))],
    (header) => readEvent(Buffer.from(event), header.toString('latin1'), trust),
    1_500,
  );
});

/** Looks at a file of this name as an upload does, whatever it begins with. */
async function inspect(name: string, bytes: Buffer, dice: Dice): Promise<void> {
  const type = claimedType({ name, declaredType: '' }, { kinds: ['DOCUMENT', 'IMAGE'] });
  for await (const piece of inspected(inPieces(bytes, dice), type.inspector?.()))
    expect(piece.length).toBeGreaterThan(0);
}

test('images', async () => {
  const dice = new Dice(seed + 2);
  for (const name of ['a.png', 'a.jpg', 'a.webp']) await survives(images, (bytes) => inspect(name, bytes, dice), 1_300);
});

test('directories of archives', () =>
  survives(
    [
      docx('x'),
      zip([
        { name: 'word/document.xml', content: 'x' },
        { name: '../x', unixMode: 0o120777 },
      ]),
      zip(Array.from({ length: 50 }, (_, i) => ({ name: `n${i}` }))),
    ],
    (bytes) => inspect('a.docx', bytes, new Dice(seed + 3)),
    2_000,
  ));

test('grants', async () => {
  const key = Buffer.alloc(32, 1);
  const now = new Date(1_800_000_000_000);
  const { token } = signGrant(key, { fileId: 'f', versionId: 'v', userId: 'u' }, now);
  await survives(
    [token],
    (input) => {
      const given = input.toString('latin1');
      if (given !== token) expect(() => readGrant(key, given, now)).toThrow(DomainError);
    },
    2_000,
  );
});

test('names of files', () =>
  survives(
    ['Été à la mer.docx', 'C:\\a\\b.pdf', '../../x'],
    (input) => {
      const name = fileName(input.toString());
      expect([
        name.length > 0,
        Buffer.byteLength(name) <= 255,
        /[/\\\p{Cc}]/u.test(name),
        dispositionOf(name).includes('\n'),
      ]).toEqual([true, true, false, false]);
    },
    3_000,
  ));
