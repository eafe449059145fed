import { queueMail } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import type { Checkpoint } from './checkpoint-text.ts';
import { auditCheckpoint } from './emails/audit-checkpoint.ts';
import { auditLogPath } from './audit-log-path.ts';

/** One an hour at most: the file has them all. */
export async function mailCheckpoint(
  tx: Tx<'em' | 'now' | 'enqueue' | 'config'>,
  { checkpoint, email }: { checkpoint: Checkpoint; email: string },
): Promise<void> {
  const { seq, mac, root, at, keyId, signature } = checkpoint;
  await queueMail(tx, {
    template: auditCheckpoint,
    recipient: { email, name: '' },
    locale: 'fr',
    dedupeKey: `journal-checkpoint:${at.slice(0, 13)}`,
    data: { entry: String(seq), mac, root, at, keyId, signature, auditLogUrl: tx.config.frontUrl + auditLogPath },
  });
}
