import type { Selectable } from 'kysely';
import type { Tables } from '../../entities/index.ts';
import { instantFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/scope.ts';
import { epochKey, genesis, macOf, type ChainedEntry } from './chain.ts';

/** What a check of the whole journal found; `at` is the first place that is wrong. */
export type Verdict =
  | { readonly verdict: 'OK'; readonly entries: number }
  | { readonly verdict: 'ROW_ALTERED' | 'GAP' | 'CHAIN_BREAK' | 'TRUNCATED'; readonly at: number };

const batch = 2_000;

/** Walks the journal from its first entry to its head, computing every mac again. Reads in batches; constant memory. */
export async function verifyJournal(db: Db, firstKey: Buffer): Promise<Verdict> {
  const keys = new Map<number, Buffer>();
  const keyOf = (epoch: number): Buffer => {
    const key = keys.get(epoch) ?? epochKey(firstKey, epoch);
    keys.set(epoch, key);
    return key;
  };
  let place = { seq: 0, mac: genesis };
  for (let isMore = true; isMore;) {
    const rows = await db.selectFrom('audit_entry').selectAll().where('seq', '>', place.seq).orderBy('seq').limit(batch).execute();
    for (const row of rows) {
      const fault = faultOf(row, place, keyOf(row.key_epoch));
      if (fault !== undefined) return { verdict: fault, at: place.seq + 1 };
      place = { seq: place.seq + 1, mac: row.mac };
    }
    isMore = rows.length === batch;
  }
  const head = await db.selectFrom('audit_head').select(['seq', 'mac']).where('id', '=', 1).executeTakeFirstOrThrow();
  const isEnd = Number(head.seq) === place.seq && head.mac === place.mac;
  return isEnd ? { verdict: 'OK', entries: place.seq } : { verdict: 'TRUNCATED', at: place.seq + 1 };
}

type Row = Selectable<Tables['audit_entry']>;

function faultOf(row: Row, before: { seq: number; mac: string }, key: Buffer): 'GAP' | 'CHAIN_BREAK' | 'ROW_ALTERED' | undefined {
  if (Number(row.seq) !== before.seq + 1) return 'GAP';
  if (row.prev_mac !== before.mac) return 'CHAIN_BREAK';
  return macOf(key, before.mac, entryOf(row)) === row.mac ? undefined : 'ROW_ALTERED';
}

const entryOf = (row: Row): ChainedEntry => ({
  seq: Number(row.seq), at: instantFrom(row.at).getTime(), actorKind: row.actor_kind, actorId: row.actor_id,
  action: row.action, severity: row.severity, outcome: row.outcome, targetType: row.target_type, targetId: row.target_id,
  address: row.address, requestId: row.request_id, payload: row.payload, keyEpoch: row.key_epoch,
});
