import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import type { AuditAction } from '../../kernel/audit-actions.ts';
import type { Permission } from '../../access/permissions.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { EventType, Tx, UseCase } from '../../platform/context.ts';
import { lockCabinet } from '../access/require.ts';
import { cabinetArchived, cabinetDeleted } from '../events.ts';
import { cabinetStates, type CabinetVerb } from './cabinet.states.ts';
import { whatKeepsCabinet } from '../retention/what-keeps-cabinet.ts';

export interface WhichCabinet {
  readonly id: string;
}

type Moving = 'em' | 'actor' | 'now' | 'record' | 'emit';

interface Move {
  readonly verb: CabinetVerb;
  readonly permission: Permission;
  readonly action: AuditAction;
  readonly event?: EventType<{ cabinetId: string }>;
  readonly before?: (tx: Tx<Moving>, cabinet: Cabinet) => Promise<void>;
}

const moving =
  ({ verb, permission, action, event, before }: Move): UseCase<Moving, WhichCabinet, Cabinet> =>
  async (tx, { id }) => {
    const cabinet = await lockCabinet(tx, id, permission);
    await before?.(tx, cabinet);
    transition(cabinetStates, cabinet, verb);
    cabinet.deletedAt = cabinet.status === 'DELETING' ? tx.now : null;
    tx.record({ action, targetType: 'cabinet', targetId: cabinet.id });
    if (event !== undefined) tx.emit(event, { cabinetId: cabinet.id });
    return cabinet;
  };

/** From now on it is only read. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED. */
export const archiveCabinet = moving({
  ...{ verb: 'archive', permission: 'cabinet:archive', action: 'CABINET_ARCHIVED', event: cabinetArchived },
});

/** An archived cabinet is in use again. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED. */
export const reopenCabinet = moving({ verb: 'reopen', permission: 'cabinet:archive', action: 'CABINET_REOPENED' });

/**
 * In 30 days its contents are destroyed, unless somebody keeps it. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, CABINET_NOT_EMPTY
 * with what must be kept.
 */
export const deleteCabinet = moving({
  ...{ verb: 'delete', permission: 'cabinet:delete', action: 'CABINET_DELETED', event: cabinetDeleted },
  before: async (tx, cabinet) => {
    const reasons = await whatKeepsCabinet(tx, cabinet);
    if (reasons.length > 0) throw new DomainError('CABINET_NOT_EMPTY', { reasons });
  },
});

/** It is not destroyed after all. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED. */
export const keepCabinet = moving({ verb: 'keep', permission: 'cabinet:delete', action: 'CABINET_KEPT' });
