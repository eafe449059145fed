import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { loadArtisan } from '../load-artisan.ts';
import { moveArtisan, type PracticeTx } from './change-artisan.ts';

/** An admin hides an artisan, who takes no new bookings until they are published again; the old ones stand. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export async function pauseArtisan(tx: PracticeTx, { id }: { readonly id: string }): Promise<Artisan> {
  const artisan = await loadArtisan(tx, id, 'artisan:manage');
  moveArtisan(tx, artisan, 'pause');
  return artisan;
}
