import { UniqueConstraintViolationException, type RequiredEntityData } from '@mikro-orm/core';
import { Artisan } from '../../entities/scheduling/artisan.entity.ts';
import type { Offering } from '../../entities/scheduling/offering.entity.ts';
import { OpeningRule, weekdays } from '../../entities/scheduling/opening.entity.ts';
import type { AppContext, UseCase } from '../platform/context.ts';
import type { SeedOptions } from '../platform/module.ts';
import { createOffering, type CreateOffering } from './practice/create-offering.ts';

interface Example {
  readonly email: string;
  readonly artisan: Omit<RequiredEntityData<Artisan>, 'email'>;
  readonly offering: CreateOffering['offering'];
}

/** The business's own artisan, whom customers consult before they order, and one who works for themself. */
const examples: readonly Example[] = [
  {
    email: 'correctrice@example.org',
    artisan: {
      slug: 'louise-bernard',
      displayName: 'Louise Bernard',
      bio: 'Correctrice. Parlons de votre manuscrit avant de commencer.',
      status: 'PUBLISHED',
    },
    offering: {
      ...{ name: 'Consultation', durationMinutes: 30, priceCents: 0, locationKind: 'PHONE', requiresApproval: true },
      ...{ horizonWorkingDays: 7, description: 'Une demi-heure au téléphone, sans engagement.' },
    },
  },
  {
    email: 'artisan@example.org',
    artisan: {
      slug: 'antoine-petit',
      displayName: 'Antoine Petit, luthier',
      bio: 'Réglage et réparation d’instruments à cordes.',
      place: '12 rue des Tanneurs, 37000 Tours',
      status: 'PUBLISHED',
    },
    offering: {
      ...{ name: 'Réglage d’un violon', durationMinutes: 60, priceCents: 6_000, depositBasisPoints: 3_000 },
      ...{ bufferAfterMinutes: 15, description: 'Chevalet, âme, cordes\u00a0: l’instrument repart réglé.' },
    },
  },
];

/** Artisans to try the application with, where there is none yet; their accounts come first. */
export async function seedArtisans(
  { run, db }: Pick<AppContext, 'run' | 'db'>,
  { hasExamples }: SeedOptions,
): Promise<void> {
  if (!hasExamples) return;
  if ((await db.selectFrom('artisan').select('id').limit(1).executeTakeFirst()) !== undefined) return;
  for (const example of examples) {
    const user = await db.selectFrom('user').select('id').where('email', '=', example.email).executeTakeFirst();
    if (user === undefined) continue;
    try {
      await run(enterExample, { ...example, userId: user.id });
    } catch (error) {
      // Two processes starting together: the second finds the work of the first.
      if (!(error instanceof UniqueConstraintViolationException)) throw error;
    }
  }
}

const enterExample: UseCase<
  'em' | 'actor' | 'now' | 'config' | 'record' | 'publish',
  Example & { readonly userId: string },
  Offering
> = async (tx, { email, userId, artisan: said, offering }) => {
  const artisan = tx.em.create(Artisan, { ...said, email, userId });
  for (const weekday of weekdays.slice(0, 5))
    for (const [startMinute, endMinute] of [[540, 720] as const, [840, 1_080] as const])
      tx.em.create(OpeningRule, { artisan, weekday, startMinute, endMinute });
  await tx.em.flush();
  return createOffering(tx, { artisanIds: [artisan.id], offering });
};
