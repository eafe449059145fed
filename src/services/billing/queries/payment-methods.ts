import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Db, ReadContext } from '../../platform/context.ts';

/** A saved card as its owner sees it. */
export interface PaymentMethodRow {
  readonly id: string;
  readonly brand: string;
  readonly last4: string;
  readonly expMonth: number;
  readonly expYear: number;
  readonly isDefault: boolean;
  readonly createdAt: Date;
}

const rows = (db: Db, personId: string) =>
  db
    .selectFrom('payment_method')
    .select([
      'id',
      'brand',
      'last4',
      'exp_month as expMonth',
      'exp_year as expYear',
      'default_for as defaultFor',
      'created_at as createdAt',
    ])
    .where('person_id', '=', personId)
    .orderBy('id');

type Selected = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const rowOf = ({ defaultFor, ...row }: Selected): PaymentMethodRow => ({ ...row, isDefault: defaultFor !== null });

/** The caller's saved cards, the default first, then the newest; twenty at most. */
export async function listMyPaymentMethods({ db, actor }: ReadContext): Promise<PaymentMethodRow[]> {
  const found = await rows(db, personOf(actor)).where('is_active', '=', true).execute();
  return found.map(rowOf).sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || (a.id < b.id ? 1 : -1));
}

/** One of the caller's cards, removed or not. */
export async function getMyPaymentMethod({ db, actor }: ReadContext, id: string): Promise<PaymentMethodRow> {
  const row = await rows(db, personOf(actor)).where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return rowOf(row);
}
