import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { StatsReport } from '../../entities/insights/stats-report.entity.ts';
import type { ThresholdLimit } from '../../entities/insights/threshold-limit.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  AddThresholdLimitInput,
  EndThresholdLimitInput,
  RequestStatsReportInput,
  SetMonthlyReportInput,
} from '../../schema/insights/insights.input.ts';
import { StatsReportType, ThresholdLimitType, ThresholdType } from '../../schema/insights/threshold.type.ts';
import {
  addThresholdLimit,
  endThresholdLimit,
  findStatsReport,
  receivesMonthlyReport,
  requestStatsReport,
  setMonthlyReport,
  thresholdLimits,
  thresholds,
  type LimitRow,
  type ThresholdRow,
} from '../../services/insights/index.ts';
import type { Context } from '../context.ts';

/** Limits of a year’s revenue, and reports of figures. */
@Resolver()
export class ThresholdAdminResolver {
  @Auth('stats:read')
  @Query(() => [ThresholdType], {
    description: 'The running year against each limit in force; empty while none is entered.',
  })
  thresholds(@Ctx() context: Context): Promise<ThresholdRow[]> {
    return context.perform(thresholds, undefined);
  }

  @Auth('stats:read')
  @Query(() => [ThresholdLimitType], { description: 'Every limit that was ever entered.' })
  thresholdLimits(@Ctx() context: Context): Promise<LimitRow[]> {
    return context.perform(thresholdLimits, undefined);
  }

  @Auth('threshold:manage')
  @Mutation(() => ThresholdLimitType, {
    description: 'Enters a limit. Errors: INPUT_INVALID (also where another of its kind holds on the same day).',
  })
  addThresholdLimit(
    @Arg('input', () => AddThresholdLimitInput, { description: 'The limit.' }) input: AddThresholdLimitInput,
    @Ctx() context: Context,
  ): Promise<ThresholdLimit> {
    return context.run(addThresholdLimit, input);
  }

  @Auth('threshold:manage')
  @Mutation(() => ThresholdLimitType, {
    description: 'Says until when a limit holds. Errors: NOT_FOUND, INPUT_INVALID.',
  })
  endThresholdLimit(
    @Arg('input', () => EndThresholdLimitInput, { description: 'Which one, and until when.' })
    input: EndThresholdLimitInput,
    @Ctx() context: Context,
  ): Promise<ThresholdLimit> {
    return context.run(endThresholdLimit, input);
  }

  @Auth('stats:report')
  @Mutation(() => StatsReportType, {
    description:
      'Asks for a report of figures; follow it with `statsReport`, then `requestDownload`. Errors: INPUT_INVALID, FIGURE_UNAVAILABLE.',
  })
  requestStatsReport(
    @Arg('input', () => RequestStatsReportInput, { description: 'Of when, and how.' }) input: RequestStatsReportInput,
    @Ctx() context: Context,
  ): Promise<StatsReport> {
    return context.run(requestStatsReport, input);
  }

  @Auth('stats:report')
  @Query(() => StatsReportType, { description: 'A report that you asked for. Errors: NOT_FOUND.' })
  statsReport(
    @Arg('id', () => ID, { description: 'The report.' }) id: string,
    @Ctx() context: Context,
  ): Promise<StatsReport> {
    return context.run(findStatsReport, { id });
  }

  @Auth('stats:report')
  @Query(() => Boolean, { description: 'Whether you receive the figures of each month by mail.' })
  receivesMonthlyReport(@Ctx() context: Context): Promise<boolean> {
    return context.perform(receivesMonthlyReport, undefined);
  }

  @Auth('stats:report')
  @Mutation(() => Boolean, {
    description: 'Whether you want the figures of each month by mail; returns what holds now.',
  })
  setMonthlyReport(
    @Arg('input', () => SetMonthlyReportInput, { description: 'Yes or no.' }) input: SetMonthlyReportInput,
    @Ctx() context: Context,
  ): Promise<boolean> {
    return context.run(setMonthlyReport, input);
  }
}
