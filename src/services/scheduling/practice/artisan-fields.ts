import { Artisan, type CalendarDetail, type StalePolicy } from '../../../entities/scheduling/artisan.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { HolidayRegion } from '../../kernel/holidays.ts';
import { isTimeZone } from '../../kernel/time-zone.ts';
import type { Tx } from '../../platform/context.ts';
import { isCountry, requirePhone } from '../phone.ts';

/** What people say of an artisan. */
export interface ArtisanFields {
  readonly slug: string;
  readonly displayName: string;
  readonly email: string;
  readonly phone: string | null;
  readonly timeZone: string;
  readonly country: string;
  readonly holidayRegion: HolidayRegion | null;
  readonly place: string | null;
  readonly bio: string | null;
  readonly defaultTravelMinutes: number;
  readonly quietFromMinute: number;
  readonly quietUntilMinute: number;
  /** When a connected calendar was not read for `staleAfterHours`. */
  readonly whenStale: StalePolicy;
  readonly staleAfterHours: number;
  readonly calendarDetail: CalendarDetail;
}

export const artisanFields = [
  'slug',
  'displayName',
  'email',
  'phone',
  'timeZone',
  'country',
  'holidayRegion',
  'place',
  'bio',
  'defaultTravelMinutes',
  'quietFromMinute',
  'quietUntilMinute',
  'whenStale',
  'staleAfterHours',
  'calendarDetail',
] as const satisfies readonly (keyof ArtisanFields)[];

/** What is absent stays; null empties what may be empty. */
export type ArtisanChanges = { readonly [F in keyof ArtisanFields]?: ArtisanFields[F] | undefined };

/** What is given, in the form in which it is kept: the phone in E.164, by the country. Errors: INPUT_INVALID on its field. */
export function keptFields<F extends ArtisanChanges>(given: F, country: string): F {
  if (given.timeZone !== undefined && !isTimeZone(given.timeZone)) throw fieldError('input.timeZone', 'timeZone');
  if (given.country !== undefined && !isCountry(given.country)) throw fieldError('input.country', 'country');
  const { phone } = given;
  return phone ? { ...given, phone: requirePhone(phone, { country, path: 'input.phone' }) } : given;
}

/** Refuses an address of the web that another artisan has. */
export async function refuseTakenSlug({ em }: Tx<'em'>, slug: string | undefined, own?: string): Promise<void> {
  if (slug === undefined) return;
  const other = await em.findOne(Artisan, { slug }, { fields: ['id'] });
  if (other !== null && other.id !== own) throw fieldError('input.slug', 'isUnique');
}
