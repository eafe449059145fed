import { buffer } from 'node:stream/consumers';
import { openStored } from '../files/index.ts';
import { DomainError } from '../kernel/errors.ts';
import type { AppContext } from '../platform/context.ts';
import type { PrintedDocument } from './invoice-document.ts';

/** The bytes of the logo that a document froze; undefined without one. It is kept as long as the seller’s versions. */
export async function logoOf(
  ctx: Pick<AppContext, 'db' | 'vault'>,
  { seller }: Pick<PrintedDocument, 'seller'>,
): Promise<Buffer | undefined> {
  if (seller.logo === undefined) return undefined;
  const { fileId } = seller.logo;
  const stored = await openStored(ctx, fileId);
  if (stored === undefined) throw new DomainError('NOT_FOUND', { fileId });
  return buffer(await stored.open());
}
