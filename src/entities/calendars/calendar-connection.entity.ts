import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant, wholeNumber } from '../base.ts';
import { Artisan } from '../scheduling/artisan.entity.ts';

export const calendarProviders = ['GOOGLE', 'MICROSOFT', 'CALDAV', 'ICS'] as const;
export type CalendarProvider = (typeof calendarProviders)[number];

/** TO_RECONNECT: its provider refuses what we know. PAUSED: the plan has fewer connections. DISCONNECTED: only its busy time is kept. */
export const connectionStatuses = ['CONNECTED', 'TO_RECONNECT', 'PAUSED', 'DISCONNECTED'] as const;
export type ConnectionStatus = (typeof connectionStatuses)[number];

/**
 * An account of an artisan at a provider of calendars. Owned and seen by the artisan and by admins; what opens it there is sealed
 * under a key of its own, which disconnecting destroys. Goes with the artisan, or once nothing of it is kept.
 */
export const CalendarConnection = defineEntity({
  name: 'CalendarConnection',
  tableName: 'calendar_connection',
  properties: {
    ...base(),
    artisan: () => p.manyToOne(Artisan).lazyRef().deleteRule('cascade'),
    provider: p.enum(calendarProviders),
    status: p.enum(connectionStatuses).default('CONNECTED'),
    /** As its owner knows it: the address of the account, or the host of the server. */
    account: p.string().length(255),
    /** The data key that seals `credentials`; null once it is destroyed. */
    dataKeyId: identifier().strictNullable().default(null),
    /** Tokens, a password or a secret address: AES-256-GCM, base64. */
    credentials: p.text().strictNullable().default(null),
    /** Counts the writings of `credentials`: of two that renew them, one is first. */
    credentialsNumber: p.integer().default(1),
    /** Until when one worker renews its tokens: nobody else does meanwhile. */
    refreshingUntil: instant().strictNullable().default(null),
    /** What the provider allows us, separated by blanks. */
    scopes: p.text().default(''),
    tokenExpiresAt: instant().strictNullable().default(null),
    /** Are the titles of its events kept, for the artisan's own eyes? */
    keepsTitles: p.boolean().default(false),
    lastSuccessAt: instant().strictNullable().default(null),
    /** When it is read next. */
    nextSyncAt: instant(),
    /** Why it was not read the last time; null when it was. */
    failureCode: p.string().length(60).strictNullable().default(null),
    /** How often in a row it was not read. */
    failureCount: wholeNumber().default(0),
    disconnectedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['artisan', 'createdAt', 'id'] }, { properties: ['status', 'nextSyncAt'] }],
});
export type CalendarConnection = InferEntity<typeof CalendarConnection>;
