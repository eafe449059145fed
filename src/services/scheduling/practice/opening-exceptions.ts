import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { OpeningException, type DayWindow } from '../../../entities/scheduling/opening.entity.ts';
import { DomainError, fieldError, refuseFields } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { noteArtisan } from './change-artisan.ts';
import { lockArtisan } from './lock-artisan.ts';
import { faultsOfEdges } from './weekly-windows.ts';

export interface OnDate {
  readonly artisanId: string;
  readonly localDate: string;
}

type OpeningTx = Tx<'em' | 'actor' | 'record' | 'publish'>;

const mostExceptions = 500;

/**
 * Replaces the windows of one local date, its breaks too; without any the artisan is closed then. Bookings stay. Errors: NOT_FOUND,
 * INPUT_INVALID on each field that is wrong, and for more than 500 dates.
 */
export async function setOpeningException(
  tx: OpeningTx,
  { artisanId, localDate, windows }: OnDate & { readonly windows: readonly DayWindow[] },
): Promise<Artisan> {
  const artisan = await lockArtisan(tx, artisanId, 'opening:manage');
  const faults = windows.flatMap((window, index) => faultsOfEdges(window, `input.windows.${index}`));
  if (faults.length > 0) throw refuseFields(faults);
  const known = await tx.em.findOne(OpeningException, { artisan, localDate });
  if (known !== null) known.windows = windows;
  else if ((await tx.em.count(OpeningException, { artisan })) >= mostExceptions)
    throw fieldError('input.localDate', 'tooMany');
  else tx.em.create(OpeningException, { artisan, localDate, windows });
  noteArtisan(tx, artisan, { kind: 'EXCEPTION', localDate, windows: windows.length });
  return artisan;
}

/** The week says again when the artisan is open on that date. Errors: NOT_FOUND. */
export async function removeOpeningException(tx: OpeningTx, { artisanId, localDate }: OnDate): Promise<Artisan> {
  const artisan = await lockArtisan(tx, artisanId, 'opening:manage');
  const known = await tx.em.findOne(OpeningException, { artisan, localDate });
  if (known === null) throw new DomainError('NOT_FOUND');
  tx.em.remove(known);
  noteArtisan(tx, artisan, { kind: 'EXCEPTION_REMOVED', localDate });
  return artisan;
}
