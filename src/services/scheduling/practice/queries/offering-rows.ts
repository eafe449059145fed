import { sql, type RawBuilder, type SqlBool } from 'kysely';
import type {
  AssignmentKind,
  LocationKind,
  OfferingStatus,
  ReminderRule,
} from '../../../../entities/scheduling/offering.entity.ts';
import type { Actor } from '../../../access/actor.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { isId } from '../../../kernel/ids.ts';
import { money, type Money } from '../../../kernel/money.ts';
import type { Db, ReadContext } from '../../../platform/context.ts';
import { jsonFrom, numberFrom } from '../../../platform/orm/values.ts';
import { reachesEveryAgenda } from '../../load-artisan.ts';
import { depositOf } from '../../deposit.ts';

/** An offering as everybody sees it. */
export interface OfferingRow {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly durationMinutes: number;
  readonly noticeMinutes: number;
  readonly horizonDays: number | null;
  readonly horizonWorkingDays: number | null;
  readonly price: Money;
  readonly deposit: Money;
  readonly depositPercent: number;
  readonly capacity: number;
  readonly locationKind: LocationKind;
  /** Not the link of one that is online. */
  readonly publicPlace: string | null;
  readonly requiresApproval: boolean;
  readonly assignment: AssignmentKind;
  readonly rescheduleUntilMinutes: number;
  readonly maxReschedules: number;
  readonly position: number;
}

/** The same as its artisans and admins see it. */
export interface ManagedOfferingRow extends OfferingRow {
  readonly status: OfferingStatus;
  readonly slotStepMinutes: number;
  readonly bufferBeforeMinutes: number;
  readonly bufferAfterMinutes: number;
  readonly maxPerDay: number | null;
  readonly approvalHours: number;
  readonly reminders: readonly ReminderRule[];
  readonly place: string | null;
}

export const offeringRows = (db: Db) =>
  db
    .selectFrom('offering')
    .select(['offering.id', 'offering.name', 'offering.description', 'duration_minutes', 'slot_step_minutes'])
    .select(['buffer_before_minutes', 'buffer_after_minutes', 'notice_minutes', 'horizon_days'])
    .select(['horizon_working_days', 'price_cents', 'currency', 'deposit_basis_points', 'capacity', 'max_per_day'])
    .select(['location_kind', 'offering.place', 'requires_approval', 'approval_hours', 'assignment'])
    .select(['reschedule_until_minutes', 'max_reschedules', 'reminders', 'position', 'offering.status']);

type Row = Awaited<ReturnType<ReturnType<typeof offeringRows>['executeTakeFirstOrThrow']>>;

export function offeringFrom(row: Row): ManagedOfferingRow {
  const priceCents = numberFrom(row.price_cents);
  const depositBasisPoints = row.deposit_basis_points;
  return {
    ...{ id: row.id, name: row.name, description: row.description, status: row.status, position: row.position },
    ...{ durationMinutes: row.duration_minutes, slotStepMinutes: row.slot_step_minutes },
    ...{ bufferBeforeMinutes: row.buffer_before_minutes, bufferAfterMinutes: row.buffer_after_minutes },
    ...{ noticeMinutes: row.notice_minutes, horizonDays: row.horizon_days },
    ...{ horizonWorkingDays: row.horizon_working_days, capacity: row.capacity, maxPerDay: row.max_per_day },
    price: money(priceCents, row.currency),
    deposit: money(depositOf({ priceCents, depositBasisPoints }), row.currency),
    depositPercent: depositBasisPoints / 100,
    ...{ locationKind: row.location_kind, place: row.place, assignment: row.assignment },
    publicPlace: row.location_kind === 'ONLINE' ? null : row.place,
    ...{ requiresApproval: Boolean(row.requires_approval), approvalHours: row.approval_hours },
    ...{ rescheduleUntilMinutes: row.reschedule_until_minutes, maxReschedules: row.max_reschedules },
    reminders: jsonFrom(row.reminders),
  };
}

const givenBy = (condition: RawBuilder<SqlBool>): RawBuilder<SqlBool> =>
  sql<SqlBool>`exists (select 1 from offering_artisan as given join artisan as giver on giver.id = given.artisan_id
    where given.offering_id = offering.id and ${condition})`;

/** A condition: what anybody may book. Active, and given by a published artisan; by this one where it is said. */
export const offered = (artisanId?: string | null): RawBuilder<SqlBool> =>
  sql<SqlBool>`offering.status = 'ACTIVE' and ${givenBy(
    !artisanId
      ? sql<SqlBool>`giver.status = 'PUBLISHED'`
      : sql<SqlBool>`giver.status = 'PUBLISHED' and giver.id = ${artisanId}`,
  )}`;

/** A condition: what the caller manages. */
const managed = (actor: Actor): RawBuilder<SqlBool> =>
  reachesEveryAgenda(actor) ? sql<SqlBool>`1 = 1` : givenBy(sql<SqlBool>`giver.user_id = ${actor.userId ?? ''}`);

/** One offering that can be booked. Error: NOT_FOUND. */
export async function getOffering({ db }: ReadContext, id: string): Promise<OfferingRow> {
  const row = isId(id)
    ? await offeringRows(db).where('offering.id', '=', id).where(offered()).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return offeringFrom(row);
}

/** One offering for whoever manages it, archived ones too. Error: NOT_FOUND. */
export async function getManagedOffering({ db, actor }: ReadContext, id: string): Promise<ManagedOfferingRow> {
  const row = isId(id)
    ? await offeringRows(db).where('offering.id', '=', id).where(managed(actor)).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return offeringFrom(row);
}

/** Every offering of an artisan, at most 100, in their order; archived ones last. The caller may see the artisan. */
export async function managedOfferings({ db }: ReadContext, artisanId: string): Promise<ManagedOfferingRow[]> {
  const rows = await offeringRows(db)
    .innerJoin('offering_artisan', 'offering_artisan.offering_id', 'offering.id')
    .where('offering_artisan.artisan_id', '=', artisanId)
    .orderBy('offering.status')
    .orderBy('position')
    .orderBy('offering.id')
    .execute();
  return rows.map(offeringFrom);
}
