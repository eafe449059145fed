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
  /** Where sealed files are, as the environment of a process says it. */
  readonly storageEnvironment: Readonly<Record<string, string>>;
  /** The names of all sealed objects, those that are unfinished among them. */
  readonly stored: () => Promise<string[]>;
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
  const { environment, close } = await storagePlace();
  const world = await createWorld({
    ...{ ...options, environment },
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
    ...{ ctx, storageEnvironment: environment },
    stored: async () => {
      const { storage } = ctx().vault;
      const objects = (await Array.fromAsync(storage.objects())).map(({ versionId }) => `${versionId}.sef`);
      return [...objects, ...(await Array.fromAsync(storage.parts())).map(({ name }) => name)];
    },
    close: async () => {
      await world.close();
      await close();
    },
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

/** A folder of the world, or with `TEST_STORAGE=s3` a bucket. The client of AWS takes its credentials from the environment of the process. */
async function storagePlace() {
  if (process.env['TEST_STORAGE'] !== 's3') return { environment: {}, close: () => Promise.resolve() };
  const { testS3 } = await import('../../support/s3.ts');
  const { place, close } = await testS3();
  const { bucket, endpoint, region, credentials } = place;
  const keys = { AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
  Object.assign(process.env, keys);
  const query = new URLSearchParams({ endpoint, region });
  return { environment: { ...keys, STORAGE_URL: `s3://${bucket}/sealed?${query.toString()}` }, close };
}
