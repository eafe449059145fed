import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { may } from '../../access/permissions.ts';
import { entitlementOf } from '../../billing/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';

/** Refuses one member more than the plan of the owner allows, in each cabinet: PLAN_OVER_QUOTA. Only those who choose plans are asked. */
export async function requireMemberLimit({ em }: Tx<'em'>, cabinet: Cabinet): Promise<void> {
  const { db } = writing(em);
  const owner = await em.findOneOrFail(User, { id: cabinet.owner.id });
  if (!may(owner.role, 'plan:choose')) return;
  const allowed = await entitlementOf(db, { personId: cabinet.owner.id, feature: 'MEMBERS', isWriting: true });
  if (allowed === undefined || allowed === null) return;
  const used = await em.count(CabinetMember, { cabinet, isEntry: false });
  if (used >= allowed) throw new DomainError('PLAN_OVER_QUOTA', { feature: 'MEMBERS', used, allowed });
}
