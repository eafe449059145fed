export { verifyFigures, type Compared } from './brute-force/verify-figures.ts';
export { keepDays, rebuildDays } from './days/keep-days.ts';
export { dashboard, type Dashboard } from './queries/dashboard.ts';
export { monthlyStats, type MonthStats } from './queries/monthly-stats.ts';
export { orderFunnel, type OrderFunnel } from './queries/order-funnel.ts';
export { orderPerformance, type OrderPerformance } from './queries/order-performance.ts';
export { publicStats, type PublicStats } from './queries/public-stats.ts';
export {
  myProofreaderStats,
  proofreaderWorkload,
  type ProofreaderStats,
  type Workload,
} from './queries/proofreader-workload.ts';
export { receivablesAgeing, type AgedReceivables } from './queries/receivables-ageing.ts';
export { revenueStats, userGrowth, type RevenueStats, type UserGrowth } from './queries/time-series.ts';
export { receivesMonthlyReport, setMonthlyReport } from './reports/monthly-reports.ts';
export { findStatsReport, requestStatsReport } from './reports/request-stats-report.ts';
export { addThresholdLimit, endThresholdLimit } from './thresholds/change-limits.ts';
export { thresholdLimits, thresholds, type LimitRow, type ThresholdRow } from './thresholds/limits.ts';
