import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { DashboardType } from '../../schema/insights/dashboard.type.ts';
import { MonthlyStatsArgs, PeriodArgs, SeriesArgs } from '../../schema/insights/insights.input.ts';
import {
  AgedReceivablesType,
  OrderFunnelType,
  OrderPerformanceType,
  WorkloadType,
} from '../../schema/insights/performance.type.ts';
import { MonthStatsType, RevenueStatsType, UserGrowthType } from '../../schema/insights/series.type.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { Heavy } from '../../schema/directives/cost.ts';
import {
  dashboard,
  monthlyStats,
  orderFunnel,
  orderPerformance,
  proofreaderWorkload,
  receivablesAgeing,
  revenueStats,
  userGrowth,
  type AgedReceivables,
  type Dashboard,
  type MonthStats,
  type OrderFunnel,
  type OrderPerformance,
  type RevenueStats,
  type UserGrowth,
  type Workload,
} from '../../services/insights/index.ts';
import type { Context } from '../context.ts';

/** Figures about the business; each is defined in docs/figures.md. */
@Resolver()
export class StatsAdminResolver {
  @Auth('stats:read')
  @Query(() => DashboardType, { description: 'How the business stands now.' })
  dashboard(@Ctx() context: Context): Promise<Dashboard> {
    return context.perform(dashboard, undefined);
  }

  @Auth('stats:read')
  @Query(() => [MonthStatsType], {
    description: 'The last months, the oldest first; months without anything are there.',
  })
  monthlyStats(@Args(() => MonthlyStatsArgs) args: MonthlyStatsArgs, @Ctx() context: Context): Promise<MonthStats[]> {
    return context.perform(monthlyStats, args);
  }

  @Heavy()
  @Auth('stats:read')
  @Query(() => RevenueStatsType, { description: 'Revenue over time. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE.' })
  revenueStats(@Args(() => SeriesArgs) args: SeriesArgs, @Ctx() context: Context): Promise<RevenueStats> {
    return context.perform(revenueStats, args);
  }

  @Heavy()
  @Auth('stats:read')
  @Query(() => UserGrowthType, { description: 'Accounts over time. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE.' })
  userGrowth(@Args(() => SeriesArgs) args: SeriesArgs, @Ctx() context: Context): Promise<UserGrowth> {
    return context.perform(userGrowth, args);
  }

  @Heavy()
  @Auth('stats:read')
  @Query(() => OrderPerformanceType, {
    description: 'How the orders placed within a period went. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE.',
  })
  orderPerformance(@Args(() => PeriodArgs) args: PeriodArgs, @Ctx() context: Context): Promise<OrderPerformance> {
    return context.perform(orderPerformance, args);
  }

  @Heavy()
  @Auth('stats:read')
  @Query(() => OrderFunnelType, {
    description: 'How far the orders placed within a period have come. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE.',
  })
  orderFunnel(@Args(() => PeriodArgs) args: PeriodArgs, @Ctx() context: Context): Promise<OrderFunnel> {
    return context.perform(orderFunnel, args);
  }

  @Auth('stats:read')
  @Query(() => [WorkloadType], { description: 'What each active proofreader has open, and how they did.' })
  proofreaderWorkload(@Ctx() context: Context): Promise<Workload[]> {
    return context.perform(proofreaderWorkload, undefined);
  }

  @Auth('stats:read')
  @Query(() => [AgedReceivablesType], { description: 'What is owed on invoices, by how long it has been due.' })
  receivablesAgeing(@Ctx() context: Context): Promise<AgedReceivables[]> {
    return context.perform(receivablesAgeing, undefined);
  }
}
