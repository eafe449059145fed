import type { CreateArtisanInput, UpdateArtisanInput } from '../../schema/scheduling/artisan.input.ts';
import type { ArtisanChanges, ArtisanFields, CreateArtisan, UpdateArtisan } from '../../services/scheduling/index.ts';
import { said } from './said.ts';

const usual: Omit<ArtisanFields, 'slug' | 'displayName' | 'email'> = {
  ...{ phone: null, timeZone: 'Europe/Paris', country: 'FR', holidayRegion: 'metropole', place: null, bio: null },
  ...{ defaultTravelMinutes: 30, quietFromMinute: 1_200, quietUntilMinute: 480 },
  ...{ whenStale: 'KEEP', staleAfterHours: 6, calendarDetail: 'NAME' },
};

/** What is absent is as usual. */
export const createdArtisan = (input: CreateArtisanInput): CreateArtisan => ({
  ...usual,
  ...(said(input) as CreateArtisan),
});

const emptiable: ReadonlySet<string> = new Set<keyof ArtisanFields>(['phone', 'place', 'bio']);

/** What is absent stays; null empties what may be empty. */
export const artisanChanges = ({ id, isPublished, ...input }: UpdateArtisanInput): UpdateArtisan => ({
  id,
  isPublished: isPublished ?? undefined,
  changes: said(input, emptiable) as ArtisanChanges,
});
