/** How a part of the system is: well, well for now, or not working. */
export const healthStates = ['ok', 'degraded', 'failing'] as const;
export type HealthState = (typeof healthStates)[number];
