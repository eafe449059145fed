import { firstKeyOf, auditLogOf, openSigner, verifyAuditLog } from '../../src/services/audit/index.ts';
import type { Config } from '../../src/services/platform/config.ts';
import type { Db } from '../../src/services/platform/context.ts';
import { jsonFrom } from '../../src/services/platform/orm/values.ts';

/** What a check of the whole audit log says, with the auditor's key. */
export async function auditVerdict(db: Db, { keysDir }: Pick<Config, 'keysDir'>): Promise<string> {
  const first = firstKeyOf(keysDir);
  if (first === null) throw new Error('The auditor has taken the first key');
  const { verdict } = await verifyAuditLog({
    source: auditLogOf(db),
    key: { epoch: 0, key: first },
    signer: openSigner(keysDir),
  });
  return verdict;
}

export interface EntrySeen {
  readonly action: string;
  readonly severity: string;
  readonly outcome: string;
  readonly target_id: string | null;
  readonly payload: unknown;
}

/** Every entry of the audit log, oldest first. */
export async function auditEntries(db: Db): Promise<EntrySeen[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .select(['action', 'severity', 'outcome', 'target_id', 'payload'])
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ ...row, payload: jsonFrom(row.payload) }));
}
