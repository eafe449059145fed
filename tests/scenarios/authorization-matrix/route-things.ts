/** What the routes lead to: the world's files with bytes in them, copies of people's data, a payment page and a mail. */
import { Readable } from 'node:stream';
import { DataExport } from '../../../src/entities/privacy/data-export.entity.ts';
import { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { DataKey } from '../../../src/entities/vault/data-key.entity.ts';
import { system, type Actor } from '../../../src/services/access/actor.ts';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import { requestDownload } from '../../../src/services/files/index.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { sealFile } from '../../../src/services/vault/index.ts';
import { HOUR } from '../../support/clock.ts';
import type { MatrixWorld, Objects } from './world.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';

export interface Things {
  /** The first customer's things, and the second's. */
  readonly objects: readonly [Objects, Objects];
  /** Paths of links, for the owner's manuscript and for a copy of the owner's data. */
  readonly links: { readonly manuscript: string; readonly copy: string };
  /** Secrets of the links to both customers' copies. */
  readonly secrets: readonly [string, string];
  readonly paymentPage: string;
  readonly push: string;
  readonly mail: string;
}

const kept = ['manuscript', 'corrected', 'pdf', 'attachment', 'avatar', 'file'] as const;

export async function makeThings(world: MatrixWorld): Promise<Things> {
  const [first, second] = world.objects;
  for (const objects of world.objects) for (const key of kept) await fill(world, objects[key] ?? '');
  const copies = [await makeCopy(world, first['user'] ?? ''), await makeCopy(world, second['user'] ?? '')] as const;
  const owner: Actor = { ...system, kind: 'PERSON', role: 'CUSTOMER', userId: first['user'] ?? '' };
  const { url } = await requestDownload(world.app.contextFor({ actor: owner, requestId: 'matrix' }), {
    fileId: first['manuscript'] ?? '',
  });
  const objects: [Objects, Objects] = [
    { ...first, copy: copies[0].id },
    { ...second, copy: copies[1].id },
  ];
  return {
    objects,
    secrets: [copies[0].secret, copies[1].secret],
    links: { manuscript: pathOf(url), copy: `/privacy/exports/${copies[0].id}?token=${copies[0].secret}` },
    paymentPage: await openPaymentPage(world),
    push: await openPush(world),
    mail: await sendMail(world),
  };
}

const pathOf = (url: string): string => `${new URL(url).pathname}${new URL(url).search}`;

/** Seals bytes for a file of which the world has only a row. */
async function fill({ app, ctx }: MatrixWorld, fileId: string): Promise<void> {
  const { versionId } = await app.orm.em.fork().findOneOrFail(StoredFile, { id: fileId });
  const sealed = await sealFile(ctx.vault, {
    fileId,
    versionId,
    limit: 1_000,
    source: Readable.from([Buffer.from('abc')]),
    inspect: () => undefined,
  });
  await ctx.run(async ({ em }: Tx<'em'>) => {
    em.create(DataKey, { id: sealed.dekId, fileId, versionId, kekId: sealed.kekId, wrapped: sealed.wrappedKey });
    await em.nativeUpdate(
      StoredFile,
      { id: fileId },
      {
        dataKeyId: sealed.dekId,
        sizeBytes: sealed.size,
        sha256: sealed.sha256,
        ciphertextSha256: sealed.ciphertextSha256,
      },
    );
  }, undefined);
}

/** A copy of somebody's data that waits to be fetched. */
async function makeCopy(world: MatrixWorld, userId: string): Promise<{ id: string; secret: string }> {
  const secret = newId();
  const made = await world.ctx.run(async ({ em, now }: Tx<'em' | 'now'>) => {
    const file = makeStoredFile(em, {
      owner: null,
      name: 'donnees.json',
      mimeType: 'application/json',
      sizeBytes: 3,
      sha256: 'a'.repeat(64),
      ciphertextSha256: 'b'.repeat(64),
    });
    const copy = em.create(DataExport, {
      user: em.getReference(User, userId),
      format: 'JSON',
      status: 'READY',
      tokenHash: fingerprint(secret),
      readyAt: now,
      expiresAt: new Date('2030-01-01'),
      file,
    });
    return { id: copy.id, fileId: file.id };
  }, undefined);
  await fill(world, made.fileId);
  return { id: made.id, secret };
}

async function openPaymentPage({ app }: MatrixWorld): Promise<string> {
  const { sessionId } = await app.services.payments.current.checkout.openSession({
    paymentId: newId(),
    description: 'Correction',
    amount: { amount: 35_000, currency: 'EUR' },
    customerEmail: somebody.email,
    locale: 'fr',
    metadata: {},
    successUrl: 'https://www.example.org/',
    cancelUrl: 'https://www.example.org/',
    expiresAt: new Date(app.clock.now().getTime() + HOUR),
  });
  return sessionId;
}

async function openPush({ app }: MatrixWorld): Promise<string> {
  const [phone] = providersAble(app.services.payments, 'push');
  const pushed = await phone?.push.requestPush({
    paymentId: newId(),
    description: 'Correction',
    amount: { amount: 10_000, currency: 'XOF' },
    network: 'MTN',
    phoneDigits: '2290166000042',
    locale: 'fr',
    returnUrl: 'https://www.example.org/',
  });
  return String(pushed?.providerPaymentId);
}

const somebody = { name: 'Camille', email: 'customer-1@matrix.example.org' };

async function sendMail({ app }: MatrixWorld): Promise<string> {
  const deliveryId = newId();
  await app.services.mail.send({
    deliveryId,
    to: somebody,
    from: somebody,
    subject: 'Un mot',
    html: '<p>Bonjour</p>',
    text: 'Bonjour',
    headers: {},
    category: 'test',
  });
  return deliveryId;
}
