import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';

/**
 * What is booked when somebody consults the business before they order: the offering that the settings name, else the first active offering of one of its own people that is free,
 * waits for an answer, and counts its horizon in working days. Why nothing else says so: ADR 0069. Error: OFFERING_UNAVAILABLE.
 */
export async function consultationOffering({ db, config }: Pick<AppContext, 'db' | 'config'>): Promise<string> {
  if (config.CONSULTATION_OFFERING !== undefined) return config.CONSULTATION_OFFERING;
  const row = await db
    .selectFrom('offering')
    .innerJoin('offering_artisan', 'offering_artisan.offering_id', 'offering.id')
    .innerJoin('artisan', 'artisan.id', 'offering_artisan.artisan_id')
    .innerJoin('user', 'user.id', 'artisan.user_id')
    .select('offering.id')
    .where('offering.status', '=', 'ACTIVE')
    .where('offering.price_cents', '=', 0)
    .where('offering.requires_approval', '=', true)
    .where('offering.horizon_working_days', 'is not', null)
    .where('artisan.status', '=', 'PUBLISHED')
    .where('user.role', 'in', ['ADMIN', 'PROOFREADER'])
    .orderBy('offering.position')
    .orderBy('offering.id')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('OFFERING_UNAVAILABLE');
  return row.id;
}
