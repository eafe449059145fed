import { dryRun } from '../../platform/dry-run.ts';
import type { Operation } from '../../platform/context.ts';
import type { RetentionItem } from './retention-item.ts';
import { runRetention } from './run-retention.ts';

/**
 * What the next nightly run would do in a cabinet now, document by document: the run itself, rolled back; its first step, 1,000 documents at
 * most of those that are due, 100 of the others. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED.
 */
export const previewRetention: Operation<
  'run' | 'certificateKeys',
  { readonly cabinetId: string },
  readonly RetentionItem[]
> = ({ run, certificateKeys: signer }, { cabinetId }) => dryRun(run, runRetention, { cabinetId, signer });
