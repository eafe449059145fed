// The audit log: an entry appended to the chain against a bare insert of the same row, and the duration of a complete
// verification.
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { entities } from '../../dist/entities/index.js';
import { system } from '../../dist/services/access/actor.js';
import { appendEntries } from '../../dist/services/audit/append.js';
import { genesis, keyAt, macOf } from '../../dist/services/audit/chain.js';
import { firstKeyOf, auditLogOf, openEpochKeys, openSigner, verifyAuditLog } from '../../dist/services/audit/index.js';
import { openOrm } from '../../dist/services/platform/orm/orm.js';
import { openSink } from '../dataset/sinks.mjs';
import { median, quantile } from '../lib/stats.mjs';

const perEpoch = 10_000;
const chunk = 10_000;
const columns = [
  'seq',
  'at',
  'actor_kind',
  'actor_id',
  'action',
  'severity',
  'outcome',
  'target_type',
  'target_id',
  'address',
  'agent',
  'request_id',
  'payload',
  'pii_ref',
  'prev_mac',
  'mac',
  'key_epoch',
];
const actorId = '019a0000-0000-7000-8000-000000000001';

const entryAt = (seq) => ({
  seq,
  at: Date.UTC(2026, 0, 1) + seq * 1_000,
  actorKind: 'PERSON',
  actorId,
  action: 'FILE_DOWNLOADED',
  severity: 'LOW',
  outcome: 'SUCCESS',
  targetType: 'file',
  targetId: actorId,
  address: '203.0.113.0/24',
  agent: 'Firefox, Linux',
  requestId: `r-${seq}`,
  payload: `{"n":${seq}}`,
  piiRef: null,
  keyEpoch: Math.floor((seq - 1) / perEpoch),
});
const rowOf = (entry, prevMac, mac, at) => [
  entry.seq,
  at,
  entry.actorKind,
  entry.actorId,
  entry.action,
  entry.severity,
  entry.outcome,
  entry.targetType,
  entry.targetId,
  entry.address,
  entry.agent,
  entry.requestId,
  entry.payload,
  entry.piiRef,
  prevMac,
  mac,
  entry.keyEpoch,
];

/** Writes a valid audit log directly into the table; returns its head. */
async function fill(database, count, first) {
  const sink = await openSink(database);
  let mac = genesis;
  let held = { epoch: 0, key: first };
  try {
    for (let from = 1; from <= count; from += chunk) {
      const rows = [];
      for (let seq = from; seq < from + chunk && seq <= count; seq += 1) {
        const entry = entryAt(seq);
        if (entry.keyEpoch !== held.epoch) held = { epoch: entry.keyEpoch, key: keyAt(held, entry.keyEpoch) };
        const next = macOf(held.key, mac, entry);
        rows.push(rowOf(entry, mac, next, sink.instant(entry.at)));
        mac = next;
      }
      await sink.write('audit_entry', columns, rows);
    }
  } finally {
    await sink.close();
  }
  return { mac, keyEpoch: held.epoch };
}

async function timed(count, work) {
  const took = [];
  for (let n = 0; n < count; n += 1) {
    const begun = performance.now();
    await work(n);
    took.push(performance.now() - begun);
  }
  return took;
}

const figuresOf = (took) => ({
  p50: median(took),
  p99: quantile(took, 0.99),
  cpu: NaN,
  perSecond: 1_000 / (took.reduce((sum, one) => sum + one, 0) / took.length),
});

export const auditLog = {
  name: 'audit-log',
  title: 'The audit log: an entry appended, against a bare insert',
  targets: { ratio: { atLeast: 0.4 }, perMillion: { atMost: 30 } },
  async run({ opened, home }, { largest, requests }) {
    const entries = largest === 20_000 ? 100_000 : 1_000_000;
    const database = await opened.create('audit_log', { customers: 50, orders: 50 });
    const keysDir = mkdtempSync(join(home, 'audit-log-keys-'));
    const keys = openEpochKeys(keysDir);
    const first = firstKeyOf(keysDir);
    const end = await fill(database, entries, first);
    const orm = await openOrm(
      database.engine === 'sqlite' ? { file: database.file } : { url: database.url, file: database.file },
      [...entities],
    );
    try {
      const db = orm.em.fork().getKysely({ type: 'read' });
      await orm.em
        .fork()
        .getKysely()
        .updateTable('audit_head')
        .set({
          seq: entries,
          mac: end.mac,
          key_epoch: end.keyEpoch,
          epoch_from: end.keyEpoch * perEpoch,
          epoch_at: new Date(),
        })
        .where('id', '=', 1)
        .execute();
      const begun = performance.now();
      const { verdict } = await verifyAuditLog({
        source: auditLogOf(db),
        key: { epoch: 0, key: first },
        signer: openSigner(keysDir),
      });
      const seconds = (performance.now() - begun) / 1_000;
      if (verdict !== 'OK') throw new Error(`the audit log of the bench is ${verdict}`);
      const present = { actor: system, now: new Date(), requestId: 'bench' };
      const append = () =>
        orm.em
          .fork()
          .transactional((em) =>
            appendEntries({ keys, ring: () => undefined }, em, [{ record: { action: 'JOB_RETRIED' }, present }]),
          );
      // The same columns in a table without triggers, chain or head.
      await orm.em
        .fork()
        .execute(
          database.engine === 'sqlite'
            ? 'create table bare_entry as select * from audit_entry where seq = 0'
            : 'create table bare_entry like audit_entry',
        );
      const bare = (n) =>
        orm.em.fork().transactional((em) =>
          em
            .getKysely()
            .insertInto('bare_entry')
            .values(
              Object.fromEntries(
                rowOf(entryAt(n + 1), genesis, genesis, new Date()).map((value, i) => [columns[i], value]),
              ),
            )
            .execute(),
        );
      const [baseline, product] = [[], []];
      for (let round = 0; round < 5; round += 1) {
        baseline.push(...(await timed(requests, (n) => bare(round * requests + n))));
        product.push(...(await timed(requests, append)));
      }
      const figures = { baseline: figuresOf(baseline), product: figuresOf(product) };
      return {
        ...figures,
        ratio: figures.product.perSecond / figures.baseline.perSecond,
        perMillion: (seconds / entries) * 1e6,
        verifiedEntries: entries,
      };
    } finally {
      await orm.close(true);
    }
  },
};
