import { DocumentType, type KeepingEnd, type KeepingStart } from '../../../entities/archive/document-words.entity.ts';
import { DomainError, fieldError, refuseField } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { UseCase } from '../../platform/context.ts';
import { lockCabinet, requireWritable } from '../access/require.ts';

export interface SetRetentionRule {
  readonly typeId: string;
  /** Null for no time. */
  readonly keepMonths: number | null;
  readonly since: KeepingStart;
  readonly then: KeepingEnd;
  /** The law that asks for it. */
  readonly ground: string | null;
}

const months = { min: 1, max: 1_200 };
const longestGround = 255;

/**
 * How long documents of a type are kept from now on: those that have it already keep the time that they were given. Errors: NOT_FOUND,
 * FORBIDDEN, CABINET_ARCHIVED, INPUT_INVALID.
 */
export const setRetentionRule: UseCase<'em' | 'actor' | 'now' | 'record', SetRetentionRule, DocumentType> = async (
  tx,
  { typeId, keepMonths, since, then, ground },
) => {
  requireSound(keepMonths, ground);
  const type = isId(typeId) ? await tx.em.findOne(DocumentType, { id: typeId }) : null;
  if (type === null) throw new DomainError('NOT_FOUND');
  const cabinet = await lockCabinet(tx, type.cabinet.id, 'retention:classify');
  requireWritable(cabinet);
  Object.assign(type, { keepMonths, since, then, ground: ground?.trim() || null });
  tx.record({
    action: 'RETENTION_RULE_CHANGED',
    ...{ targetType: 'cabinet', targetId: cabinet.id, payload: { typeId, keepMonths, since, then } },
  });
  return type;
};

function requireSound(keepMonths: number | null, ground: string | null): void {
  const isTerm = (keepMonths ?? 1) >= months.min && (keepMonths ?? 1) <= months.max;
  if (!isTerm || !Number.isInteger(keepMonths ?? 1))
    throw refuseField({ path: 'input.keepMonths', rules: ['min', 'max'], bounds: months });
  if ((ground?.length ?? 0) > longestGround) throw fieldError('input.ground', 'maxLength');
}
