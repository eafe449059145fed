import { receiveFile, type IncomingFile } from '../files/index.ts';
import type { AppContext } from '../platform/context.ts';
import { changeSeller } from './change-seller.ts';
import { logoPicture } from './logo-picture.ts';
import type { SellerRow } from './queries/seller.ts';

export interface ChangeSellerLogo {
  /** None: invoices have no logo from then on. */
  readonly file?: Promise<IncomingFile> | null | undefined;
  /** The first local day of the new version; today unless said. */
  readonly validFrom?: string | null | undefined;
}

/**
 * Writes a new version of the seller with another logo, or without one; the file belongs to the business, not to who sent it. Documents
 * that were issued keep theirs.
 */
export async function changeSellerLogo(
  ctx: Parameters<typeof receiveFile>[0] & Pick<AppContext, 'run'>,
  { file, validFrom }: ChangeSellerLogo,
): Promise<SellerRow> {
  if (!file) return ctx.run(changeSeller, { validFrom, logo: null, logoWidth: null, logoHeight: null });
  const picture = await logoPicture(file);
  return receiveFile(ctx, {
    upload: Promise.resolve(picture.file),
    kinds: ['IMAGE'],
    withoutOwner: { slotKey: 'seller-logo' },
    attach: (tx, logo) => changeSeller(tx, { validFrom, logo, logoWidth: picture.width, logoHeight: picture.height }),
  });
}
