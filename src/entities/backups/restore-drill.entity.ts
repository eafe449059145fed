import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';

export const drillResults = ['RUNNING', 'PASSED', 'FAILED'] as const;
export type DrillResult = (typeof drillResults)[number];

/** A restore for practice, into a place that is removed afterwards. Owned by the application; seen by admins and auditors; kept. */
export const RestoreDrill = defineEntity({
  name: 'RestoreDrill',
  tableName: 'restore_drill',
  properties: {
    ...base(),
    target: p.string().length(500),
    backupId: identifier().strictNullable().default(null),
    result: p.enum(drillResults).default('RUNNING'),
    rowsRead: p.integer().default(0),
    /** Files taken at random that opened, and matched their hash. */
    opened: p.integer().default(0),
    /** What failed: the code, and what it is about. */
    fault: p.string().length(200).strictNullable().default(null),
    finishedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['createdAt', 'id'] }],
});
export type RestoreDrill = InferEntity<typeof RestoreDrill>;
