import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { newId } from '../kernel/ids.ts';
import { writing } from '../platform/orm/values.ts';
import type { EntityManager } from '../platform/orm/orm.ts';
import type { Db, PersonalValues, RequestContext } from '../platform/context.ts';
import { unwrapSecretKey, wrapSecretKey, type KeyRing } from '../vault/index.ts';

/**
 * Personal values of entries. The entry holds `ref` = HMAC-SHA-256(salt, values); salt and values lie in a row of their own,
 * under the key of the person they are about. Destroying that key leaves a number that says nothing, and a whole chain.
 *
 *     ciphertext = nonce (12) || AES-256-GCM(subject key, {"salt","values"}, aad = ref) || tag (16)
 */
const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

const sealedShape = z.object({ salt: z.base64(), values: z.record(z.string(), z.string()) });

interface SubjectKey {
  readonly keyId: string;
  readonly versionId: string;
  readonly wrapped: Uint8Array;
}

/** Keeps personal values apart, in the transaction of the entry; returns the entry's reference, null for a forgotten person. */
export async function keepPersonal(
  em: EntityManager,
  ring: KeyRing,
  { personal, now }: { personal: PersonalValues; now: Date },
): Promise<string | null> {
  const { subjectId, values } = personal;
  const subject = await subjectKeyOf(em, ring, { subjectId, now });
  if (subject === null) return null;
  const salt = randomBytes(32);
  const ref = createHmac('sha256', salt).update(canonicalJson(values)).digest('hex');
  const key = opened(ring, subjectId, subject);
  try {
    const ciphertext = encrypt(key, ref, canonicalJson({ salt: salt.toString('base64'), values }));
    await writing(em).db.insertInto('audit_personal').values({ ref, subject_id: subjectId, ciphertext }).execute();
  } finally {
    key.fill(0);
  }
  return ref;
}

/** Personal values by the references of entries; those of forgotten people are absent. */
export async function personalOf(
  db: Db,
  ring: KeyRing,
  refs: readonly string[],
): Promise<ReadonlyMap<string, Readonly<Record<string, string>>>> {
  const found = new Map<string, Readonly<Record<string, string>>>();
  if (refs.length === 0) return found;
  const rows = await db
    .selectFrom('audit_personal')
    .innerJoin('audit_subject', 'audit_subject.id', 'audit_personal.subject_id')
    .innerJoin('data_key', 'data_key.id', 'audit_subject.key_id')
    .select([
      'audit_personal.ref',
      'audit_personal.ciphertext',
      'audit_subject.id as subjectId',
      'data_key.id as keyId',
      'data_key.version_id as versionId',
      'data_key.wrapped',
    ])
    .where('audit_personal.ref', 'in', refs)
    .execute();
  for (const { ref, ciphertext, subjectId, ...subject } of rows) {
    const key = opened(ring, subjectId, { ...subject, wrapped: subject.wrapped as Uint8Array });
    found.set(ref, decrypt(key, ref, Buffer.from(ciphertext as Uint8Array)));
    key.fill(0);
  }
  return found;
}

/** The person's key, made at first use. Whoever comes second finds the first one's. */
async function subjectKeyOf(
  em: EntityManager,
  ring: KeyRing,
  { subjectId, now }: { subjectId: string; now: Date },
): Promise<SubjectKey | null> {
  const { db, dialect } = writing(em);
  const insert = db.insertInto('audit_subject').values({ id: subjectId, key_id: null, forgotten_at: null });
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('id').doNothing())
  ).execute();
  const lookUp = db
    .selectFrom('audit_subject')
    .leftJoin('data_key', 'data_key.id', 'audit_subject.key_id')
    .select([
      'audit_subject.forgotten_at',
      'data_key.id as keyId',
      'data_key.version_id as versionId',
      'data_key.wrapped',
    ])
    .where('audit_subject.id', '=', subjectId);
  const row = await lookUp.executeTakeFirstOrThrow();
  if (row.forgotten_at !== null) return null;
  if (row.keyId !== null)
    return { keyId: row.keyId, versionId: row.versionId as string, wrapped: row.wrapped as Uint8Array };
  return makeKey(em, ring, { subjectId, now });
}

async function makeKey(
  em: EntityManager,
  ring: KeyRing,
  { subjectId, now }: { subjectId: string; now: RequestContext['now'] },
): Promise<SubjectKey> {
  const { db } = writing(em);
  const [keyId, versionId, key] = [newId(), newId(), randomBytes(32)];
  const wrapped = wrapSecretKey(ring, key, { dekId: keyId, fileId: subjectId, versionId });
  key.fill(0);
  await db
    .insertInto('data_key')
    .values({
      id: keyId,
      file_id: subjectId,
      version_id: versionId,
      kek_id: ring.secretsId,
      wrapped,
      is_secret: true,
      created_at: now,
      rotated_at: null,
    })
    .execute();
  await db.updateTable('audit_subject').set({ key_id: keyId }).where('id', '=', subjectId).execute();
  return { keyId, versionId, wrapped };
}

const opened = (ring: KeyRing, subjectId: string, { keyId, versionId, wrapped }: SubjectKey): Buffer =>
  unwrapSecretKey(ring, Buffer.from(wrapped), { dekId: keyId, fileId: subjectId, versionId });

function encrypt(key: Buffer, ref: string, text: string): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(ref, 'hex'));
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, ref: string, sealed: Buffer): Readonly<Record<string, string>> {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes }).setAAD(
    Buffer.from(ref, 'hex'),
  );
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  const text = Buffer.concat([decipher.update(sealed.subarray(nonceBytes, -tagBytes)), decipher.final()]).toString(
    'utf8',
  );
  return sealedShape.parse(JSON.parse(text)).values;
}
