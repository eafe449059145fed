import { UniqueConstraintViolationException } from '@mikro-orm/core';
import type { Operation } from '../../platform/context.ts';
import { loadArtisan } from '../load-artisan.ts';
import { artisanFields, keptFields, refuseTakenSlug, type ArtisanChanges } from './artisan-fields.ts';
import { moveArtisan, noteArtisan, type PracticeTx } from './change-artisan.ts';
import { countMovedRules } from './moved-rules.ts';

export interface UpdateArtisan {
  readonly id: string;
  readonly changes: ArtisanChanges;
  /** Publishes, or pauses. */
  readonly isPublished?: boolean | undefined;
}

export interface UpdatedArtisan {
  readonly id: string;
  /** How many rules to come mean other instants, since the time zone changed. */
  readonly movedRules: number;
}

async function changeArtisan(tx: PracticeTx, { id, changes, isPublished }: UpdateArtisan): Promise<UpdatedArtisan> {
  const artisan = await loadArtisan(tx, id, 'artisan:update');
  const kept = keptFields(changes, changes.country ?? artisan.country);
  await refuseTakenSlug(tx, kept.slug, artisan.id);
  const changed = artisanFields.filter((field) => kept[field] !== undefined && kept[field] !== artisan[field]);
  const zone = artisan.timeZone;
  for (const field of changed) Object.assign(artisan, { [field]: kept[field] });
  if (changed.length > 0) noteArtisan(tx, artisan, { kind: 'UPDATED', fields: changed });
  if (isPublished !== undefined && isPublished !== (artisan.status === 'PUBLISHED'))
    moveArtisan(tx, artisan, isPublished ? 'publish' : 'pause');
  return { id: artisan.id, movedRules: zone === artisan.timeZone ? 0 : await countMovedRules(tx, artisan, zone) };
}

/**
 * The artisan, or an admin, changes what is said of them, publishes or pauses them. A new time zone moves no booking: the answer says
 * how many rules to come mean other instants. Errors: NOT_FOUND, INPUT_INVALID, ACTION_NOT_ALLOWED (pausing a draft).
 */
export const updateArtisan: Operation<'run', UpdateArtisan, UpdatedArtisan> = async ({ run }, input) => {
  try {
    return await run(changeArtisan, input);
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    // Another artisan took the slug at this instant: the check names the field.
    return run(changeArtisan, input);
  }
};
