import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FormParts } from '../../../src/resolvers/http/upload/form-parts.ts';
import { readPartHeader } from '../../../src/resolvers/http/upload/part-header.ts';
import { readUploadForm } from '../../../src/resolvers/http/upload/upload-form.ts';
import type { IncomingFile } from '../../../src/services/files/index.ts';

const type = 'multipart/form-data; boundary=limite';
const limit = 100_000;

/** The body in pieces of these sizes, over and over; each piece has its own memory, as the socket's have. */
async function* inPieces(body: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer, unknown> {
  for (let at = 0, end = 0, i = 0; at < body.length; at = end, i++) {
    end = Math.min(body.length, at + (sizes[i % sizes.length] as number));
    const piece = Buffer.allocUnsafeSlow(end - at);
    body.copy(piece, 0, at, end);
    yield piece;
  }
  return undefined;
}

const field = (name: string, value: string): string =>
  `--limite\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
/** The name of a file's part and its content. */
const fileHead = (name: string): string =>
  `--limite\r\ncontent-disposition: form-data; name="${name}"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n`;
const opening =
  field('operations', '{"query":"q","variables":{"a":null,"b":[null]}}') +
  field('map', '{"0":["variables.a"],"1":["variables.b.0"]}');
const form = (...files: readonly (readonly [string, Buffer])[]): Buffer =>
  Buffer.concat([
    Buffer.from(opening),
    ...files.flatMap(([name, bytes]) => [Buffer.from(fileHead(name)), bytes, Buffer.from('\r\n')]),
    Buffer.from('--limite--\r\n'),
  ]);

interface Asked {
  readonly variables: {
    readonly a: { promise: Promise<IncomingFile> };
    readonly b: readonly [{ promise: Promise<IncomingFile> }];
  };
}
const read = async (body: Buffer, sizes: readonly number[] = [64]): Promise<Asked['variables']> =>
  ((await readUploadForm(new FormParts(inPieces(body, sizes), type, limit))) as Asked).variables;

async function bytesOf(file: IncomingFile): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of file.createReadStream()) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

/** Made of what delimiters are made of, so that half of one is often met. */
const hostile = fc
  .array(fc.constantFrom('\r', '\n', '\r\n', '-', '--', '\r\n-', '\r\n--', '\r\n--limit', 'limite', 'x', '\0', 'é'), {
    maxLength: 60,
  })
  .map((parts) => Buffer.from(parts.join('')))
  .filter((bytes) => !bytes.includes('\r\n--limite'));

test('two files arrive whole, wherever the body was cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      hostile,
      hostile,
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 5 }),
      async (first, second, sizes) => {
        const { a, b } = await read(form(['0', first], ['1', second]), sizes);
        expect([await bytesOf(await a.promise), await bytesOf(await b[0].promise)]).toEqual([first, second]);
      },
    ),
    { numRuns: 500 },
  );
});

test('a file of several socket reads arrives whole', async () => {
  const content = randomBytes(300_000);
  const { a } = await read(form(['0', content]), [65_536, 100, 65_537]);
  expect((await bytesOf(await a.promise)).equals(content)).toBe(true);
});

test('a file that its reader gives up lets the next one come', async () => {
  const { a, b } = await read(form(['0', Buffer.alloc(5_000, 97)], ['1', Buffer.from('fin')]));
  for await (const piece of (await a.promise).createReadStream()) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
  expect((await bytesOf(await b[0].promise)).toString()).toBe('fin');
});

test('more than the largest file is not read when nobody wants it', async () => {
  const { a, b } = await read(form(['0', Buffer.alloc(2 * limit, 97)], ['1', Buffer.from('fin')]), [1_000]);
  for await (const piece of (await a.promise).createReadStream()) if (piece.length > 0) break;
  await expect(b[0].promise).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

test('a file that never comes, one that is cut, and a body that breaks off are refused as such', async () => {
  const missing = await read(form(['0', Buffer.from('x')]));
  expect((await bytesOf(await missing.a.promise)).toString()).toBe('x');
  await expect(missing.b[0].promise).rejects.toMatchObject({ code: 'FILE_MISSING' });
  const whole = form(['0', Buffer.alloc(500, 97)]);
  const cut = await read(whole.subarray(0, whole.length - 100));
  await expect(bytesOf(await cut.a.promise)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const gone = async function* (): AsyncGenerator<Buffer, unknown> {
    yield whole.subarray(0, whole.length - 100);
    throw new Error('reset');
  };
  const { variables } = (await readUploadForm(new FormParts(gone(), type, limit))) as Asked;
  await expect(bytesOf(await variables.a.promise)).rejects.toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
});

test('a file is read once', async () => {
  const { a } = await read(form(['0', Buffer.from('x')]));
  const file = await a.promise;
  await bytesOf(file);
  expect(() => file.createReadStream()).toThrow('once');
});

test('files that come in another order than they are read in all arrive', async () => {
  const { a, b } = await read(form(['1', Buffer.from('second')], ['0', Buffer.from('first')]));
  expect((await bytesOf(await b[0].promise)).toString()).toBe('second');
  expect((await bytesOf(await a.promise)).toString()).toBe('first');
});

test('a file that nobody comes for does not keep the next one waiting for ever', async () => {
  const parts = new FormParts(
    inPieces(form(['0', Buffer.from('left')], ['1', Buffer.from('wanted')]), [64]),
    type,
    limit,
  );
  const {
    variables: { a, b },
  } = (await readUploadForm(parts, 20)) as Asked;
  expect((await bytesOf(await b[0].promise)).toString()).toBe('wanted');
  const left = await a.promise;
  expect(() => left.createReadStream()).toThrow(
    expect.objectContaining({ code: 'INPUT_INVALID', details: { fields: [{ path: 'map', rules: ['order'] }] } }),
  );
});

test('a field that comes byte by byte is read, and no longer one than 64 KiB', async () => {
  const asked = await read(form(['0', Buffer.from('x')]), [1]);
  expect(Object.keys(asked)).toEqual(['a', 'b']);
  await expect(
    read(Buffer.from(field('operations', JSON.stringify({ query: 'x'.repeat(65_536) }))), [1_000]),
  ).rejects.toMatchObject({ details: { fields: [{ path: 'body', rules: ['size'] }] } });
});

test.each([
  ['a preamble', (body: string) => `this is a form\r\n${body}`],
  ['an epilogue', (body: string) => `${body}and more`],
  ['blanks after the boundaries', (body: string) => body.replaceAll('--limite\r\n', '--limite \t \r\n')],
  ['folded lines', (body: string) => body.replaceAll('form-data; name', 'form-data;\r\n  name')],
  [
    'other letters',
    (body: string) => body.replaceAll('content-disposition: form-data', 'CONTENT-DISPOSITION:FORM-DATA'),
  ],
])('a form with %s is read', async (_name, change) => {
  const { a, b } = await read(
    Buffer.from(change(form(['0', Buffer.from('x')], ['1', Buffer.from('y')]).toString())),
    [7],
  );
  expect([(await bytesOf(await a.promise)).toString(), (await bytesOf(await b[0].promise)).toString()]).toEqual([
    'x',
    'y',
  ]);
});

const places = (
  paths: unknown,
  operations = '{"query":"q","variables":{"a":null,"n":1,"list":[null],"input":{},"__proto__":null}}',
) =>
  read(
    Buffer.from(
      `${field('operations', operations)}${field('map', JSON.stringify({ 0: paths }))}${fileHead('0')}x\r\n--limite--`,
    ),
  );

test.each([
  [['variables.a']],
  [['variables.list.0']],
  [['variables.input.file']],
  [['variables.a', 'variables.list.0']],
  [[]],
])('a map to %j is taken', async (paths) => {
  await expect(places(paths)).resolves.toBeDefined();
});

test.each([
  'variables.nothing',
  'variables.nothing.there',
  'variables.n',
  'variables.n.x',
  'variables.list.1',
  'variables.list.-1',
  'variables.list.length',
  'variables.list.x',
  'variables',
  'variables.',
  '.a',
  '',
  'a',
  'query',
  'query.length',
  'extensions.x',
  '0.variables.a',
  'variables.__proto__',
  'variables.__proto__.polluted',
  'variables.constructor',
  'variables.input.constructor',
  'variables.input.prototype',
  'variables.input.__proto__',
  'variables.input.constructor.prototype.polluted',
  'variables.input.toString.polluted',
  'variables.input.',
  'variables..a',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  ' variables.a',
])('a map to %j is refused by name', async (path) => {
  await expect(places([path])).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    details: { fields: [{ path: 'map.0', rules: ['path'] }] },
  });
  expect([Object.hasOwn(Object.prototype, 'polluted'), Object.hasOwn(Object.prototype.toString, 'polluted')]).toEqual([
    false,
    false,
  ]);
});

test.each(['__proto__', 'constructor', 'prototype'])('a file called %s in the map is refused', async (name) => {
  const map = `{${JSON.stringify(name)}:["variables.a"]}`;
  const body = `${field('operations', '{"variables":{"a":null}}')}${field('map', map)}${fileHead(name)}x\r\n--limite--`;
  await expect(read(Buffer.from(body))).rejects.toMatchObject({
    code: 'INPUT_INVALID',
    details: { fields: [{ path: 'map', rules: ['name'] }] },
  });
});

test.each([
  ['no part', ''],
  ['a part that does not say its name', `--limite\r\ncontent-disposition: form-data\r\n\r\nx\r\n--limite--`],
  ['no lines before the content', `--limite\r\n\r\nx\r\n--limite--`],
  ['another field first', field('autre', 'x')],
  ['a map that is a list', field('operations', '{}') + field('map', '[]')],
  ['a path that is no list', field('operations', '{"a":null}') + field('map', '{"0":"a"}')],
  ['a place that is taken', field('operations', '{"a":1}') + field('map', '{"0":["a"]}')],
  ['a place that is inherited', field('operations', '{"a":{}}') + field('map', '{"0":["a.constructor"]}')],
  ['a delimiter that goes on', `--limitex\r\n`],
  ['endless lines', `--limite\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`],
])('%s is refused', async (_name, body) => {
  await expect(read(Buffer.from(body))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
});

test.each(['multipart/form-data', 'multipart/form-data; boundary=', `multipart/form-data; boundary=${'x'.repeat(71)}`])(
  'the type %j names no boundary',
  (contentType) => {
    expect(() => new FormParts(inPieces(Buffer.alloc(0), [1]), contentType, limit)).toThrow();
  },
);

test.each([
  ['form-data; name="0"; filename="Été.docx"', 'Été.docx'],
  ['form-data; name="0"; filename="a\\"b\\\\c.txt"', 'a"b\\c.txt'],
  ['form-data; name="0"; filename="..\\x.docx"', '..\\x.docx'],
  ['form-data; filename="x; name=\\"1\\""; name=0', 'x; name="1"'],
  ['form-data; name="0"; filename="ete.docx"; filename*=UTF-8\'\'%C3%89t%C3%A9.docx', 'Été.docx'],
  ['FORM-DATA ;name=0', ''],
  ['form-data; name="0"; filename="ete.docx"; filename*=UTF-8\'\'%ZZ', 'ete.docx'],
  ['form-data; name="0"; filename="a;b=c.txt";', 'a;b=c.txt'],
])('%s', (disposition, filename) => {
  expect(
    readPartHeader(Buffer.from(`Content-Disposition: ${disposition}\r\nContent-Type: Text/Plain; charset=utf-8`)),
  ).toEqual({ name: '0', filename, mimeType: 'text/plain' });
});

test.each(['attachment; name="0"', 'form-data; name="0', 'form-data; name="0" x', 'form-datax; name="0"'])(
  '%s is refused',
  (disposition) => {
    expect(() => readPartHeader(Buffer.from(`content-disposition: ${disposition}`))).toThrow();
  },
);

test('a name in an alphabet of long ago is read', () => {
  expect(
    readPartHeader(Buffer.from('content-disposition: form-data; name="0"; filename="\u00e9t\u00e9.txt"', 'latin1'))
      .filename,
  ).toBe('été.txt');
});
