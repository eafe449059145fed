import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRegistered } from '../../../../src/resolvers/graphql/registered/open-registered.ts';
import { readManifest } from '../../../../src/resolvers/graphql/registered/read-manifest.ts';
import { sha256Of } from '../../../../src/resolvers/graphql/registered/registered-operations.ts';
import { OperatorError } from '../../../../src/services/platform/startup/operator-error.ts';

const one = 'query One { one }';
const two = 'query Two {\n  two\n}';
const apollo = (...bodies: string[]) => ({
  format: 'apollo-persisted-query-manifest',
  version: 1,
  operations: bodies.map((body) => ({ id: sha256Of(body), name: 'Name', type: 'query', body })),
});

describe('a front-end’s file', () => {
  test('is the manifest of Apollo, or a map of hashes to texts', () => {
    expect(readManifest(JSON.stringify(apollo(one, two)))).toEqual([one, two]);
    expect(readManifest(JSON.stringify({ [sha256Of(one)]: one, [sha256Of(two)]: two }))).toEqual([one, two]);
    expect(readManifest(`\uFEFF${JSON.stringify(apollo())}`)).toEqual([]);
  });

  test.each([
    ['{', 'is not JSON'],
    ['[]', 'must be an apollo-persisted-query-manifest, or an object'],
    ['null', 'must be an apollo-persisted-query-manifest, or an object'],
    [JSON.stringify({ ...apollo(one), version: 2 }), 'version 2'],
    [JSON.stringify({ ...apollo(one), format: 'relay' }), 'the format "relay"'],
    [JSON.stringify({ ...apollo(one), operations: {} }), 'no list of operations'],
    [JSON.stringify({ ...apollo(), operations: [one] }), 'without a hash or a text'],
    [JSON.stringify({ [sha256Of(one)]: { body: one } }), 'without a hash or a text'],
    [JSON.stringify({ [sha256Of(one)]: two }), `"${sha256Of(one)}" is not the SHA-256`],
    [
      JSON.stringify({ md5: one, sha1: two, a: one, b: two, c: one }),
      '"a" is not the SHA-256 of its operation’s text; 2 more',
    ],
  ])('that is something else is refused: %.50s', (json, reason) => {
    expect(() => readManifest(json)).toThrow(reason);
  });
});

describe('REGISTERED_OPERATIONS_FILE', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'atelier-manifest-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const opened = (file: string | undefined) =>
    openRegistered({ REGISTERED_OPERATIONS_FILE: file, REGISTERED_ONLY: true });
  const stranger = { role: null };

  test('adds to the operations of the client', () => {
    const file = join(folder, 'manifest.json');
    writeFileSync(file, JSON.stringify(apollo(one)));
    expect(opened(file).textFor({ sha256Hash: sha256Of(one) }, stranger)).toBe(one);
    expect(() => opened(undefined).textFor({ sha256Hash: sha256Of(one) }, stranger)).toThrow(
      'registered operations only',
    );
  });

  test('that cannot be used stops the start with its path and the reason', () => {
    const file = join(folder, 'manifest.json');
    expect(() => opened(file)).toThrow(`REGISTERED_OPERATIONS_FILE: ${file} cannot be read (ENOENT)`);
    writeFileSync(file, '[]');
    expect(() => opened(file)).toThrow(OperatorError);
    expect(() => opened(folder)).toThrow('cannot be read (EISDIR)');
  });
});
