import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';

/** The places of managers that do not end by themselves, of people whose account is in use. */
export const lastingManagers = ({ em }: Tx<'em'>, cabinet: Cabinet): Promise<CabinetMember[]> =>
  em.find(CabinetMember, {
    ...{ cabinet, role: 'MANAGER', isEntry: false, expiresAt: null },
    user: { status: 'ACTIVE' },
  });

/** Refuses what was just flushed when it leaves the cabinet without a manager: CABINET_LAST_MANAGER. The cabinet is locked. */
export async function requireManagerLeft(tx: Tx<'em'>, cabinet: Cabinet): Promise<void> {
  if ((await lastingManagers(tx, cabinet)).length === 0) throw new DomainError('CABINET_LAST_MANAGER');
}
