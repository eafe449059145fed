import {
  Reconciliation,
  ReconciliationDifference,
  type ReconciledKindName,
} from '../../../entities/billing/reconciliation.entity.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import type { Difference } from './kind.ts';

export interface Noted {
  readonly reconciliationId: string;
  readonly kind: ReconciledKindName;
  /** Of the object that was compared. */
  readonly place: string;
  readonly differences: readonly Difference[];
}

/** Writes what differs into the report, before anything is mended; what is there already stays. */
export async function noteDifferences(
  { em }: Tx<'em'>,
  { reconciliationId, kind, place, differences }: Noted,
): Promise<void> {
  const known = await em.find(ReconciliationDifference, {
    reconciliation: reconciliationId,
    kind,
    about: { $in: differences.map(({ about }) => about) },
  });
  const names = new Set(known.map(nameOf));
  for (const difference of differences)
    if (!names.has(nameOf(difference)))
      em.create(ReconciliationDifference, {
        reconciliation: em.getReference(Reconciliation, reconciliationId),
        ...{ kind, place },
        ...difference,
      });
  await em.flush();
}

const nameOf = ({ type, provider, about }: Pick<Difference, 'type' | 'provider' | 'about'>): string =>
  `${type} ${provider} ${about}`;

/** Marks those that are gone, once the provider was asked again. */
export async function markMended({ em }: Tx<'em'>, { reconciliationId, kind, differences }: Noted): Promise<void> {
  for (const { type, provider, about } of differences)
    await writing(em)
      .db.updateTable('reconciliation_difference')
      .set({ is_mended: true })
      .where('reconciliation_id', '=', reconciliationId)
      .where('kind', '=', kind)
      .where('type', '=', type)
      .where('provider', '=', provider)
      .where('about', '=', about)
      .execute();
}

/** Marks those of an object that are gone: a process that died had mended them. */
export async function markGone({ em }: Tx<'em'>, { reconciliationId, kind, place, differences }: Noted): Promise<void> {
  const noted = await em.find(ReconciliationDifference, {
    ...{ reconciliation: reconciliationId, kind, place, isMended: false },
  });
  const left = new Set(differences.map(nameOf));
  for (const difference of noted) if (!left.has(nameOf(difference))) difference.isMended = true;
}
