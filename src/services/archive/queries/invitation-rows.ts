import type { CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { ReadContext } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';

/** A place that waits for the caller’s own address. */
export interface InvitationRow {
  readonly id: string;
  readonly cabinetName: string;
  /** Who invited; null once they are gone. */
  readonly invitedBy: string | null;
  readonly role: CabinetRole;
  readonly expiresAt: Date;
}

const most = 50;

/** The places that wait for the caller’s address, those that end first before the others: 50 at most. */
export async function listInvitations({ db, actor, now }: ReadContext): Promise<InvitationRow[]> {
  const rows = await db
    .selectFrom('cabinet_member as m')
    .innerJoin('user as u', 'u.email', 'm.email')
    .innerJoin('cabinet as c', 'c.id', 'm.cabinet_id')
    .leftJoin('user as by', 'by.id', 'm.granted_by')
    .select(['m.id', 'm.role', 'm.expires_at', 'c.name', 'by.first_name', 'by.last_name'])
    .where('u.id', '=', personOf(actor))
    .where('c.status', 'in', ['ACTIVE', 'ARCHIVED'])
    .where('m.expires_at', '>', now)
    .orderBy('m.expires_at')
    .orderBy('m.id')
    .limit(most)
    .execute();
  return rows.map(({ id, role, expires_at, name, first_name, last_name }) => ({
    ...{ id, cabinetName: name, role: role as CabinetRole, expiresAt: instantFrom(expires_at) },
    invitedBy: [first_name, last_name].filter(Boolean).join(' ') || null,
  }));
}
