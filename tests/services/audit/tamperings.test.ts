import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyAt, rowText, type ChainedEntry } from '../../../src/services/audit/chain.ts';
import type { HeldKey } from '../../../src/services/audit/epoch-key.ts';
import type { AuditLogEntry } from '../../../src/services/audit/audit-log-source.ts';
import { leafHash, MerkleTree } from '../../../src/services/audit/proofs/merkle.ts';
import { openSigner, type CheckpointSigner } from '../../../src/services/audit/proofs/signing.ts';
import { verifyAuditLog, type Verdict } from '../../../src/services/audit/verify.ts';
import { canonicalJson } from '../../../src/services/kernel/canonical-json.ts';
import { anyText } from '../../support/any-text.ts';
import { chained, copyOf, longAuditLog, sourceOf, type LongAuditLog } from './long-audit-log.ts';

const count = 10_000;
/** Places that each tampering is done at; each is looked at with the auditor's anchors and without. */
const places = process.env['STORM'] === 'full' ? 500 : 10;
const first: HeldKey = { epoch: 0, key: randomBytes(32) };
let home: string;
let signer: CheckpointSigner;
let whole: LongAuditLog;
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'tamperings-'));
  signer = openSigner(home);
  whole = longAuditLog(count, first, signer);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const check = (
  auditLog: LongAuditLog,
  more: { key?: HeldKey; since?: number; anchors?: LongAuditLog['anchors'] } = {},
): Promise<Verdict> =>
  verifyAuditLog({ source: sourceOf(auditLog), key: first, signer, anchors: auditLog.anchors, ...more });
/** As `audit:verify` does without `--anchor`: against the file that the server writes itself. */
const checkAlone = (auditLog: LongAuditLog, more: { since?: number } = {}): Promise<Verdict> =>
  verifyAuditLog({ source: sourceOf(auditLog), key: first, signer, ownAnchors: auditLog.anchors, ...more });

const columns = [
  'at',
  'actorKind',
  'actorId',
  'action',
  'severity',
  'outcome',
  'targetType',
  'targetId',
  'address',
  'agent',
  'requestId',
  'payload',
  'piiRef',
  'keyEpoch',
  'prevMac',
  'mac',
] as const;
const pick = (most: number): number => Math.floor(Math.random() * most);
const at = (auditLog: LongAuditLog, i: number): AuditLogEntry => auditLog.entries[i] as AuditLogEntry;
const edited = (entry: AuditLogEntry): AuditLogEntry => {
  const column = columns[pick(columns.length)] as (typeof columns)[number];
  const value = entry[column];
  if (column === 'mac' || column === 'prevMac')
    return { ...entry, [column]: createHash('sha256').update(String(value)).digest('hex') };
  return { ...entry, [column]: typeof value === 'number' ? value + 1 : `${value ?? ''}x` };
};
const cut = (auditLog: LongAuditLog, length: number): void => {
  auditLog.entries.length = length;
  // The intruder mends what he can reach: head and checkpoints of the database agree with what is left.
  auditLog.head = { seq: length, mac: auditLog.entries.at(-1)?.mac ?? '' };
  auditLog.checkpoints = auditLog.checkpoints.filter(({ seq }) => seq <= length);
};
const stripped = ({ prevMac: _prevMac, mac: _mac, ...entry }: AuditLogEntry): ChainedEntry => entry;

/** The nine ways of the proof; each is done to a copy at the place `i` (never the first or the last entry). */
const tamperings: Readonly<Record<string, (auditLog: LongAuditLog, i: number) => void>> = {
  'an edited column': (auditLog, i) => void (auditLog.entries[i] = edited(at(auditLog, i))),
  'a deleted entry': (auditLog, i) => void auditLog.entries.splice(i, 1),
  'a deleted tail': (auditLog, i) => cut(auditLog, i),
  'two entries swapped': (auditLog, i) => {
    const other = i + 1 + pick(count - 1 - i);
    const [a, b] = [at(auditLog, i), at(auditLog, other)];
    auditLog.entries[i] = { ...b, seq: a.seq };
    auditLog.entries[other] = { ...a, seq: b.seq };
  },
  'an inserted entry': (auditLog, i) => {
    auditLog.entries.splice(i, 0, { ...at(auditLog, i), action: 'LOGOUT' });
    for (let j = i + 1; j < auditLog.entries.length; j += 1) auditLog.entries[j] = { ...at(auditLog, j), seq: j + 1 };
    auditLog.head = { ...auditLog.head, seq: count + 1 };
  },
  'a duplicated entry': (auditLog, i) => void auditLog.entries.splice(i, 0, { ...at(auditLog, i) }),
  'everything stamped again from there without the key': (auditLog, i) => {
    const changed = auditLog.entries
      .slice(i)
      .map((entry, j) => ({ ...stripped(entry), ...(j === 0 ? { actorId: null } : {}) }));
    auditLog.entries.splice(
      i,
      count,
      ...chained(changed, at(auditLog, i - 1).mac, { epoch: 0, key: createHash('sha256').update('guess').digest() }),
    );
    auditLog.head = { seq: count, mac: auditLog.entries.at(-1)?.mac ?? '' };
  },
  'an old copy of the database put back': (auditLog, i) => {
    cut(auditLog, i);
    auditLog.checkpoints = whole.checkpoints.filter(({ seq }) => seq <= i);
  },
  'the tail cut and grown again to the same length by the server itself': (auditLog, i) => {
    const other = auditLog.entries.slice(i).map((entry) => ({ ...stripped(entry), requestId: 'again' }));
    cut(auditLog, i);
    auditLog.entries.push(...chained(other, at(auditLog, i - 1).mac, first));
    auditLog.head = { seq: count, mac: auditLog.entries.at(-1)?.mac ?? '' };
  },
};

test('a audit log that nobody touched is whole', async () => {
  expect(await check(whole)).toEqual({ verdict: 'OK', entries: count });
  expect(await check(whole, { since: 9_000 })).toEqual({ verdict: 'OK', entries: 1_000 });
});

describe('every tampering is detected, with --anchor and without', () => {
  test.each(Object.entries(tamperings))(`%s, at ${places} places`, async (_name, tamper) => {
    const missed: string[] = [];
    for (let n = 0; n < places; n += 1) {
      const i = 1 + pick(count - 2);
      const auditLog = copyOf(whole);
      tamper(auditLog, i);
      // One from the very first entry; the others, as an auditor does every day, from the checkpoint before.
      const since = n < 1 ? 0 : i - (i % 1_000);
      for (const [how, checkIt] of Object.entries({ check, checkAlone })) {
        const { verdict } = await checkIt(auditLog, since === 0 ? {} : { since });
        if (verdict === 'OK' || verdict === 'UNSEALED_TAIL') missed.push(`${how} at ${i}`);
      }
    }
    expect(missed).toEqual([]);
  });
});

describe('each verdict says what happened, and where', () => {
  const verdictOf = async (tamper: (auditLog: LongAuditLog) => void): Promise<Verdict> => {
    const auditLog = copyOf(whole);
    tamper(auditLog);
    return check(auditLog);
  };
  test('ROW_ALTERED, GAP, CHAIN_BREAK, TRUNCATED, REWRITTEN', async () => {
    expect(
      await verdictOf((auditLog) => void (auditLog.entries[4_321] = { ...at(auditLog, 4_321), payload: '{}' })),
    ).toEqual({
      verdict: 'ROW_ALTERED',
      at: 4_322,
    });
    expect(await verdictOf((auditLog) => void auditLog.entries.splice(4_321, 1))).toEqual({
      verdict: 'GAP',
      at: 4_322,
    });
    expect(
      await verdictOf(
        (auditLog) => void (auditLog.entries[4_321] = { ...at(auditLog, 4_321), prevMac: '0'.repeat(64) }),
      ),
    ).toEqual({ verdict: 'CHAIN_BREAK', at: 4_322 });
    expect(await verdictOf((auditLog) => cut(auditLog, 7_000))).toEqual({ verdict: 'TRUNCATED', at: 7_000 });
    expect(
      await verdictOf((auditLog) =>
        tamperings['the tail cut and grown again to the same length by the server itself']?.(auditLog, 4_321),
      ),
    ).toEqual({ verdict: 'REWRITTEN', at: 5_000 });
  });
  test('UNSEALED_TAIL counts what nothing outside vouches for: a cut there looks like an audit log that ended', async () => {
    const anchors = whole.anchors.slice(0, -1);
    expect(await check(whole, { anchors })).toEqual({ verdict: 'UNSEALED_TAIL', entries: 1_000 });
    const auditLog = copyOf(whole);
    cut(auditLog, 9_400);
    expect(await check(auditLog, { anchors })).toEqual({ verdict: 'UNSEALED_TAIL', entries: 400 });
  });
  test('a checkpoint forged in the database is refused by its signature', async () => {
    expect(
      await verdictOf(
        (auditLog) =>
          void (auditLog.checkpoints[2] = {
            ...(auditLog.checkpoints[2] as LongAuditLog['checkpoints'][number]),
            mac: 'a'.repeat(64),
          }),
      ),
    ).toEqual({ verdict: 'REWRITTEN', at: 3_000 });
  });
});

describe('an intruder who finds the present key', () => {
  const stolen = () => ({ epoch: 3, key: keyAt(first, 3) });
  test('cannot sign entries of an epoch that is over', async () => {
    const auditLog = copyOf(whole);
    const changed = auditLog.entries
      .slice(100)
      .map((entry) => ({ ...stripped(entry), actorId: null, keyEpoch: Math.max(3, entry.keyEpoch) }));
    auditLog.entries.splice(100, count, ...chained(changed, at(auditLog, 99).mac, stolen()));
    auditLog.head = { seq: count, mac: auditLog.entries.at(-1)?.mac ?? '' };
    auditLog.checkpoints = [];
    expect(await check(auditLog)).toEqual({ verdict: 'REWRITTEN', at: 1_000 });
  });
  test('is found without the auditor’s key too: the tree of the checkpoints needs none', async () => {
    const auditLog = copyOf(whole);
    auditLog.entries[50] = { ...at(auditLog, 50), actorId: null };
    expect(await check(auditLog, { key: stolen() })).toEqual({ verdict: 'REWRITTEN', at: 1_000 });
    expect(await check(whole, { key: stolen() })).toEqual({ verdict: 'OK', entries: count });
  });
});

test('a row is spelt as RFC 8785 says', () => {
  fc.assert(
    fc.property(anyText(), fc.option(fc.string()), fc.nat(), (text, maybe, seq) => {
      const row: ChainedEntry = { ...stripped(at(whole, 0)), payload: text, agent: maybe, piiRef: maybe, seq };
      expect(rowText(row)).toBe(canonicalJson(row));
    }),
    { numRuns: 200 },
  );
});

/** The tree heads that Certificate Transparency publishes for its eight sample leaves. */
const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the tree has the roots of the published vectors, also when it goes on from its frontier', () => {
  const tree = new MerkleTree();
  expect(tree.root()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  for (const [i, leaf] of leaves.entries()) {
    const resumed = new MerkleTree(tree.size, tree.frontier);
    for (const one of [tree, resumed]) one.add(leafHash(Buffer.from(leaf, 'hex')));
    expect([tree.root(), resumed.root()]).toEqual([roots[i], roots[i]]);
  }
});
