import type { CreateOfferingInput } from '../../schema/scheduling/create-offering.input.ts';
import type { UpdateOfferingInput } from '../../schema/scheduling/update-offering.input.ts';
import { reminderRule, type CreateOffering, type UpdateOffering } from '../../services/scheduling/index.ts';
import { said } from './said.ts';

/** Percent have two decimals, which binary fractions miss by a hair. */
const basisPoints = (percent: number | null | undefined): number | undefined =>
  typeof percent === 'number' ? Math.round(percent * 100) : undefined;

/** What may be empty: elsewhere null is nothing said. */
const emptiable: ReadonlySet<string> = new Set([
  'description',
  'place',
  'maxPerDay',
  'horizonDays',
  'horizonWorkingDays',
]);

/** What is absent or null is as usual. */
export const createdOffering = ({
  artisanIds,
  key,
  depositPercent,
  reminders,
  ...facts
}: CreateOfferingInput): CreateOffering => ({
  artisanIds,
  key,
  offering: {
    ...(said(facts) as CreateOffering['offering']),
    depositBasisPoints: basisPoints(depositPercent),
    reminders: reminders?.map(reminderRule),
  },
});

/** What is absent stays; null empties what may be empty. */
export const changedOffering = ({ id, depositPercent, reminders, ...facts }: UpdateOfferingInput): UpdateOffering => ({
  id,
  changes: {
    ...said(facts, emptiable),
    depositBasisPoints: basisPoints(depositPercent),
    reminders: reminders?.map(reminderRule),
  },
});
