/** A world with people and their cabinets; files are sealed on disk, jobs are run by hand. */
import { Readable } from 'node:stream';
import { openServices } from '../../../src/adapters.ts';
import type { CabinetRole } from '../../../src/entities/archive/cabinet-member.entity.ts';
import { PlanEntitlement } from '../../../src/entities/billing/plan-entitlement.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  createCabinet,
  createFolder,
  grantCabinetAccess,
  uploadDocument,
  type AddedContent,
  type UploadDocument,
} from '../../../src/services/archive/index.ts';
import { seedPlans } from '../../../src/services/billing/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { filesTasks } from '../../../src/services/files/index.ts';
import { archiveModule } from '../../../src/services/archive/module.ts';
import type { UserRole } from '../../../src/services/kernel/roles.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { createWorld, type World, type WorldOptions } from '../../support/world.ts';

export interface ArchiveWorld extends World {
  readonly ctx: (actor?: Actor) => AppContext;
  readonly person: (role?: UserRole) => Promise<Actor>;
  readonly cabinet: (owner: Actor, members?: readonly (readonly [Actor, CabinetRole])[]) => Promise<string>;
  readonly folder: (actor: Actor, cabinetId: string, parentId?: string | null, name?: string) => Promise<string>;
  readonly upload: (actor: Actor, wanted: Wanted) => Promise<AddedContent>;
}

type Wanted = Omit<UploadDocument, 'file'> & { readonly text?: string; readonly name?: string };

/** A text file as the upload route hands it over. */
export const textFile = (text: string, filename = 'note.txt') =>
  Promise.resolve({
    filename,
    mimetype: 'text/plain',
    createReadStream: () => Readable.from([Buffer.from(text)]),
  });

export const idOf = (actor: Actor): string => actor.userId ?? '';

export async function createArchiveWorld(options: Pick<WorldOptions, 'auditLog'> = {}): Promise<ArchiveWorld> {
  const world = await createWorld({
    ...options,
    services: openServices,
    tasks: [...(archiveModule.tasks ?? []), ...filesTasks],
    subscriptions: archiveModule.subscriptions ?? [],
  });
  const ctx = (actor?: Actor): AppContext => world.contextFor(actor);
  await seedPlans(ctx(), undefined);
  // Everybody has all the space that they want, but where a test says otherwise.
  await world.run(({ em }) => em.nativeUpdate(PlanEntitlement, {}, { value: null }), null);
  return {
    ...world,
    ctx,
    person: async (role = 'ARTISAN') => {
      const { id } = await world.run(async ({ em }) => makePerson(em, { role, status: 'ACTIVE' }), null);
      return makeActor(id, { role, provenAt: world.clock.now() });
    },
    async cabinet(owner, members = []) {
      const { id } = await createCabinet(ctx(owner), { name: `Armoire ${newId()}` });
      for (const [actor, role] of members)
        await world.run(grantCabinetAccess, { cabinetId: id, userId: idOf(actor), role }, owner);
      return id;
    },
    folder: async (actor, cabinetId, parentId = null, name = `Dossier ${newId()}`) =>
      (await world.run(createFolder, { cabinetId, parentId, name }, actor)).id,
    upload: (actor, { text = newId(), name = `${newId()}.txt`, ...wanted }) =>
      uploadDocument(ctx(actor), { ...wanted, file: textFile(text, name) }),
  };
}
