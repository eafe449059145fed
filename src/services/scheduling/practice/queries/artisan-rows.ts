import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type { ArtisanStatus, CalendarDetail, StalePolicy } from '../../../../entities/scheduling/artisan.entity.ts';
import type { Actor } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { runCompiled, type RowOf } from '../../../platform/orm/compiled.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import { reachesEveryAgenda } from '../../load-artisan.ts';

/** An artisan as everybody sees them. */
export interface ArtisanRow {
  readonly id: string;
  readonly slug: string;
  readonly displayName: string;
  readonly timeZone: string;
  readonly country: string;
  readonly place: string | null;
  readonly bio: string | null;
  readonly status: ArtisanStatus;
}

/** The same as they and admins see them. */
export interface ManagedArtisanRow extends ArtisanRow {
  readonly userId: string | null;
  readonly email: string;
  readonly phone: string | null;
  readonly holidayRegion: string | null;
  readonly defaultTravelMinutes: number;
  readonly quietFromMinute: number;
  readonly quietUntilMinute: number;
  readonly whenStale: StalePolicy;
  readonly staleAfterHours: number;
  readonly calendarDetail: CalendarDetail;
  readonly createdAt: Date;
}

export const artisanRows = (db: Db) =>
  db
    .selectFrom('artisan')
    .select(['artisan.id', 'artisan.slug', 'artisan.display_name as displayName', 'artisan.time_zone as timeZone'])
    .select(['artisan.country', 'artisan.place', 'artisan.bio', 'artisan.status']);

const managedRows = (db: Db) =>
  artisanRows(db)
    .select(['artisan.user_id as userId', 'artisan.email', 'artisan.phone', 'artisan.created_at as createdAt'])
    .select(['artisan.holiday_region as holidayRegion', 'artisan.default_travel_minutes as defaultTravelMinutes'])
    .select(['artisan.quiet_from_minute as quietFromMinute', 'artisan.quiet_until_minute as quietUntilMinute'])
    .select(['artisan.when_stale as whenStale', 'artisan.stale_after_hours as staleAfterHours'])
    .select('artisan.calendar_detail as calendarDetail');

/** A condition: whom the caller may see. Whoever is published; the artisan themself, and admins, whatever the state. */
export const visibleArtisans = (actor: Actor): RawBuilder<SqlBool> =>
  reachesEveryAgenda(actor)
    ? sql<SqlBool>`1 = 1`
    : sql<SqlBool>`(artisan.status = 'PUBLISHED' or artisan.user_id = ${actor.userId ?? ''})`;

/** One artisan by their slug. Error: NOT_FOUND, for one who is not published too. */
export async function getArtisan({ db, actor }: ReadContext, slug: string): Promise<ArtisanRow> {
  const row = await artisanRows(db).where('artisan.slug', '=', slug).where(visibleArtisans(actor)).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

/** The caller's own artisan, or for an admin any: by id. Error: NOT_FOUND. */
export async function getManagedArtisan(
  { db, actor }: Pick<ReadContext, 'db' | 'actor'>,
  id: string | null = null,
): Promise<ManagedArtisanRow> {
  const which = id === null ? [] : [isId(id) ? id : ''];
  const whose = which.length > 0 && reachesEveryAgenda(actor) ? [] : [actor.userId ?? ''];
  const make = () =>
    managedRows(db)
      .$if(which.length > 0, (query) => query.where('artisan.id', 'in', which))
      .$if(whose.length > 0, (query) => query.where('artisan.user_id', 'in', whose));
  const key = `managed artisan ${which.length} ${whose.length}`;
  const [row] = await runCompiled<RowOf<typeof make>>(db, { key, values: [...which, ...whose], make });
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return { ...row, createdAt: instantFrom(row.createdAt) };
}
