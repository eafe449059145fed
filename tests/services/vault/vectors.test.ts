import { describe, expect, test } from '@jest/globals';
import { SefError } from '../../../src/services/vault/format/sef-error.ts';
import { storedSizeOf } from '../../../src/services/vault/format/geometry.ts';
import { kekIdOf, rewrap, unwrapKey, wrapKey, wrapWith } from '../../../src/services/vault/wrapped-key.ts';
import { ringOf } from '../../../src/services/vault/key-ring.ts';
import { newMasterKey } from '../../../src/services/vault/master-key.ts';
import {
  bytes,
  dek,
  ids,
  kekId,
  material,
  plaintext,
  published,
  publishedRing,
  sealed,
  sha256,
  unseal,
} from './published.ts';

describe('the published files', () => {
  test('are twelve', () => expect(published.vectors).toHaveLength(12));

  for (const vector of published.vectors) {
    test(`${vector.plain_len} bytes in chunks of 2^${vector.chunk_log2} are sealed and opened to the byte`, async () => {
      const plain = plaintext(vector.plain_len);
      const file = await sealed(plain, material(vector.chunk_log2));
      expect(file.subarray(0, 128).toString('hex')).toBe(vector.header_hex);
      const head = bytes(vector.first_chunk_head_hex);
      expect(file.subarray(128, 128 + head.length)).toEqual(head);
      expect(file.subarray(-16).toString('hex')).toBe(vector.tail_hex);
      expect(sha256(file)).toBe(vector.ct_sha256);
      expect(file).toHaveLength(vector.ct_len);
      expect(storedSizeOf(plain.length, Math.max(1, Math.ceil(plain.length / 2 ** vector.chunk_log2)))).toBe(
        vector.ct_len,
      );
      expect(await unseal(file)).toEqual({ released: plain });
    });
  }

  test('do not depend on how the source was cut', async () => {
    const plain = plaintext(200_000);
    const digests = new Set<string>();
    for (const pieceBytes of [977, 4_096, 65_536, 65_537, 200_000])
      digests.add(sha256(await sealed(plain, material(12), pieceBytes)));
    expect(digests.size).toBe(1);
  });
});

describe('the published wrapped key', () => {
  const masterKey = publishedRing.forSecrets;
  const wrapped = bytes(published.wrapped_dek);
  const codeOf = async (record: Uint8Array, under = ids): Promise<unknown> => {
    try {
      await unwrapKey(publishedRing, record, under);
      return 'accepted';
    } catch (error) {
      return error instanceof SefError ? error.code : error;
    }
  };

  test('is wrapped and unwrapped to the byte', async () => {
    expect(wrapWith({ masterKey, salt: bytes(published.wrap_salt) }, dek, ids)).toEqual(wrapped);
    expect(await unwrapKey(publishedRing, wrapped, ids)).toEqual(dek);
    expect(kekIdOf(wrapped)).toBe(kekId);
  });

  test('refuses every flipped bit and every other length', async () => {
    const seen = new Set<unknown>();
    for (let bit = 0; bit < wrapped.length * 8; bit++) {
      const altered = Buffer.from(wrapped);
      altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      seen.add(await codeOf(altered));
    }
    for (let length = 0; length < wrapped.length; length++) seen.add(await codeOf(wrapped.subarray(0, length)));
    seen.add(await codeOf(Buffer.concat([wrapped, Buffer.alloc(1)])));
    expect([...seen].sort()).toEqual(['KEK_UNKNOWN', 'WRAP_AUTH', 'WRAP_MALFORMED', 'WRAP_UNSUPPORTED']);
  });

  test('belongs to one file, one version and one data key', async () => {
    for (const name of ['fileId', 'versionId', 'dekId'] as const)
      expect(await codeOf(wrapped, { ...ids, [name]: kekId })).toBe('WRAP_AUTH');
  });

  test('is never taken for that of a key service, nor the reverse', async () => {
    expect(await codeOf(Buffer.concat([Buffer.of(2), wrapped.subarray(1)]))).toBe('WRAP_MALFORMED');
    const remote = Buffer.concat([Buffer.of(2), wrapped.subarray(1, 17), Buffer.of(0, 78), wrapped.subarray(19)]);
    expect(await codeOf(remote)).toBe('KEK_UNKNOWN');
  });

  test('moves to the active master key, without a change of the data key', async () => {
    const added = newMasterKey();
    const ring = ringOf({ activeId: added.id, keys: [added, masterKey] });
    const moved = await rewrap(ring, wrapped, ids);
    expect(kekIdOf(moved)).toBe(added.id);
    expect(await unwrapKey(ring, moved, ids)).toEqual(dek);
    expect(await rewrap(ring, moved, ids)).toBe(moved);
    expect(await unwrapKey(ringOf({ activeId: added.id, keys: [added] }), moved, ids)).toEqual(dek);
  });

  test('is never wrapped twice alike', async () => {
    expect(await wrapKey(publishedRing, dek, ids)).not.toEqual(await wrapKey(publishedRing, dek, ids));
  });
});
