import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { ThresholdLimit } from '../../../entities/insights/threshold-limit.entity.ts';
import type { Operation, UseCase } from '../../platform/context.ts';

/** An id of its own, so that two processes starting together write it once. */
const id = '00000000-0000-7000-8000-000000000200';

/** The one limit that every seller of plans has; those of a form of business are entered by an admin. Whoever ends it keeps it ended. */
export const seedLimits: Operation<'run' | 'db', void, void> = async ({ run, db }) => {
  const known = db.selectFrom('threshold_limit').select('id').where('kind', '=', 'UNION_ELECTRONIC').limit(1);
  if ((await known.executeTakeFirst()) !== undefined) return;
  try {
    await run(writeLimit, undefined);
  } catch (error) {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
  }
};

const writeLimit: UseCase<'em', void, void> = async ({ em }) => {
  em.create(ThresholdLimit, {
    ...{ id, kind: 'UNION_ELECTRONIC', amountCents: 1_000_000, validFrom: '2021-07-01' },
    source: 'Directive 2006/112/CE, art. 59 quater ; CGI, art. 259 D',
  });
};
