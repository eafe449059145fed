import type { CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import { requireSeen } from './cabinet-rows.ts';

/** A place in a cabinet, as its members and admins see it. */
export interface MemberRow {
  readonly id: string;
  readonly cabinetId: string;
  readonly userId: string | null;
  readonly programId: string | null;
  readonly email: string | null;
  readonly name: string | null;
  readonly role: CabinetRole;
  readonly expiresAt: Date | null;
  readonly isEntry: boolean;
  readonly reason: string | null;
  readonly createdAt: Date;
}

type Sort = SortOf<'CabinetMemberSort'>;

const createdAt = sortKey<MemberRow>('cabinet_member.created_at', 'instant', (row) => row.createdAt);
const id = sortKey<MemberRow>('cabinet_member.id', 'id', (row) => row.id);
const orders: Orders<MemberRow, Sort> = {
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  CREATED_AT_DESC: [createdAt.desc, id.desc],
};

/** The places of a cabinet, those that wait for an account among them, the oldest first unless said. Error: NOT_FOUND. */
export async function listMembers(
  ctx: ReadContext,
  { cabinetId, orderBy, ...page }: ListRequest<Sort> & { readonly cabinetId: string },
): Promise<PageOf<MemberRow>> {
  await requireSeen(ctx, cabinetId);
  const query = ctx.db
    .selectFrom('cabinet_member')
    .leftJoin('user', 'user.id', 'cabinet_member.user_id')
    .leftJoin('service_account', 'service_account.id', 'cabinet_member.program_id')
    .select(['cabinet_member.id', 'cabinet_member.cabinet_id', 'cabinet_member.user_id', 'cabinet_member.program_id'])
    .select(['cabinet_member.email', 'cabinet_member.role', 'cabinet_member.expires_at', 'cabinet_member.is_entry'])
    .select(['cabinet_member.reason', 'cabinet_member.created_at'])
    .select(['user.first_name', 'user.last_name', 'service_account.name as program_name'])
    .where('cabinet_member.cabinet_id', '=', cabinetId)
    .where((on) => on.or([on('cabinet_member.expires_at', 'is', null), on('cabinet_member.expires_at', '>', ctx.now)]));
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'CREATED_AT_ASC', page, of: cabinetId },
    shape: (rows) =>
      rows.map((row) => ({
        ...{ id: row.id, cabinetId: row.cabinet_id, userId: row.user_id, programId: row.program_id, email: row.email },
        ...{ role: row.role as CabinetRole, isEntry: Boolean(row.is_entry), reason: row.reason },
        name: row.program_name ?? ([row.first_name, row.last_name].filter(Boolean).join(' ') || null),
        ...{ expiresAt: row.expires_at === null ? null : instantFrom(row.expires_at) },
        createdAt: instantFrom(row.created_at),
      })),
  });
}
