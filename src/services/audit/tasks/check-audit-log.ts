import type { AuditRecord, Tx, AppContext } from '../../platform/context.ts';
import { auditLogOf, type AuditLogSource } from '../audit-log-source.ts';
import { verifyAnchored } from '../verify-anchored.ts';
import type { Verdict } from '../verify.ts';

/** A little more than a night to the next one: what a check begins with was looked at the night before. */
const lookBackMs = 25 * 3_600_000;
/** A copy of the database that is read from may be behind what was exported a moment ago. */
const replicaLagMs = 10 * 60_000;

type Needed = Pick<AppContext, 'db' | 'run' | 'now' | 'log' | 'config' | 'auditKeys' | 'auditSigner'>;

/**
 * The application checks its own audit log. A fault is a SECURITY_BREACH in it, of which the admins are notified at once. Whoever holds the
 * whole server can keep it from saying so; `audit:verify` from outside, with the auditor's key, is the proof.
 */
export async function checkAuditLogNow(ctx: Needed): Promise<Verdict> {
  const { db, run, now, log, config, auditKeys, auditSigner } = ctx;
  const source = auditLogOf(db);
  const since = await startOf(source, new Date(now.getTime() - lookBackMs));
  const { found } = await verifyAnchored({
    db,
    config,
    key: auditKeys.held(),
    signer: auditSigner,
    since,
    before: new Date(now.getTime() - replicaLagMs),
  });
  if ('at' in found) {
    log.error({ found }, 'the audit log was tampered with');
    await run(noteBreach, found);
  }
  return found;
}

/** The newest checkpoint from before; undefined: from the first entry on. */
const startOf = async (source: AuditLogSource, before: Date): Promise<number | undefined> =>
  (await source.checkpoints()).findLast(({ at }) => Date.parse(at) < before.getTime())?.seq;

const breachOf = ({ verdict, at }: Extract<Verdict, { at: number }>): AuditRecord => ({
  action: 'SECURITY_BREACH',
  targetType: 'audit',
  targetId: String(at),
  outcome: 'FAILURE',
  payload: { verdict, at },
});

const noteBreach = async ({ record }: Tx<'record'>, found: Extract<Verdict, { at: number }>): Promise<void> =>
  record(breachOf(found));
