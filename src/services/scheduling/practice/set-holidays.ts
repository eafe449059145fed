import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { HolidayRegion } from '../../kernel/holidays.ts';
import type { Tx } from '../../platform/context.ts';
import { noteArtisan } from './change-artisan.ts';
import { lockArtisan } from './lock-artisan.ts';

export interface SetHolidays {
  readonly artisanId: string;
  /** Null: public holidays close nothing. */
  readonly region: HolidayRegion | null;
}

/** Says whose public holidays close an agenda; its bookings stay. Error: NOT_FOUND. */
export async function setHolidays(
  tx: Tx<'em' | 'actor' | 'record' | 'publish'>,
  { artisanId, region }: SetHolidays,
): Promise<Artisan> {
  const artisan = await lockArtisan(tx, artisanId, 'opening:manage');
  if (artisan.holidayRegion === region) return artisan;
  artisan.holidayRegion = region;
  noteArtisan(tx, artisan, { kind: 'HOLIDAYS', region });
  return artisan;
}
