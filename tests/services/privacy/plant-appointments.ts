import { Closure } from '../../../src/entities/scheduling/opening.entity.ts';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeArtisan, makeBooking, makeOffering } from '../../support/make/scheduling.ts';

/** An appointment that the person had, and an agenda of their own that nobody has booked. */
export function plantAppointments(
  em: EntityManager,
  { user, at, day }: { readonly user: User; readonly at: (place: string) => string; readonly day: Date },
): void {
  const said = { place: at('booking'), customerNote: at('booking'), cancellationReason: at('booking') };
  const artisan = makeArtisan(em);
  makeBooking(
    em,
    { artisan, offering: makeOffering(em, artisan) },
    {
      ...{ userId: user.id, status: 'COMPLETED', startsAt: day, customerName: at('booking'), ...said },
      ...{ customerEmail: `${at('booking')}@example.org`, customerPhone: at('booking').slice(0, 20) },
      ...{ staffNote: at('booking'), answers: [{ questionId: artisan.slug, label: 'Bois', answer: at('booking') }] },
    },
  );
  const own = makeArtisan(em, {
    ...{ userId: user.id, displayName: at('artisan'), email: `${at('artisan')}@example.org`, bio: at('artisan') },
    ...{ phone: at('artisan').slice(0, 20), place: at('artisan') },
  });
  em.create(Closure, { artisan: own, fromOn: '2026-12-24', untilOn: '2026-12-26', reason: at('artisan') });
}
