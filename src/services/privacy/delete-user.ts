import type { ApplicationReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import { requirePermission } from '../access/actor.ts';
import type { Operation } from '../platform/context.ts';
import { dryRun } from '../platform/dry-run.ts';
import { erasePerson, previewErasure, type ErasurePreview, type Receipt } from './erase-person.ts';

export interface DeleteUser {
  readonly userId: string;
  readonly reason: ApplicationReason;
}

/** An admin erases somebody's account: the same erasure as a person's own; they are notified by mail. Errors: NOT_FOUND, ERASURE_BLOCKED. */
export const deleteUser: Operation<'run' | 'actor' | 'personalData', DeleteUser, Receipt> = async (
  { run, actor, personalData },
  input,
) => {
  requirePermission(actor, 'user:delete');
  return run(erasePerson, { ...input, decidedBy: 'ADMIN', personalData });
};

/** What that would do, and what stands in its way: the erasure itself, rolled back. Errors: NOT_FOUND. */
export const previewUserDeletion: Operation<
  'run' | 'actor' | 'personalData',
  { readonly userId: string },
  ErasurePreview
> = async ({ run, actor, personalData }, { userId }) => {
  requirePermission(actor, 'user:delete');
  return dryRun(run, previewErasure, { userId, decidedBy: 'ADMIN', reason: 'OTHER', personalData });
};
