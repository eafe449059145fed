import type { Tier } from '../../../../entities/scheduling/booking.entity.ts';
import type { QuestionKind } from '../../../../entities/scheduling/offering.entity.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { jsonFrom } from '../../../platform/orm/values.ts';
import { artisanRows, type ArtisanRow } from './artisan-rows.ts';

export interface QuestionRow {
  readonly id: string;
  readonly kind: QuestionKind;
  readonly label: string;
  readonly isRequired: boolean;
  readonly choices: readonly string[];
}

type Parts<T> = Promise<ReadonlyMap<string, readonly T[]>>;

/** What these offerings ask, in its order. */
export async function questionsByOffering({ db }: ReadContext, ids: readonly string[]): Parts<QuestionRow> {
  const rows = await db
    .selectFrom('offering_question')
    .select(['id', 'offering_id as offeringId', 'kind', 'label', 'is_required as isRequired', 'choices'])
    .where('offering_id', 'in', ids)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return byOffering(rows, ({ id, kind, label, isRequired, choices }) => ({
    ...{ id, kind, label },
    isRequired: Boolean(isRequired),
    choices: jsonFrom<readonly string[]>(choices),
  }));
}

/** What these offerings give back, the earliest first. */
export async function tiersByOffering({ db }: ReadContext, ids: readonly string[]): Parts<Tier> {
  const rows = await db
    .selectFrom('cancellation_tier')
    .select(['offering_id as offeringId', 'hours_before as hoursBefore', 'refund_percent as refundPercent'])
    .where('offering_id', 'in', ids)
    .orderBy('hours_before', 'desc')
    .execute();
  return byOffering(rows, ({ hoursBefore, refundPercent }) => ({ hoursBefore, refundPercent }));
}

/** The published artisans of these offerings, by their names. */
export async function artisansByOffering({ db }: ReadContext, ids: readonly string[]): Parts<ArtisanRow> {
  const rows = await artisanRows(db)
    .innerJoin('offering_artisan', 'offering_artisan.artisan_id', 'artisan.id')
    .select('offering_artisan.offering_id as offeringId')
    .where('offering_artisan.offering_id', 'in', ids)
    .where('artisan.status', '=', 'PUBLISHED')
    .orderBy('artisan.display_name')
    .orderBy('artisan.id')
    .execute();
  return byOffering(rows, ({ offeringId: _offeringId, ...artisan }) => artisan);
}

/** Whoever gives these offerings, published or not. */
export async function artisanIdsByOffering({ db }: ReadContext, ids: readonly string[]): Parts<string> {
  const rows = await db
    .selectFrom('offering_artisan')
    .select(['offering_id as offeringId', 'artisan_id as artisanId'])
    .where('offering_id', 'in', ids)
    .orderBy('artisan_id')
    .execute();
  return byOffering(rows, ({ artisanId }) => artisanId);
}

function byOffering<R extends { readonly offeringId: string }, T>(
  rows: readonly R[],
  of: (row: R) => T,
): ReadonlyMap<string, readonly T[]> {
  const groups = Map.groupBy(rows, ({ offeringId }) => offeringId);
  return new Map([...groups].map(([id, group]) => [id, group.map(of)]));
}
