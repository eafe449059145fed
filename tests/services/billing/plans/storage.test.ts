/** The space for files is what the plan says, at each upload. */
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openServices } from '../../../../src/adapters.ts';
import { PlanSubscription } from '../../../../src/entities/billing/plan-subscription.entity.ts';
import { User } from '../../../../src/entities/identity/user.entity.ts';
import { receiveFile } from '../../../../src/services/files/index.ts';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { makeStoredFile } from '../../../support/make/stored-file.ts';
import { docx } from '../../../support/zip.ts';
import { createPlansWorld, type PlansWorld, type Subscriber } from './plans-world.ts';

const gibibyte = 2 ** 30;
let world: PlansWorld;
let one: Subscriber;
beforeAll(async () => {
  world = await createPlansWorld({ services: openServices });
  one = await world.subscriber();
});
afterAll(() => world.close());

const fill = async ({ em }: Tx<'em'>, gibibytes: number): Promise<void> =>
  void makeStoredFile(em, { owner: em.getReference(User, one.id), sizeBytes: gibibytes * gibibyte });
const setStatus = async ({ em }: Tx<'em'>, status: 'ACTIVE' | 'SUSPENDED'): Promise<void> => {
  const subscription = await em.findOneOrFail(PlanSubscription, { person: em.getReference(User, one.id) });
  subscription.status = status;
};
const upload = () => {
  const file = Promise.resolve({
    filename: 'roman.docx',
    mimetype: 'application/octet-stream',
    createReadStream: () => Readable.from([docx('Un roman.')]),
  });
  return receiveFile(world.contextFor(one.actor), {
    upload: file,
    kinds: ['DOCUMENT'],
    attach: async (_tx, stored) => stored.id,
  });
};
const full = (mostBytes: number, mostFiles: number) => ({
  code: 'QUOTA_EXCEEDED',
  details: { mostBytes, mostFiles },
});

test('5 GiB without a plan, 20 with PRO, and while that is suspended what everybody has', async () => {
  expect(await upload()).toEqual(expect.any(String));
  await world.run(fill, 6);
  await expect(upload()).rejects.toMatchObject(full(5 * gibibyte, 2_000));
  await one.choose('PRO');
  await expect(upload()).rejects.toMatchObject(full(5 * gibibyte, 2_000));
  await one.pay();
  expect(await upload()).toEqual(expect.any(String));
  await world.run(setStatus, 'SUSPENDED');
  await expect(upload()).rejects.toMatchObject(full(5 * gibibyte, 2_000));
  await world.run(setStatus, 'ACTIVE');
  await world.run(fill, 14);
  await expect(upload()).rejects.toMatchObject(full(20 * gibibyte, 8_000));
});
