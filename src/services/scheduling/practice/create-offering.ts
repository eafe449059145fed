import { Offering, OfferingArtisan } from '../../../entities/scheduling/offering.entity.ts';
import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { lockArtisan } from './lock-artisan.ts';
import { noteOffering } from './load-offering.ts';
import { usualOffering, stated, type OfferingChanges, type WholeOffering } from './offering-fields.ts';
import { replaceQuestions, replaceTiers } from './offering-parts.ts';
import { requireSound } from './offering.policy.ts';

export interface CreateOffering extends Keyed {
  readonly artisanIds: readonly string[];
  readonly offering: OfferingChanges & Pick<WholeOffering, 'name' | 'durationMinutes' | 'priceCents'>;
}

export type OfferingTx = Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'publish'>;

/** More offerings are no agenda any more. */
const mostOfferings = 100;

async function enterOffering(
  tx: OfferingTx,
  { artisanIds, offering: given }: Omit<CreateOffering, 'key'>,
): Promise<Offering> {
  const artisans: Artisan[] = [];
  for (const id of [...new Set(artisanIds)].sort()) artisans.push(await lockArtisan(tx, id, 'offering:manage'));
  for (const artisan of artisans) await refuseTooMany(tx, artisan.id);
  const step = tx.config.BOOKING_STEP_MINUTES;
  const position = given.position ?? (await nextPosition(tx, artisans));
  const whole = { ...usualOffering(step), ...stated(given), position } as WholeOffering;
  requireSound(whole, step);
  const { questions, cancellationTiers, ...fields } = whole;
  const offering = tx.em.create(Offering, fields);
  for (const artisan of artisans) tx.em.create(OfferingArtisan, { offering, artisan });
  await tx.em.flush();
  await replaceQuestions(tx, offering, questions);
  await replaceTiers(tx, offering, cancellationTiers);
  noteOffering(tx, { offering, artisans }, { kind: 'CREATED', amount: fields.priceCents, currency: fields.currency });
  return offering;
}

/** Refuses an offering more than an artisan may have. */
export async function refuseTooMany({ em }: Tx<'em'>, artisanId: string): Promise<void> {
  const count = await em.count(OfferingArtisan, { artisan: artisanId });
  if (count >= mostOfferings) throw fieldError('input.artisanIds', 'tooManyOfferings');
}

async function nextPosition({ em }: Tx<'em'>, artisans: readonly Artisan[]): Promise<number> {
  const given = await em.find(OfferingArtisan, { artisan: { $in: artisans.map(({ id }) => id) } });
  const offerings = await em.find(Offering, { id: { $in: given.map(({ offering }) => offering.id) } });
  return Math.max(-1, ...offerings.map(({ position }) => position)) + 1;
}

/**
 * A new offering of an artisan, after their others unless said. Errors: NOT_FOUND (an artisan who is not the caller’s), INPUT_INVALID
 * on each field that is wrong, DEPOSIT_TOO_SMALL.
 */
export const createOffering = keyed<'em' | 'actor' | 'now' | 'config' | 'record' | 'publish', CreateOffering, Offering>(
  'createOffering',
  enterOffering,
  ({ em }, id) => em.findOneOrFail(Offering, { id }),
);
