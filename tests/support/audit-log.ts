import { firstKeyOf, auditLogOf, openSigner, verifyAuditLog } from '../../src/services/audit/index.ts';
import type { Config } from '../../src/services/platform/config.ts';
import type { Db } from '../../src/services/platform/context.ts';

/** What a check of the whole journal says, with the auditor's key. */
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
