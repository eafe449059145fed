import { Ctx, Query, Resolver } from 'type-graphql';
import { ProofreaderStatsType, PublicStatsType } from '../../schema/insights/performance.type.ts';
import { Auth, Public } from '../../schema/directives/auth.directive.ts';
import { CacheControl } from '../../schema/directives/cache-control.directive.ts';
import {
  myProofreaderStats,
  publicStats,
  type ProofreaderStats,
  type PublicStats,
} from '../../services/insights/index.ts';
import type { Context } from '../context.ts';

/** Figures for everybody, and those of one’s own work. */
@Resolver()
export class StatsPublicResolver {
  @CacheControl({ maxAgeSeconds: 60 })
  @Public()
  @Query(() => PublicStatsType, { description: 'What everybody may know of the business; nothing of money.' })
  publicStats(@Ctx() context: Context): Promise<PublicStats> {
    return context.perform(publicStats, undefined);
  }

  @Auth('stats:read-own')
  @Query(() => ProofreaderStatsType, { description: 'One’s own work: what is open, and the last 90 days.' })
  myProofreaderStats(@Ctx() context: Context): Promise<ProofreaderStats> {
    return context.perform(myProofreaderStats, undefined);
  }
}
