import type { CreateArtisanInput, UpdateArtisanInput } from '../../schema/scheduling/artisan.input.ts';
import type { CreateArtisan, UpdateArtisan } from '../../services/scheduling/index.ts';

/** What is absent is as usual. */
export const createdArtisan = (input: CreateArtisanInput): CreateArtisan => ({
  ...input,
  phone: input.phone ?? null,
  timeZone: input.timeZone ?? 'Europe/Paris',
  country: input.country ?? 'FR',
  holidayRegion: input.holidayRegion ?? 'metropole',
  place: input.place ?? null,
  bio: input.bio ?? null,
  defaultTravelMinutes: input.defaultTravelMinutes ?? 30,
  quietFromMinute: input.quietFromMinute ?? 1_200,
  quietUntilMinute: input.quietUntilMinute ?? 480,
});

/** What is absent stays; null empties what may be empty, and is nothing elsewhere. */
export const artisanChanges = ({ id, isPublished, ...input }: UpdateArtisanInput): UpdateArtisan => ({
  id,
  isPublished: isPublished ?? undefined,
  changes: {
    ...input,
    slug: input.slug ?? undefined,
    displayName: input.displayName ?? undefined,
    email: input.email ?? undefined,
    timeZone: input.timeZone ?? undefined,
    country: input.country ?? undefined,
    defaultTravelMinutes: input.defaultTravelMinutes ?? undefined,
    quietFromMinute: input.quietFromMinute ?? undefined,
    quietUntilMinute: input.quietUntilMinute ?? undefined,
  },
});
