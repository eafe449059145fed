import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { may } from '../../access/permissions.ts';
import { fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { keptFields, refuseTakenSlug, type ArtisanFields } from './artisan-fields.ts';

export interface CreateArtisan extends ArtisanFields, Keyed {
  readonly userId: string;
}

async function enterArtisan(
  tx: Tx<'em' | 'actor' | 'record'>,
  { userId, ...fields }: Omit<CreateArtisan, 'key'>,
): Promise<Artisan> {
  requirePermission(tx.actor, 'artisan:manage');
  await refuseOthers(tx, userId);
  await refuseTakenSlug(tx, fields.slug);
  const artisan = tx.em.create(Artisan, { ...keptFields(fields, fields.country), userId });
  tx.record({ action: 'ARTISAN_CHANGED', targetType: 'artisan', targetId: artisan.id, payload: { kind: 'CREATED' } });
  return artisan;
}

/** Only an active account whose role may have an agenda, and that has none. */
async function refuseOthers({ em }: Tx<'em'>, userId: string): Promise<void> {
  const user = isId(userId) ? await em.findOne(User, { id: userId, status: 'ACTIVE' }) : null;
  if (user === null || !may(user.role, 'artisan:update')) throw fieldError('input.userId', 'isPractitioner');
  if ((await em.count(Artisan, { userId })) > 0) throw fieldError('input.userId', 'isUnique');
}

const enterOnce = keyed('createArtisan', enterArtisan, ({ em }, id) => em.findOneOrFail(Artisan, { id }));

/**
 * An admin makes somebody an artisan, whom nobody sees before they are published. Errors: INPUT_INVALID for an account that can have
 * no agenda or has one, a slug that is taken, an unknown time zone or country, a number that cannot be called.
 */
export const createArtisan: Operation<'run', CreateArtisan, Artisan> = async ({ run }, input) => {
  try {
    return await run(enterOnce, input);
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    // Two requests at one instant: the checks of the second name the field.
    return run(enterOnce, input);
  }
};
