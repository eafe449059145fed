import { canonicalJson } from '../kernel/canonical-json.ts';
import { networkOf } from '../kernel/network.ts';
import { writing } from '../platform/orm/values.ts';
import type { EntityManager } from '../platform/orm/orm.ts';
import type { AuditRecord, Present } from '../platform/scope.ts';
import { idOf } from '../access/actor.ts';
import type { Journal } from '../platform/unit-of-work.ts';
import { macOf, type ChainedEntry } from './chain.ts';

const epoch = 0;

/** The journal as the unit of work writes it: entries join the chain in the transaction of the deed. */
export const createJournal = (key: Buffer): Journal => async (em, records, present) => {
  const { db } = writing(em);
  const head = await lockHead(em);
  let { seq, mac } = head;
  const rows = records.map((record) => {
    seq += 1;
    const entry = entryOf(record, present, seq);
    const prevMac = mac;
    mac = macOf(key, prevMac, entry);
    return { entry, prevMac, mac };
  });
  await db.insertInto('audit_entry').values(rows.map(({ entry, prevMac, mac: own }) => ({
    seq: entry.seq, at: present.now, actor_kind: present.actor.kind, actor_id: entry.actorId, action: entry.action,
    severity: entry.severity as 'LOW', outcome: entry.outcome as 'SUCCESS', target_type: entry.targetType, target_id: entry.targetId,
    address: entry.address, request_id: entry.requestId, payload: entry.payload, prev_mac: prevMac, mac: own, key_epoch: entry.keyEpoch,
  }))).execute();
  await db.updateTable('audit_head').set({ seq, mac }).where('id', '=', 1).execute();
};

/**
 * Reads the head and holds it until the commit: places are gapless, in order of commits. SQLite has taken the lock for
 * the whole file when the transaction began.
 */
async function lockHead(em: EntityManager): Promise<{ seq: number; mac: string }> {
  const { db, dialect } = writing(em);
  const head = db.selectFrom('audit_head').select(['seq', 'mac']).where('id', '=', 1);
  const { seq, mac } = await (dialect === 'mysql' ? head.forUpdate() : head).executeTakeFirstOrThrow();
  return { seq: Number(seq), mac };
}

const entryOf = (record: AuditRecord, present: Present, seq: number): ChainedEntry => ({
  seq,
  at: present.now.getTime(),
  actorKind: present.actor.kind,
  actorId: idOf(present.actor),
  action: record.action,
  severity: record.severity ?? 'LOW',
  outcome: record.outcome ?? 'SUCCESS',
  targetType: record.targetType,
  targetId: record.targetId ?? null,
  address: networkOf(present.actor.address),
  requestId: present.requestId,
  payload: canonicalJson(record.payload ?? {}),
  keyEpoch: epoch,
});
