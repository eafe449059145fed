import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import { Cabinet, type CabinetColour } from '../../../entities/archive/cabinet.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf, requirePermission } from '../../access/actor.ts';
import { requireFeature } from '../../billing/index.ts';
import { newId } from '../../kernel/ids.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { addFirstTypes } from '../documents/first-types.ts';
import { cabinetCreated } from '../events.ts';
import { requireCabinetLimit } from './cabinet-limit.ts';
import { cabinetName, cabinetNameKey, requireFreeCabinetName } from './cabinet-name.ts';

export interface CreateCabinet extends Keyed {
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly colour?: CabinetColour | null | undefined;
  readonly trashDays?: number | null | undefined;
}

type Creating = Tx<'em' | 'actor' | 'now' | 'record' | 'emit'>;

/**
 * A new cabinet, which counts against the plan of whoever makes it, its first manager. Errors: PLAN_REQUIRED, NAME_TAKEN, ARCHIVE_LIMIT,
 * INPUT_INVALID.
 */
export const createCabinet: Operation<'run' | 'db' | 'actor', CreateCabinet, Cabinet> = async (ctx, input) => {
  requirePermission(ctx.actor, 'cabinet:create');
  await requireFeature(ctx, 'STORAGE', { isWriting: true });
  return ctx.run(enter, input);
};

const enter = keyed<'em' | 'actor' | 'now' | 'record' | 'emit', CreateCabinet, Cabinet>(
  'createCabinet',
  enterCabinet,
  ({ em }, id) => em.findOneOrFail(Cabinet, { id }),
);

async function enterCabinet(tx: Creating, input: Omit<CreateCabinet, 'key'>): Promise<Cabinet> {
  const ownerId = personOf(tx.actor);
  const name = cabinetName(input.name);
  await takeTurn(tx, 'cabinets', ownerId);
  await requireCabinetLimit(tx, ownerId);
  await requireFreeCabinetName(tx, { ownerId, name });
  const owner = tx.em.getReference(User, ownerId);
  const cabinet = tx.em.create(Cabinet, {
    ...{ id: newId(), owner, name, nameKey: cabinetNameKey(ownerId, name) },
    ...{ description: input.description?.trim() || null, colour: input.colour ?? 'GREY' },
    trashDays: input.trashDays ?? 30,
  });
  tx.em.create(CabinetMember, { cabinet, user: owner, role: 'MANAGER', grantedBy: ownerId });
  addFirstTypes(tx, cabinet);
  tx.record({ action: 'CABINET_CREATED', targetType: 'cabinet', targetId: cabinet.id });
  tx.emit(cabinetCreated, { cabinetId: cabinet.id });
  return cabinet;
}
