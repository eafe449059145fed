import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { calendarProviders } from './calendar-connection.entity.ts';

/**
 * A person who is at a provider to allow us their calendars. Good once, for the browser that began it; its secrets are kept as
 * SHA-256 only. Seen by nobody; deleted a day after its end.
 */
export const CalendarFlow = defineEntity({
  name: 'CalendarFlow',
  tableName: 'calendar_flow',
  properties: {
    ...base(),
    userId: identifier(),
    artisanId: identifier(),
    provider: p.enum(calendarProviders),
    /** The connection that is to be opened anew; null for a new one. */
    connectionId: identifier().strictNullable().default(null),
    /** Are the titles of its events kept? Of one that is opened anew: as it is. */
    keepsTitles: p.boolean().default(false),
    /** Fingerprint of the state that the provider gives back; the PKCE verifier is derived from it. */
    stateHash: p.string().length(64).unique(),
    /** Fingerprint of what the browser that began keeps to itself. */
    proofHash: p.string().length(64),
    expiresAt: instant().index(),
    doneAt: instant().strictNullable().default(null),
  },
});
export type CalendarFlow = InferEntity<typeof CalendarFlow>;
