import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PlanEntitlement } from '../../../src/entities/billing/plan-entitlement.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { verifyCertificate } from '../../../src/services/archive/index.ts';
import { seedPlans } from '../../../src/services/billing/index.ts';
import { openTestEnvironment, type TestEnvironment } from '../../support/environment.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makePerson } from '../../support/make/person.ts';
import { uploadOf } from '../../support/upload.ts';
import { textFile } from '../../services/archive/archive-world.ts';

let env: TestEnvironment;
let owner: Actor;
let member: Actor;
beforeAll(async () => {
  env = await openTestEnvironment({ isWorking: false });
  await seedPlans(env.contextFor(), undefined);
  await env.run(({ em }) => em.nativeUpdate(PlanEntitlement, {}, { value: null }), null);
  const person = async (): Promise<Actor> => {
    const { id } = await env.run(async ({ em }) => makePerson(em, { role: 'ARTISAN' }), null);
    return makeActor(id, { role: 'ARTISAN' });
  };
  [owner, member] = [await person(), await person()];
});
afterAll(() => env.close());

const ask = async (actor: Actor, text: string, variables: object = {}): Promise<Record<string, never>> => {
  const { data, errors } = await env.ask(actor, text, variables as never);
  expect(errors ?? []).toEqual([]);
  return data as Record<string, never>;
};

/** What the schema asks of a file in the variables. */
const arriving = async (text: string, name: string) => uploadOf(await textFile(text, name));

const created = `mutation ($input: CreateCabinetInput!) { createCabinet(input: $input) { id name myRole state availableActions } }`;
const lists = `query ($id: ID!) {
  cabinet(id: $id) {
    documentCount usedBytes myRole
    members(first: 10) { nodes { role name } }
    folders(first: 10) { nodes { name } }
  }
  documents(cabinetId: $id, first: 10, orderBy: SIZE_DESC, search: "devis") {
    nodes {
      title lastNumber isFavourite availableActions note
      type { name } tags { name } customValues { fieldId value }
      currentVersion { number origin sha256 }
      versions(first: 5) { nodes { number sizeBytes } }
    }
  }
  documentTypes(cabinetId: $id) { name keepMonths }
  tags(cabinetId: $id) { name colour }
  recentDocuments { title }
}`;

test('a cabinet from its making to its lists, as its owner and as a reader see them', async () => {
  const key = 'a-key-of-its-own';
  const { createCabinet: cabinet } = (await ask(owner, created, { input: { name: 'Chantiers', key } })) as unknown as {
    createCabinet: { id: string };
  };
  expect(cabinet).toMatchObject({ name: 'Chantiers', myRole: 'MANAGER', availableActions: ['archive', 'delete'] });
  // A lost answer is asked for again.
  expect(await ask(owner, created, { input: { name: 'Chantiers', key } })).toMatchObject({
    createCabinet: { id: cabinet.id },
  });
  const { createFolder: folder } = (await ask(
    owner,
    `mutation ($input: CreateFolderInput!) { createFolder(input: $input) { id path { name } } }`,
    { input: { cabinetId: cabinet.id, name: 'Devis' } },
  )) as unknown as { createFolder: { id: string } };
  const upload = `mutation ($input: UploadDocumentInput!) {
    uploadDocument(input: $input) { isUnchanged document { id title folderId } version { number sizeBytes } }
  }`;
  const file = await arriving('bonjour', 'devis.txt');
  const added = (await ask(owner, upload, {
    input: { cabinetId: cabinet.id, folderId: folder.id, file },
  })) as unknown as { uploadDocument: { document: { id: string } } };
  expect(added.uploadDocument).toMatchObject({
    ...{ isUnchanged: false, version: { number: 1, sizeBytes: 7 } },
    document: { title: 'devis.txt', folderId: folder.id },
  });
  const tag = (await ask(owner, `mutation ($input: CreateTagInput!) { createTag(input: $input) { id } }`, {
    input: { cabinetId: cabinet.id, name: 'à signer', colour: 'RED' },
  })) as unknown as { createTag: { id: string } };
  await ask(owner, `mutation ($input: UpdateDocumentInput!) { updateDocument(input: $input) { id } }`, {
    input: { id: added.uploadDocument.document.id, expectedVersion: 1, note: 'à relire', tagIds: [tag.createTag.id] },
  });
  await ask(owner, `mutation ($input: GrantCabinetAccessInput!) { grantCabinetAccess(input: $input) { id } }`, {
    input: { cabinetId: cabinet.id, userId: member.userId, role: 'READER' },
  });
  const seen = await ask(member, lists, { id: cabinet.id });
  expect(seen).toMatchObject({
    cabinet: {
      ...{ documentCount: 1, usedBytes: 7, myRole: 'READER', folders: { nodes: [{ name: 'Devis' }] } },
      members: { nodes: [{ role: 'MANAGER' }, { role: 'READER' }] },
    },
    documents: {
      nodes: [
        {
          ...{ title: 'devis.txt', note: 'à relire', tags: [{ name: 'à signer' }], availableActions: [] },
          versions: { nodes: [{ number: 1, sizeBytes: 7 }] },
        },
      ],
    },
    tags: [{ name: 'à signer', colour: 'RED' }],
    recentDocuments: [{ title: 'devis.txt' }],
  });
  const link = (await ask(
    member,
    `mutation ($input: RequestArchiveZipInput!) { requestArchiveZip(input: $input) { url } }`,
    { input: { cabinetId: cabinet.id } },
  )) as unknown as { requestArchiveZip: { url: string } };
  const answer = await fetch(link.requestArchiveZip.url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
  expect(answer.headers.get('content-disposition')).toContain('Chantiers.zip');
  expect(Buffer.from(await answer.arrayBuffer()).toString('latin1')).toContain('Devis/devis.txt');
  const without = await fetch(link.requestArchiveZip.url.replace(/\?.*/, ''));
  expect([without.status, await without.json()]).toMatchObject([
    401,
    { errors: [{ extensions: { code: 'TOKEN_INVALID' } }] },
  ]);
});

test('501 documents in one request are refused before anything is done', async () => {
  const ids = Array.from({ length: 501 }, (_, i) => `id-${i}`);
  const { errors } = await env.ask(
    owner,
    `mutation ($input: BulkDocumentsInput!) { bulkDocuments(input: $input) { id } }`,
    { input: { ids, action: 'TRASH' } },
  );
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'INPUT_INVALID' });
});

test('a document is destroyed from the trash with a certificate, once its time is over', async () => {
  const { createCabinet: cabinet } = (await ask(owner, created, { input: { name: 'Factures' } })) as unknown as {
    createCabinet: { id: string };
  };
  const seen = (await ask(owner, `query ($id: ID!) { documentTypes(cabinetId: $id) { id name ground } }`, {
    id: cabinet.id,
  })) as unknown as { documentTypes: { id: string; name: string; ground: string }[] };
  const type = seen.documentTypes.find(({ name }) => name === 'Facture');
  expect(type?.ground).toBe('Code de commerce, art. L123-22');
  for (const keepMonths of [-1, 0, 1_201])
    expect(
      (
        await env.ask(
          owner,
          `mutation ($input: UpdateDocumentTypeInput!) { updateDocumentType(input: $input) { id } }`,
          {
            input: { id: type?.id ?? '', keepMonths },
          },
        )
      ).errors?.[0]?.extensions,
    ).toMatchObject({ code: 'INPUT_INVALID', details: { fields: [{ path: 'input.keepMonths' }] } });
  const upload = `mutation ($input: UploadDocumentInput!) { uploadDocument(input: $input) { document { id } } }`;
  const added = (await ask(owner, upload, {
    input: { cabinetId: cabinet.id, file: await arriving('payé', 'facture.txt') },
  })) as unknown as { uploadDocument: { document: { id: string } } };
  const { id } = added.uploadDocument.document;
  await ask(owner, `mutation ($input: UpdateDocumentInput!) { updateDocument(input: $input) { id } }`, {
    input: { id, expectedVersion: 1, typeId: type?.id, documentDate: '2016-02-29' },
  });
  expect(
    await ask(owner, `query ($id: ID!) { documentRetention(documentId: $id) { retainUntil awaitsEvent isHeld } }`, {
      id,
    }),
  ).toEqual({ documentRetention: { retainUntil: '2026-02-28T23:00:00.000Z', awaitsEvent: false, isHeld: false } });
  const preview = `query ($id: ID!) { documentRetentionPreview(cabinetId: $id) { documentId title outcome } }`;
  expect(await ask(owner, preview, { id: cabinet.id })).toEqual({
    documentRetentionPreview: [{ documentId: id, title: 'facture.txt', outcome: 'TO_REVIEW' }],
  });
  await ask(owner, `mutation ($input: DocumentIdInput!) { trashDocument(input: $input) { id } }`, { input: { id } });
  const { purgeDocument: certificate } = (await ask(
    owner,
    `mutation ($input: PurgeDocumentInput!) { purgeDocument(input: $input) { id number file documentId } }`,
    { input: { id } },
  )) as unknown as { purgeDocument: { id: string; file: string; documentId: string } };
  expect(certificate.documentId).toBe(id);
  const keys = env.contextFor().certificateKeys.keys();
  expect(verifyCertificate(certificate.file, [keys[0]?.publicKey ?? '']).verdict).toBe('GENUINE');
  expect(
    await ask(owner, `query ($id: ID!) { destructionCertificatePdf(id: $id) { url } }`, { id: certificate.id }),
  ).toMatchObject({
    destructionCertificatePdf: { url: expect.stringContaining('/certificates/pdf?grant=') as unknown },
  });
  expect(
    await ask(owner, `query ($id: ID!) { cabinetDashboard(cabinetId: $id) { documents } }`, { id: cabinet.id }),
  ).toEqual({ cabinetDashboard: { documents: 0 } });
});

test('where an upload would go is refused by the argument that is wrong', async () => {
  const { createCabinet: cabinet } = (await ask(owner, created, {
    input: { name: 'Envois', key: 'another-key' },
  })) as unknown as {
    createCabinet: { id: string };
  };
  const refusedAt = async (variables: object) => {
    const text =
      'query ($id: ID!, $name: String!, $path: [String!]) { uploadTarget(cabinetId: $id, name: $name, folderPath: $path) { sha256 } }';
    const { errors } = await env.ask(owner, text, { id: cabinet.id, name: 'devis.txt', ...variables } as never);
    const refusal = errors?.[0]?.extensions as { details?: { fields?: { path: string }[] } } | undefined;
    return refusal?.details?.fields?.map(({ path }) => path);
  };
  expect(await refusedAt({})).toBeUndefined();
  expect(await refusedAt({ name: '..' })).toEqual(['name']);
  expect(await refusedAt({ path: ['2026', '../../etc'] })).toEqual(['folderPath.1']);
});
