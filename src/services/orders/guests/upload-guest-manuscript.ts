import type { GuestOrder } from '../../../entities/orders/guest-order.entity.ts';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { discardFile, receiveFile, scanWish, type IncomingFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import { allows } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { uploadRules } from '../order-file.policy.ts';
import { guestOrderStates } from './guest-order.states.ts';
import { openByToken, takeTry } from './guest-order-token.ts';
import { moveGuestOrder } from './move-guest-order.ts';
import { mostUploads } from './queries/guest-orders.ts';

export interface UploadGuestManuscript {
  readonly token: string;
  readonly file: Promise<IncomingFile>;
}

type Needed = Parameters<typeof receiveFile>[0] & Pick<AppContext, 'run' | 'limits' | 'antivirus'>;

/**
 * The visitor sends the text to be proofread: one, five times at most; the one before is destroyed. It has no owner until
 * the order is paid. Errors: TOKEN_INVALID, GUEST_ORDER_EXPIRED, ACTION_NOT_ALLOWED, QUOTA_EXCEEDED, and those of files.
 */
export async function uploadGuestManuscript(ctx: Needed, { token, file }: UploadGuestManuscript): Promise<string> {
  const address = subscriberOf(ctx.actor.address);
  await takeTry(ctx);
  await ctx.limits.take('upload/address', address);
  return receiveFile(ctx, {
    upload: file,
    kinds: uploadRules.MANUSCRIPT.kinds,
    withoutOwner: { slotKey: address },
    needsScan: scanWish(ctx),
    permit: () => ctx.run(permit, token),
    attach: async (tx, stored) => attach(tx, { token, file: stored }),
  });
}

/** Refuses before any byte is read what would be refused after all of them. */
async function permit(tx: Tx<'em' | 'now'>, token: string): Promise<void> {
  requireUpload(await openByToken(tx, token));
}

function requireUpload({ status, uploads }: GuestOrder): void {
  if (!allows(guestOrderStates, status, 'attachManuscript'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'upload', status });
  if (uploads >= mostUploads) throw new DomainError('QUOTA_EXCEEDED', { mostFiles: mostUploads });
}

async function attach(
  tx: Tx<'em' | 'now' | 'record' | 'enqueue'>,
  { token, file }: { readonly token: string; readonly file: StoredFile },
): Promise<string> {
  const guest = await openByToken(tx, token);
  requireUpload(guest);
  await destroyManuscript(tx, guest);
  guest.manuscript = file;
  guest.uploads += 1;
  moveGuestOrder(tx, guest, { verb: 'attachManuscript', fileId: file.id });
  return guest.id;
}

/** Destroys the manuscript of a guest order, its key first; false when there is none, or a legal hold keeps it. */
export async function destroyManuscript(
  tx: Tx<'em' | 'now' | 'record' | 'enqueue'>,
  guest: GuestOrder,
): Promise<boolean> {
  if (!guest.manuscript) return false;
  const file = await tx.em.findOne(StoredFile, { id: guest.manuscript.id, deletedAt: null });
  if (file === null || !(await discardFile(tx, file))) return false;
  // Nothing of it stays, not even what it was called: it belongs to nobody.
  Object.assign(file, { name: file.id, sha256: '0'.repeat(64) });
  guest.manuscript = null;
  return true;
}
