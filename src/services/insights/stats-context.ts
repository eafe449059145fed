import type { AppContext } from '../platform/context.ts';
import type { Moment } from './buckets.ts';

/** What every figure is read with. */
export type StatsContext = Pick<AppContext, 'db' | 'now' | 'config' | 'actor'>;

export const momentOf = ({ now, config }: Pick<StatsContext, 'now' | 'config'>): Moment => ({
  now,
  timeZone: config.TIME_ZONE,
});
