/** How a connection of calendars does: what it is, and how its last readings went. */
export const calendarHealths = ['CONNECTING', 'HEALTHY', 'DEGRADED', 'TO_RECONNECT', 'PAUSED', 'DISCONNECTED'] as const;
export type CalendarHealth = (typeof calendarHealths)[number];
