import { describe, expect, test } from '@jest/globals';
import {
  consistencyPath,
  inclusionPath,
  isConsistent,
  isIncluded,
  splitOf,
  type NodeHash,
} from '../../../src/services/audit/proofs/merkle-proofs.ts';
import { leafHash, MerkleTree, nodeOf } from '../../../src/services/audit/proofs/merkle.ts';

/** The eight sample leaves of Certificate Transparency, and proofs it publishes for them. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'].map(
  (hex) => leafHash(Buffer.from(hex, 'hex')),
);
const inclusions: readonly (readonly [leaf: number, size: number, path: readonly string[]])[] = [
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];
const consistencies: readonly (readonly [earlier: number, size: number, path: readonly string[]])[] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
];

/** The definition of the RFC, word for word. */
const hashAmong = (among: readonly string[]): NodeHash =>
  function hashOf(low, high): string {
    if (high - low === 1) return among[low] as string;
    const middle = low + splitOf(high - low);
    return nodeOf(hashOf(low, middle), hashOf(middle, high));
  };
const hashOf = hashAmong(leaves);
const rootOf = (size: number): string => hashOf(0, size);

describe('the published vectors', () => {
  test.each(inclusions)('leaf %i in a tree of %i', (leaf, size, path) => {
    expect(inclusionPath(leaf, size, hashOf)).toEqual(path);
    expect(isIncluded({ leaf, size, hash: leaves[leaf] as string, path, root: rootOf(size) })).toBe(true);
  });
  test.each(consistencies)('a tree of %i in a tree of %i', (earlier, size, path) => {
    expect(consistencyPath(earlier, size, hashOf)).toEqual(path);
    expect(isConsistent({ size: earlier, root: rootOf(earlier) }, { size, root: rootOf(size) }, path)).toBe(true);
  });
});

const many = Array.from({ length: 70 }, (_, n) => leafHash(Buffer.from([n])));
const manyHash = hashAmong(many);
const headOf = (size: number) => ({ size, root: manyHash(0, size) });

test('every leaf of every tree up to seventy is proven; nothing else is, by no bent path', () => {
  for (let size = 1; size <= many.length; size += 1) {
    const tree = new MerkleTree();
    for (const leaf of many.slice(0, size)) tree.add(leaf);
    const { root } = headOf(size);
    expect(tree.root()).toBe(root);
    for (let leaf = 0; leaf < size; leaf += 1) {
      const claim = { leaf, size, hash: many[leaf] as string, path: inclusionPath(leaf, size, manyHash), root };
      const bent = [
        { ...claim, hash: many[(leaf + 1) % many.length] as string },
        { ...claim, leaf: size },
        { ...claim, leaf: -1 },
        { ...claim, path: [...claim.path, root] },
        ...(size > 1
          ? [
              { ...claim, leaf: (leaf + 1) % size },
              { ...claim, path: claim.path.slice(1) },
              { ...claim, path: claim.path.toReversed().map((node) => nodeOf(node, node)) },
            ]
          : []),
      ];
      expect([isIncluded(claim), ...bent.map(isIncluded)]).toEqual([true, ...bent.map(() => false)]);
    }
  }
});

test('every tree up to seventy is the beginning of every later one; another history is of none', () => {
  const other = hashAmong(many.toReversed());
  for (let size = 1; size <= many.length; size += 1) {
    for (let earlier = 1; earlier <= size; earlier += 1) {
      const path = consistencyPath(earlier, size, manyHash);
      const bent = [
        isConsistent({ size: earlier, root: other(0, earlier) }, headOf(size), path),
        isConsistent(headOf(earlier), { size, root: other(0, size) }, path),
        isConsistent(headOf(earlier), headOf(size), [...path, many[0] as string]),
        isConsistent(headOf(size), headOf(earlier), size === earlier ? ['00'] : path),
      ];
      expect([isConsistent(headOf(earlier), headOf(size), path), ...bent]).toEqual([true, false, false, false, false]);
    }
  }
});
