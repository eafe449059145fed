import type { ArtisanStatus } from '../../entities/scheduling/artisan.entity.ts';
import type { StateTable } from '../kernel/states.ts';

export type ArtisanVerb = 'publish' | 'pause';

/** Published, an artisan is seen and booked by everybody. Paused, they are hidden and take no new bookings; the old ones stand. */
export const artisanStates: StateTable<ArtisanStatus, ArtisanVerb> = {
  DRAFT: { publish: 'PUBLISHED' },
  PUBLISHED: { pause: 'PAUSED' },
  PAUSED: { publish: 'PUBLISHED' },
};
