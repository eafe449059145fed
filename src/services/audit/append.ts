import { auditActions } from '../kernel/audit-actions.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { networkOf } from '../kernel/network.ts';
import { instantFrom, lockedForUpdate, writing } from '../platform/orm/values.ts';
import { idOf } from '../access/actor.ts';
import { insertCompiled, runCompiled, type RowOf } from '../platform/orm/compiled.ts';
import type { EntityManager } from '../platform/orm/orm.ts';
import type { Outgoing } from '../platform/outbox.ts';
import type { AuditRecord, RequestContext } from '../platform/context.ts';
import type { KeyRing } from '../vault/index.ts';
import { agentOf } from './agent.ts';
import { macOf, type ChainedEntry } from './chain.ts';
import type { EpochKeys } from './epoch-key.ts';
import { followUps } from './follow-ups.ts';
import { keepPersonal } from './personal.ts';

/** An action and the circumstances it was done in. */
export interface Entered {
  readonly record: AuditRecord;
  readonly present: Pick<RequestContext, 'actor' | 'now' | 'requestId'>;
}

/** An epoch of the key ends with the first entry after this many, or after a day. */
export const epochEntries = 10_000;
const epochMs = 24 * 3_600_000;

export interface AppendParts {
  readonly keys: EpochKeys;
  readonly ring: () => KeyRing;
}

export interface Head {
  readonly seq: number;
  readonly mac: string;
  readonly keyEpoch: number;
  readonly epochFrom: number;
  readonly epochAt: Date | null;
}

/** Appends entries to the chain, in their order, in the caller's transaction; returns what is to be done about them. */
export async function appendEntries(
  parts: AppendParts,
  em: EntityManager,
  entered: readonly Entered[],
): Promise<Outgoing['jobs']> {
  const refs: (string | null)[] = [];
  // Before the head: its lock makes every other writer wait.
  for (const {
    record: { personal },
    present: { now },
  } of entered)
    refs.push(personal === undefined ? null : await keepPersonal(em, parts.ring(), { personal, now }));
  const before = await lockHead(em);
  wipeOldKeys(parts.keys, before.keyEpoch);
  const now = (entered[0] as Entered).present.now;
  const head = rolled(before, parts.keys.held().epoch, now);
  const key = parts.keys.at(head.keyEpoch);
  let { seq, mac } = head;
  const rows = entered.map((it, i) => {
    seq += 1;
    const entry = entryOf(it, { seq, piiRef: refs[i] ?? null, keyEpoch: head.keyEpoch });
    const prevMac = mac;
    mac = macOf(key, prevMac, entry);
    return rowOf(entry, { at: it.present.now, prevMac, mac });
  });
  const { db } = writing(em);
  await insertCompiled(db, 'audit_entry', { rows, make: () => db.insertInto('audit_entry').values(rows) });
  await runCompiled(db, {
    key: 'audit_head moved',
    values: [seq, mac, head.keyEpoch, head.epochFrom, head.epochAt, 1],
    make: () =>
      db
        .updateTable('audit_head')
        .set({ seq, mac, key_epoch: head.keyEpoch, epoch_from: head.epochFrom, epoch_at: head.epochAt })
        .where('id', '=', 1),
  });
  for (const [i, { record }] of entered.entries()) await record.numbered?.(before.seq + i + 1);
  return followUps(entered, { from: before.seq, now });
}

/** What another transaction wrote in the head is committed: the keys before that epoch may go. */
function wipeOldKeys(keys: EpochKeys, epoch: number): void {
  try {
    keys.advanceTo(epoch);
  } catch {
    // A disk that refuses must not stop the application: the key of this epoch is derived each time, and the next checkpoint,
    // which tries again, fails loudly.
  }
}

/** Locks the head until the commit: numbers are gapless, in order of commits. The embedded database has one writer. */
async function lockHead(em: EntityManager): Promise<Head> {
  const { db, dialect } = writing(em);
  const make = () => lockedForUpdate(db.selectFrom('audit_head').selectAll().where('id', '=', 1), dialect);
  const [head] = await runCompiled<RowOf<typeof make>>(db, { key: 'audit_head locked', values: [1], make });
  if (head === undefined) throw new Error('The audit log has no head');
  return {
    seq: Number(head.seq),
    mac: head.mac,
    keyEpoch: head.key_epoch,
    epochFrom: Number(head.epoch_from),
    epochAt: head.epoch_at === null ? null : instantFrom(head.epoch_at),
  };
}

/** The head with the epoch of the next entry. A database restored from a backup is behind the key, which cannot go back. */
function rolled(head: Head, heldEpoch: number, now: Date): Head {
  const begins = (keyEpoch: number): Head => ({ ...head, keyEpoch, epochFrom: head.seq, epochAt: now });
  if (heldEpoch > head.keyEpoch) return begins(heldEpoch);
  if (head.epochAt === null) return begins(head.keyEpoch);
  const isOver = head.seq - head.epochFrom >= epochEntries || now.getTime() - head.epochAt.getTime() >= epochMs;
  return isOver ? begins(head.keyEpoch + 1) : head;
}

function entryOf({ record, present }: Entered, place: Pick<ChainedEntry, 'seq' | 'piiRef' | 'keyEpoch'>): ChainedEntry {
  const { severity, target } = auditActions[record.action];
  return {
    ...place,
    at: present.now.getTime(),
    actorKind: present.actor.kind,
    actorId: idOf(present.actor),
    action: record.action,
    severity: record.severity ?? severity,
    outcome: record.outcome ?? 'SUCCESS',
    targetType: record.targetType ?? target,
    targetId: record.targetId ?? null,
    address: networkOf(present.actor.address),
    agent: agentOf(present.actor.agent),
    requestId: present.requestId,
    payload: canonicalJson(record.payload ?? {}),
  };
}

const rowOf = (entry: ChainedEntry, { at, prevMac, mac }: { at: Date; prevMac: string; mac: string }) => ({
  seq: entry.seq,
  at,
  actor_kind: entry.actorKind as 'PERSON',
  actor_id: entry.actorId,
  action: entry.action,
  severity: entry.severity as 'LOW',
  outcome: entry.outcome as 'SUCCESS',
  target_type: entry.targetType,
  target_id: entry.targetId,
  address: entry.address,
  agent: entry.agent,
  request_id: entry.requestId,
  payload: entry.payload,
  pii_ref: entry.piiRef,
  prev_mac: prevMac,
  mac,
  key_epoch: entry.keyEpoch,
});
