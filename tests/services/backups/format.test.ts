import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { Cutter } from '../../../src/services/backups/format/cut.ts';
import { readManifest, signManifest, type ManifestContent } from '../../../src/services/backups/format/manifest.ts';
import { parseObjects, printObjects } from '../../../src/services/backups/format/object-list.ts';
import { openPiece, pieceKeysOf, sealPiece } from '../../../src/services/backups/format/piece.ts';
import { RowSum } from '../../../src/services/backups/format/row-sum.ts';
import { boundFrom, cellFrom } from '../../../src/services/platform/orm/snapshot/cells.ts';

/** The vectors of `docs/backup-format.md`: anybody can make their inputs again. */
const bytesOf = (label: string): Buffer => createHash('sha256').update(`ATB1 vector ${label}`).digest();
const keys = pieceKeysOf(bytesOf('secret'));
const text = '["a",1,null]\n["é",2,"AA=="]\n';

describe('a piece', () => {
  test('has the keys of the specification', () =>
    expect({ naming: keys.naming.toString('hex'), sealing: keys.sealing.toString('hex') }).toEqual({
      naming: 'cb73b6d847fdf11d78567fae301148e3ea3261fa8e0029478835b8b0ccfe74c4',
      sealing: '4f10560020535eedc61e4d46b7169171b86710b46c459cb79e88829412906523',
    }));

  test('is the same for the same lines, and opens under its name only', async () => {
    const [one, two, other] = [
      await sealPiece(keys, text),
      await sealPiece(keys, text),
      await sealPiece(keys, `${text}["b",3,null]\n`),
    ];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(one.bytes.subarray(0, 8).toString('hex')).toBe('41544231500d0a1a');
    expect(await openPiece(keys, one.name, one.bytes)).toBe(text);
    await expect(openPiece(keys, other.name, one.bytes)).rejects.toMatchObject({ code: 'PIECE_DAMAGED' });
    await expect(openPiece(pieceKeysOf(bytesOf('other')), one.name, one.bytes)).rejects.toMatchObject({
      code: 'PIECE_DAMAGED',
    });
    expect(one.bytes.includes('é')).toBe(false);
  });

  test('of the vector opens for ever', async () =>
    expect(
      await openPiece(
        keys,
        '333df5eb7f3e49e036e41291bc7da182d100736b0a1f036f6c453604059d9a18',
        Buffer.from(
          '41544231500d0a1af9988d1f2b7bd0ae36dc793802f873259e10c38489c610012906b2b05f685d13f4936c7f85b2954e0e345376ff4f317dc809d581b153',
          'hex',
        ),
      ),
    ).toBe(text));

  test('that is cut short or altered anywhere is refused', async () => {
    const { name, bytes } = await sealPiece(keys, text);
    for (let at = 0; at < bytes.length; at += 1) {
      const altered = Buffer.from(bytes);
      altered[at] = (altered[at] ?? 0) ^ 0x40;
      await expect(openPiece(keys, name, altered)).rejects.toMatchObject({ code: 'PIECE_DAMAGED' });
      await expect(openPiece(keys, name, bytes.subarray(0, at))).rejects.toMatchObject({ code: 'PIECE_DAMAGED' });
    }
  });
});

test('a sum does not know the order of rows, and counts each', () => {
  const sumOf = (lines: readonly string[]): string => {
    const sum = new RowSum();
    for (const line of lines) sum.add(line);
    return sum.digest();
  };
  expect(sumOf(['a', 'b'])).toBe(sumOf(['b', 'a']));
  expect(sumOf(['a', 'b'])).not.toBe(sumOf(['a', 'b', 'b']));
  expect(sumOf(['a'])).toBe(createHash('sha256').update('a').digest('hex'));
});

test('a row more changes one piece of many', () => {
  const keysOfRows = Array.from({ length: 20_000 }, (_, i) => createHash('sha256').update(String(i)).digest('hex'));
  const cut = (rows: readonly string[]): string[] => {
    const cutter = new Cutter();
    const pieces = rows.flatMap((key) => cutter.add(key, key)?.join() ?? []);
    return [...pieces, cutter.rest().join()];
  };
  const before = new Set(cut(keysOfRows));
  const after = cut([...keysOfRows.slice(0, 5_000), 'new', ...keysOfRows.slice(5_000)]);
  expect(before.size).toBeGreaterThan(8);
  expect(after.filter((piece) => !before.has(piece)).length).toBeLessThanOrEqual(2);
});

test('values are the same from either database and back', () => {
  expect(cellFrom('instant', '2026-03-29 01:59:59.999')).toBe(Date.parse('2026-03-29T01:59:59.999Z'));
  expect(boundFrom('instant', Date.parse('2026-03-29T01:59:59.999Z'), 'mysql')).toBe('2026-03-29 01:59:59.999');
  expect(cellFrom('json', '{"b": 1, "a": [null]}')).toBe('{"a":[null],"b":1}');
  expect(cellFrom('integer', '9007199254740993')).toBe('9007199254740993');
  expect(boundFrom('integer', '9007199254740993', 'sqlite')).toBe(9007199254740993n);
  expect(boundFrom('bytes', cellFrom('bytes', Buffer.from([0, 255])), 'sqlite')).toEqual(Buffer.from([0, 255]));
  expect([cellFrom('text', null), boundFrom('instant', null, 'mysql')]).toEqual([null, null]);
});

test('a list is its lines, and nothing else', () => {
  const objects = [{ sha256: 'a'.repeat(64), size: 12 }];
  expect(printObjects(objects)).toBe(`${'a'.repeat(64)} 12\n`);
  expect(parseObjects(printObjects(objects), 'x')).toEqual(objects);
  expect(() => parseObjects('nonsense\n', 'x')).toThrow('LIST_DAMAGED');
});

describe('a manifest', () => {
  const id = '019a0000-0000-7000-8000-000000000001';
  const repositoryId = '019a0000-0000-7000-8000-000000000002';
  const content: ManifestContent = {
    ...{ format: 1, repositoryId, id, revision: 1, trigger: 'MANUAL', rung: 'MANUAL', dialect: 'sqlite' },
    ...{ createdAt: '2026-12-01T01:10:00.000Z', finishedAt: '2026-12-01T01:11:00.000Z', previous: null, first: null },
    ...{ migrations: ['Migration0001_foundation'], tables: {}, objects: [], marks: {}, keyChecks: [], tombstones: 0 },
    summary: { tables: 0, rows: 0, objects: 0, objectBytes: 0, lost: 0, counts: {}, keyIds: [], schema: '' },
  };
  const signer = {
    keyId: 'test',
    sign: (signed: string) => createHash('sha256').update(signed).digest('base64'),
    isSigned: (signed: string, signature: string) => createHash('sha256').update(signed).digest('base64') === signature,
  };
  const printed = signManifest(content, signer);
  const expected = { repositoryId, id, revision: 1, signer };

  test('is read as it was signed', () => expect(readManifest(printed, expected)).toMatchObject(content));

  test.each([
    ['altered', printed.replace('"tombstones":0', '"tombstones":1'), expected, 'MANIFEST_FORGED'],
    ['of another repository', printed, { ...expected, repositoryId: id }, 'MANIFEST_FOREIGN'],
    ['in the place of another', printed, { ...expected, id: repositoryId }, 'MANIFEST_REPLAYED'],
    ['of another revision', printed, { ...expected, revision: 2 }, 'MANIFEST_REPLAYED'],
    ['cut short', printed.slice(0, -9), expected, 'MANIFEST_DAMAGED'],
    ['with a member too many', printed.replace('{', '{"more":1,'), expected, 'MANIFEST_DAMAGED'],
    ['of a later format', printed.replace('"format":1', '"format":2'), expected, 'NEWER_FORMAT'],
  ])('%s is refused', (_name, given, wanted, code) => expect(() => readManifest(given, wanted)).toThrow(`${code} `));
});
