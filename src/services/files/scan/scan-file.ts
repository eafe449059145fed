import { LockMode } from '@mikro-orm/core';
import { z } from 'zod';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import type { ScanVerdict } from '../../adapters/antivirus/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { openUnjudged } from '../open-stored.ts';
import type { ScanNeed } from './scan.policy.ts';

/** Has the antivirus look into a file. */
export const scanFileTask = defineTask(
  'files.scan-file',
  z.object({ fileId: z.uuid(), need: z.enum(['REQUIRED', 'WISHED']) }),
  { timeoutSeconds: 900, atOnce: 2 },
);

type ScanContext = Pick<AppContext, 'db' | 'vault' | 'antivirus' | 'run' | 'log' | 'measures'>;

/** A file waits for the antivirus from the transaction that stores it: nobody opens it in between. */
export function awaitScan({ enqueue }: Tx<'enqueue'>, file: StoredFile, need: ScanNeed): void {
  file.scanStatus = 'PENDING';
  enqueue(scanFileTask, { fileId: file.id, need }, { dedupeKey: `${scanFileTask.kind}:${file.id}` });
}

/** What a file that is scanned where that is possible asks for: nothing where no antivirus is installed. */
export const scanWish = ({ antivirus }: Pick<AppContext, 'antivirus'>): ScanNeed | undefined =>
  antivirus === null ? undefined : 'WISHED';

/**
 * Streams the sealed file to the antivirus, in plain only in memory, and writes the verdict down. One that is away is tried again, and the
 * file waits. A file that was judged is judged once.
 */
export async function scanFile(ctx: ScanContext, payload: PayloadOf<typeof scanFileTask>): Promise<void> {
  const file = await openUnjudged(ctx, payload.fileId);
  if (file === undefined) return;
  const verdict = await verdictOn(ctx, file);
  if (ctx.antivirus !== null) ctx.measures.count('file_scans_total', { verdict: verdict.verdict });
  await ctx.run(noteVerdict, { ...payload, verdict });
  ctx.log.info({ fileId: payload.fileId, verdict: verdict.verdict }, 'file scanned');
}

async function verdictOn(
  { antivirus, measures }: Pick<AppContext, 'antivirus' | 'measures'>,
  file: NonNullable<Awaited<ReturnType<typeof openUnjudged>>>,
): Promise<ScanVerdict> {
  if (antivirus === null) return { verdict: 'UNVERIFIED', reason: 'no antivirus' };
  try {
    return await antivirus.scan(file);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'FILE_DAMAGED')
      return { verdict: 'UNVERIFIED', reason: 'damaged' };
    measures.count('file_scans_total', { verdict: 'AWAY' });
    throw error;
  }
}

interface Judged {
  readonly fileId: string;
  readonly need: ScanNeed;
  readonly verdict: ScanVerdict;
}

async function noteVerdict(tx: Tx<'em' | 'now' | 'record'>, { fileId, need, verdict }: Judged): Promise<void> {
  const file = await tx.em.findOne(
    StoredFile,
    { id: fileId, deletedAt: null, scanStatus: { $in: ['PENDING', 'UNVERIFIED'] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  if (file === null) return;
  file.scannedAt = tx.now;
  file.scanStatus = verdict.verdict === 'UNVERIFIED' && need === 'WISHED' ? null : verdict.verdict;
  file.scanResult = resultOf(verdict);
  if (verdict.verdict !== 'INFECTED') return;
  // An entry of high severity notifies the admins.
  tx.record({ action: 'FILE_INFECTED', targetType: 'file', targetId: fileId, payload: { found: verdict.found } });
}

function resultOf(verdict: ScanVerdict): string | null {
  if (verdict.verdict === 'CLEAN') return null;
  return verdict.verdict === 'INFECTED' ? verdict.found : verdict.reason;
}
