import { sql } from 'kysely';
import { cabinetRoles, type CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import type { CabinetStatus } from '../../../entities/archive/cabinet.entity.ts';
import { can, type Actor } from '../../access/actor.ts';
import type { Container } from '../../access/containers.ts';
import type { Permission } from '../../access/permissions.ts';
import type { Db } from '../../platform/context.ts';
import { runCompiled } from '../../platform/orm/compiled.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { cabinetRules, type CabinetPlace } from './cabinet-rules.ts';

/** Who asks, and when: places end. */
export interface Asking {
  readonly actor: Actor;
  readonly now: Date;
}

/** A cabinet as one actor meets it. Without any place it does not exist for them. */
export interface CabinetAccess {
  readonly cabinetId: string;
  /** Undefined where there is no such cabinet. */
  readonly status: CabinetStatus | undefined;
  /** Their role as a member; null for an admin who is none, and for a stranger. */
  readonly role: CabinetRole | null;
  readonly container: Container<CabinetPlace>;
}

/** The higher of some roles; null for none. */
export const highestRole = (roles: readonly CabinetRole[]): CabinetRole | null =>
  cabinetRoles.findLast((role) => roles.includes(role)) ?? null;

/** What an actor is in a cabinet: the one question about it. Reads the database each time. */
export async function cabinetAccess(db: Db, asking: Asking, cabinetId: string): Promise<CabinetAccess> {
  const rows = await rowsOf(db, cabinetId, memberColumn(asking.actor));
  const status = rows[0]?.status as CabinetStatus | undefined;
  const role = status === undefined ? null : roleOf(asking, rows);
  return { cabinetId, status, role, container: containerOf(placesOf(asking.actor, { status, role })) };
}

/** What a role alone allows, as in a folder where restrictions have lowered it. */
export const containerOf = (places: readonly CabinetPlace[]): Container<CabinetPlace> => ({
  rules: cabinetRules,
  places,
});

/** May the actor do this there? */
export const mayInCabinet = (actor: Actor, { container }: Pick<CabinetAccess, 'container'>, permission: Permission) =>
  can(actor, permission, { container });

interface PlaceRow {
  readonly status: string;
  readonly role: string | null;
  readonly expires_at: unknown;
}

/** The cabinet, once for each place that the actor has in it. */
function rowsOf(db: Db, cabinetId: string, member: MemberColumn | undefined): Promise<PlaceRow[]> {
  if (member === undefined) {
    const make = () =>
      db
        .selectFrom('cabinet')
        .select(['status', sql<null>`null`.as('role'), sql<null>`null`.as('expires_at')])
        .where('id', '=', cabinetId);
    return runCompiled(db, { key: 'cabinet access of nobody', values: [cabinetId], make });
  }
  const { column, id } = member;
  const make = () =>
    db
      .selectFrom('cabinet')
      .leftJoin('cabinet_member', (join) =>
        join.onRef('cabinet_member.cabinet_id', '=', 'cabinet.id').on(`cabinet_member.${column}`, '=', id),
      )
      .select(['cabinet.status', 'cabinet_member.role', 'cabinet_member.expires_at'])
      .where('cabinet.id', '=', cabinetId);
  return runCompiled(db, { key: `cabinet access ${column}`, values: [id, cabinetId], make });
}

function roleOf({ actor, now }: Asking, rows: readonly PlaceRow[]): CabinetRole | null {
  if (actor.kind === 'SYSTEM') return 'MANAGER';
  const lasting = rows.filter(({ expires_at: end }) => end === null || instantFrom(end) > now);
  return highestRole(lasting.flatMap(({ role }) => (role === null ? [] : [role as CabinetRole])));
}

interface MemberColumn {
  readonly column: 'user_id' | 'program_id';
  readonly id: string;
}

/** By which column the places of this actor are found; undefined for whoever has none. */
export function memberColumn({ userId, service }: Actor): MemberColumn | undefined {
  if (userId !== null) return { column: 'user_id', id: userId };
  return service === undefined ? undefined : { column: 'program_id', id: service.accountId };
}

/** A cabinet that is being deleted is its managers' alone, and a destroyed one nobody's. */
function placesOf(actor: Actor, { status, role }: Pick<CabinetAccess, 'status' | 'role'>): CabinetPlace[] {
  if (status === undefined || status === 'DESTROYED') return [];
  if (status === 'DELETING') return role === 'MANAGER' ? ['MANAGER'] : [];
  return [
    ...(role === null ? [] : [role]),
    ...(actor.role === 'ADMIN' || actor.kind === 'SYSTEM' ? ['ADMIN' as const] : []),
  ];
}
