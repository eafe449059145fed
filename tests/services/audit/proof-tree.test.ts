import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { AuditLogSource } from '../../../src/services/audit/audit-log-source.ts';
import { isConsistent, isIncluded } from '../../../src/services/audit/proofs/merkle-proofs.ts';
import { leafOf } from '../../../src/services/audit/proofs/merkle.ts';
import { LeavesGone, ProofTree } from '../../../src/services/audit/proofs/proof-tree.ts';
import { openSigner } from '../../../src/services/audit/proofs/signing.ts';
import { longAuditLog, sourceOf, type LongAuditLog } from './long-audit-log.ts';

const count = 5_000;
let home: string;
let auditLog: LongAuditLog;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'proofs-'));
  auditLog = longAuditLog(count, { epoch: 0, key: randomBytes(32) }, openSigner(home));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const checkpointAt = (seq: number) =>
  auditLog.checkpoints.find((one) => one.seq === seq) as LongAuditLog['checkpoints'][number];

/** The audit log whose first entries left with their segments. */
const purgedUntil = (lastSeq: number): AuditLogSource => ({
  ...sourceOf({ ...auditLog, entries: auditLog.entries.filter(({ seq }) => seq > lastSeq) }),
  purgedSegments: async () => [{ firstSeq: 1, lastSeq, sha256: '', signature: '' }],
});

describe.each([
  ['whole', () => sourceOf(auditLog), 0],
  ['purged up to entry 2000, in the midst of a block', () => purgedUntil(2_000), 2_000],
] as const)('a audit log that is %s', (_what, source, gone) => {
  const size = 4_000;
  test('proves each of its entries', async () => {
    const tree = await ProofTree.of(source(), { seq: size });
    const { root } = checkpointAt(size);
    expect(tree.root()).toBe(root);
    for (const seq of [gone + 1, gone + 2, 2_048, 2_049, 3_072, 3_073, 3_999, 4_000].filter((one) => one > gone)) {
      const entry = auditLog.entries[seq - 1] as LongAuditLog['entries'][number];
      const { mac, prevMac: _prevMac, ...row } = entry;
      const path = await tree.pathOf(seq);
      expect(path.length).toBeLessThanOrEqual(12);
      expect(isIncluded({ leaf: seq - 1, size, hash: leafOf(row, mac), path, root })).toBe(true);
    }
  });
  test('proves that it goes on from each checkpoint that is not older than what is left', async () => {
    const tree = await ProofTree.of(source(), { seq: size });
    for (const { seq, root } of auditLog.checkpoints.filter((one) => one.seq >= gone && one.seq <= size)) {
      expect(
        isConsistent({ size: seq, root }, { size, root: checkpointAt(size).root }, await tree.consistencyWith(seq)),
      ).toBe(true);
    }
  });
});

test('what left with its segment is proven no more, and says so', async () => {
  const tree = await ProofTree.of(purgedUntil(2_000), { seq: 4_000 });
  await expect(tree.consistencyWith(1_000)).rejects.toThrow(LeavesGone);
});

test('a audit log with a gap proves nothing', async () => {
  const entries = auditLog.entries.filter(({ seq }) => seq !== 1_234);
  await expect(ProofTree.of(sourceOf({ ...auditLog, entries }), { seq: 4_000 })).rejects.toThrow('gap');
});
