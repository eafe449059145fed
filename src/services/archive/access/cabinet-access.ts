import { cabinetRoles, type CabinetRole } from '../../../entities/archive/cabinet-member.entity.ts';
import type { CabinetStatus } from '../../../entities/archive/cabinet.entity.ts';
import { can, type Actor } from '../../access/actor.ts';
import type { Container } from '../../access/containers.ts';
import type { Permission } from '../../access/permissions.ts';
import type { Db } from '../../platform/context.ts';
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
  const cabinet = await db.selectFrom('cabinet').select('status').where('id', '=', cabinetId).executeTakeFirst();
  const status = cabinet?.status as CabinetStatus | undefined;
  const role = status === undefined ? null : await roleIn(db, asking, cabinetId);
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

async function roleIn(db: Db, { actor, now }: Asking, cabinetId: string): Promise<CabinetRole | null> {
  if (actor.kind === 'SYSTEM') return 'MANAGER';
  const member = memberColumn(actor);
  if (member === undefined) return null;
  const rows = await db
    .selectFrom('cabinet_member')
    .select('role')
    .where('cabinet_id', '=', cabinetId)
    .where(member.column, '=', member.id)
    .where((on) => on.or([on('expires_at', 'is', null), on('expires_at', '>', now)]))
    .execute();
  return highestRole(rows.map(({ role }) => role as CabinetRole));
}

/** By which column the places of this actor are found; undefined for whoever has none. */
export function memberColumn({ userId, service }: Actor): { column: 'user_id' | 'program_id'; id: string } | undefined {
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
