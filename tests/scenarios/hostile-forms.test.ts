// @lane sqlite: proves how requests are parsed.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { end, field, file, form, map, operations, part, refusalIn, sendForm } from '../support/forms.ts';
import { signInSoon } from '../support/fuzzed-server.ts';
import {
  openServerProcesses,
  type ServerProcesses,
  type RunningServer,
} from '../support/processes/server-processes.ts';

/** The server is a process of its own: what ends it ends no test. */
let env: ServerProcesses;
let server: RunningServer;
let token: string;
beforeAll(async () => {
  env = await openServerProcesses();
  server = await env.start();
  token = await signInSoon({ url: server.url, people: env.people }, 'CUSTOMER');
});
afterAll(() => env.close());

afterEach(async () => {
  expect([server.child.exitCode, server.child.signalCode]).toEqual([null, null]);
  expect((await fetch(`${server.url}/health`)).status).toBe(200);
  expect(server.output()).not.toMatch(/unexpected error|unhandled/i);
});

const malformed = { code: 'INPUT_INVALID', fields: [{ path: 'body', rules: ['multipart'] }] };
const headed = (lines: string | Buffer): Buffer => form(part(lines, 'hello'), end);
const disposition = 'Content-Disposition: form-data; name="0"; filename="a.png"';

const unreadable: readonly (readonly [string, () => Buffer])[] = [
  ['a NUL in a file name', () => headed('Content-Disposition: form-data; name="0"; filename="a\0b.docx"')],
  ['a header without a colon', () => headed(`${disposition}\r\nContent-Type image/png`)],
  ['a control character in a header', () => headed(`${disposition}\r\nX-Note: a\u0001b`)],
  ['a lone CR in a header', () => headed(`${disposition}\r\nX-Note: a\rb`)],
  ['a lone LF in a header', () => headed(`${disposition}\nContent-Type: image/png`)],
  ['a header of 100 KB', () => headed(`${disposition}\r\nX-Note: ${'x'.repeat(100_000)}`)],
  [
    'a hundred headers',
    () => headed(`${disposition}${Array.from({ length: 100 }, (_, i) => `\r\nX-${i}: x`).join('')}`),
  ],
  ['a header without a name', () => headed(`${disposition}\r\n: x`)],
  ['a header that stands twice', () => headed(`${disposition}\r\n${disposition}`)],
  ['a continuation before any header', () => headed(` folded\r\n${disposition}`)],
  ['no header at all', () => form('--B\r\n\r\nhello\r\n', end)],
  ['another disposition', () => headed('Content-Disposition: attachment; name="0"')],
  ['no name', () => headed('Content-Disposition: form-data; filename="a.png"')],
  ['a name that stands twice', () => headed('Content-Disposition: form-data; name="0"; name="1"; filename="a.png"')],
  ['quotes that never end', () => headed('Content-Disposition: form-data; name="0; filename=a.png')],
  ['a file in base64', () => headed(`${disposition}\r\nContent-Transfer-Encoding: base64`)],
  ['no final boundary before the file', () => form()],
  ['no final boundary within a header', () => form('--B\r\nContent-Dispo')],
  ['a boundary that goes on', () => form('--Bx\r\n', disposition, '\r\n\r\nhello\r\n', end)],
  ['a boundary and many blanks', () => form(`--B${' '.repeat(500)}\r\n`, disposition, '\r\n\r\nhello\r\n', end)],
  ['nothing', () => Buffer.alloc(0)],
  ['nothing but the end', () => end],
  ['no operations', () => Buffer.concat([map(), file(), end])],
  ['a file before the operations', () => Buffer.concat([file(), operations(), map(), end])],
  ['a map before the operations', () => Buffer.concat([map(), operations(), file(), end])],
  ['operations twice', () => Buffer.concat([operations(), operations(), map(), file(), end])],
  ['a field before the operations', () => Buffer.concat([field('csrf', 'x'), operations(), map(), file(), end])],
];

describe.each(['a stranger', 'somebody signed in'])('of %s', (who) => {
  test.each(unreadable)('a form with %s is INPUT_INVALID, and the process lives', async (_name, body) => {
    const answer = await sendForm(server.url, { body: body(), token: who === 'a stranger' ? undefined : token });
    expect([answer.status, refusalIn(answer)]).toEqual([400, malformed]);
  });
});

test.each([
  ['none', 'multipart/form-data'],
  ['an empty one', 'multipart/form-data; boundary='],
  ['empty quotes', 'multipart/form-data; boundary=""'],
  ['71 characters', `multipart/form-data; boundary=${'x'.repeat(71)}`],
  ['two of them', 'multipart/form-data; boundary=B; boundary=C'],
  ['a blank at its end', 'multipart/form-data; boundary="B "'],
  ['open quotes', 'multipart/form-data; boundary="B'],
  ['an accent', 'multipart/form-data; boundary="é"'],
])('a type whose boundary is %s is INPUT_INVALID', async (_name, contentType) => {
  const answer = await sendForm(server.url, { body: form(file(), end), contentType });
  expect([answer.status, refusalIn(answer)]).toEqual([400, malformed]);
});

const cases = resolve(import.meta.dirname, '../../../shared/cases');
const given = ['form-nul-in-filename.bin', 'form-header-without-colon.bin'].filter((name) =>
  existsSync(join(cases, name)),
);
if (given.length === 0) console.log('skipped: the forms of ../shared/cases are not here');
for (const name of given) {
  test(`${name} as it is`, async () => {
    const answer = await sendForm(server.url, { body: readFileSync(join(cases, name)) });
    expect([answer.status, refusalIn(answer)]).toEqual([400, malformed]);
  });
}

describe('a file that is not where it should be is refused by the name of its field', () => {
  const upload = 'mutation ($input: UploadAvatarInput!) { uploadAvatar(input: $input) { id } }';
  const asked = (variables: object = { input: { file: null } }): Buffer => operations(upload, variables);
  const mapped = map({ 0: ['variables.input.file'] });
  const fileMissing = { code: 'FILE_MISSING', fields: [{ path: 'input.file', rules: ['file'] }] };
  const wrongType = { code: 'INPUT_INVALID', fields: [{ path: 'input.file', rules: ['type'] }] };
  const mapError = (path: string, rule: string) => ({ code: 'INPUT_INVALID', fields: [{ path, rules: [rule] }] });

  test.each<[string, () => Buffer, object]>([
    ['a map of a file that never comes', () => Buffer.concat([asked(), mapped, end]), fileMissing],
    ['a file that is not in the map', () => Buffer.concat([asked(), mapped, file('1'), end]), fileMissing],
    ['a variable that stays null', () => Buffer.concat([asked(), map({}), file('0'), end]), wrongType],
    ['a text for a file', () => Buffer.concat([asked({ input: { file: 'x' } }), map({}), end]), wrongType],
    [
      'an object for a file',
      () => Buffer.concat([asked({ input: { file: { promise: { filename: 'x' }, file: {} } } }), map({}), end]),
      wrongType,
    ],
    [
      'the file in the variable of an input',
      () => Buffer.concat([asked({ input: null }), map({ 0: ['variables.input'] }), file('0'), end]),
      { code: 'INPUT_INVALID', fields: [{ path: 'input', rules: ['type'] }] },
    ],
    [
      'a map to a variable that is not there',
      () => Buffer.concat([asked(), map({ 0: ['variables.other'] }), file('0'), end]),
      mapError('map.0', 'path'),
    ],
    [
      'a map out of a list',
      () => Buffer.concat([asked({ input: { file: [null] } }), map({ 0: ['variables.input.file.1'] }), file('0'), end]),
      mapError('map.0', 'path'),
    ],
    [
      'a map to the query',
      () => Buffer.concat([asked(), map({ 0: ['query'] }), file('0'), end]),
      mapError('map.0', 'path'),
    ],
    [
      'a map whose key is __proto__',
      () => Buffer.concat([asked(), field('map', '{"__proto__":["variables.input.file"]}'), file('__proto__'), end]),
      mapError('map', 'name'),
    ],
    [
      'a map whose key is constructor',
      () => Buffer.concat([asked(), map({ constructor: ['variables.input.file'] }), file('constructor'), end]),
      mapError('map', 'name'),
    ],
    [
      'a map to a prototype',
      () => Buffer.concat([asked(), map({ 0: ['variables.input.__proto__.polluted'] }), file('0'), end]),
      mapError('map.0', 'path'),
    ],
    [
      'a map to a constructor',
      () => Buffer.concat([asked(), map({ 0: ['variables.constructor.prototype.polluted'] }), file('0'), end]),
      mapError('map.0', 'path'),
    ],
    [
      'a map that is a list',
      () => Buffer.concat([asked(), field('map', '[]'), file('0'), end]),
      mapError('map', 'object'),
    ],
    [
      'a map of texts',
      () => Buffer.concat([asked(), map({ 0: 'variables.input.file' }), file('0'), end]),
      mapError('map.0', 'paths'),
    ],
    [
      'operations nested 5,000 deep',
      () => Buffer.concat([field('operations', '['.repeat(5_000)), mapped, file('0'), end]),
      mapError('body', 'nesting'),
    ],
    [
      'operations in another alphabet',
      () =>
        Buffer.concat([
          part('Content-Disposition: form-data; name="operations"', Buffer.from('{"query":"é"}', 'latin1')),
          mapped,
          end,
        ]),
      mapError('body', 'utf-8'),
    ],
    [
      'a list of operations',
      () => Buffer.concat([field('operations', '[{"query":"{ me { id } }"}]'), map({}), end]),
      mapError('body', 'batch'),
    ],
  ])('%s', async (_name, body, expected) => {
    expect(refusalIn(await sendForm(server.url, { body: body(), token }))).toEqual(expected);
  });

  test('thousands of parts that nobody asked for are not read', async () => {
    const many = Buffer.concat(Array.from({ length: 5_000 }, (_, i) => file(`x${i}`)));
    expect(
      refusalIn(await sendForm(server.url, { body: Buffer.concat([asked(), mapped, many, file('0'), end]), token })),
    ).toEqual(mapError('body', 'parts'));
  });
});
