import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { base, identifier, instant } from '../base.ts';

export const reportFormats = ['PDF', 'CSV'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** A report of figures as a sealed file, and how far it is. Owned and seen by who asked for it; dies with its file, 90 days after it was written. */
export const StatsReport = defineEntity({
  name: 'StatsReport',
  tableName: 'stats_report',
  properties: {
    ...base(),
    requestedById: identifier().index(),
    format: p.enum(reportFormats),
    locale: p.enum(locales).default('fr'),
    /** Local days, both included. */
    fromOn: p.string().length(10),
    toOn: p.string().length(10),
    /** The result; null until it is ready. */
    fileId: identifier().strictNullable().default(null).index(),
    finishedAt: instant().strictNullable().default(null),
  },
});
export type StatsReport = InferEntity<typeof StatsReport>;

/** Somebody wants the figures of each month by mail. Owned by them, seen by nobody else; dies with their account, or when they no longer want it. */
export const ReportWish = defineEntity({
  name: 'ReportWish',
  tableName: 'report_wish',
  properties: {
    ...base(),
    userId: identifier().unique(),
  },
});
export type ReportWish = InferEntity<typeof ReportWish>;
