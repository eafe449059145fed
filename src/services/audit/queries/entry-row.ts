import type { Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { Db } from '../../platform/context.ts';
import type { KeyRing } from '../../vault/index.ts';
import { personalOf } from '../personal.ts';

type Stored = Selectable<Tables['audit_entry']>;

/** An entry as its readers see it, with the personal values that are still there. */
export interface AuditEntryRow extends Pick<Stored, 'action' | 'severity' | 'outcome' | 'address' | 'agent'> {
  readonly id: string;
  readonly seq: number;
  readonly at: Date;
  readonly actorKind: Stored['actor_kind'];
  readonly actorId: string | null;
  readonly targetType: string;
  readonly targetId: string | null;
  readonly requestId: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly personal: Readonly<Record<string, string>>;
  /** There were personal values, and they were destroyed. */
  readonly isForgotten: boolean;
}

/** Reads the personal values of many entries in one statement. */
export async function rowsFrom(db: Db, ring: KeyRing, rows: readonly Stored[]): Promise<AuditEntryRow[]> {
  const known = await personalOf(
    db,
    ring,
    rows.flatMap(({ pii_ref }) => pii_ref ?? []),
  );
  return rows.map((row) => ({
    id: String(row.seq),
    seq: Number(row.seq),
    at: instantFrom(row.at),
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    action: row.action,
    severity: row.severity,
    outcome: row.outcome,
    targetType: row.target_type,
    targetId: row.target_id,
    address: row.address,
    agent: row.agent,
    requestId: row.request_id,
    payload: jsonFrom(row.payload),
    personal: known.get(row.pii_ref ?? '') ?? {},
    isForgotten: row.pii_ref !== null && !known.has(row.pii_ref),
  }));
}
