import type { AuditAction } from '../../../kernel/audit-actions.ts';
import type { DestroyedKind } from '../../../../entities/archive/destruction-certificate.entity.ts';
import { idOf } from '../../../access/actor.ts';
import { newId } from '../../../kernel/ids.ts';
import { numberFrom, writing } from '../../../platform/orm/values.ts';
import type { SigningKeys } from '../../../platform/signing-keys.ts';
import type { Db, Tx } from '../../../platform/context.ts';
import { destructionCertified } from '../../events.ts';
import { certificateText, type DestroyedFacts } from './certificate.ts';

export type CertificateSigner = Pick<SigningKeys, 'keyId' | 'sign'>;

type Issuing = Tx<'em' | 'now' | 'actor' | 'record' | 'emit'>;

const actions: Readonly<Record<DestroyedKind, AuditAction>> = {
  DOCUMENT: 'DOCUMENT_PURGED',
  CABINET: 'CABINET_DESTROYED',
};

/**
 * The certificate of what this transaction destroys. It names its entry in the audit log, and so is written and signed once that has its
 * number; whoever appends to the log is alone, and so are the numbers of certificates without gaps. Returns its id.
 */
export function issueCertificate(tx: Issuing, signer: CertificateSigner, facts: DestroyedFacts): string {
  const id = newId();
  const { kind, cabinetId, documentId, why } = facts;
  tx.record({
    action: actions[kind],
    targetType: kind === 'DOCUMENT' ? 'document' : 'cabinet',
    targetId: documentId ?? cabinetId,
    payload: { cabinetId, why, certificateId: id },
    numbered: (auditEntry) => write(tx, signer, { ...facts, id, auditEntry }),
  });
  tx.emit(destructionCertified, { cabinetId, certificateId: id });
  return id;
}

interface NumberedFacts extends DestroyedFacts {
  readonly id: string;
  readonly auditEntry: number;
}

async function write({ em, now, actor }: Issuing, signer: CertificateSigner, facts: NumberedFacts): Promise<void> {
  const { db } = writing(em);
  const number = (await lastNumber(db)) + 1;
  const { keyId } = signer;
  const text = certificateText({ ...facts, number, issuedAt: now, destroyedBy: idOf(actor), keyId });
  await db
    .insertInto('destruction_certificate')
    .values({
      ...{ id: facts.id, created_at: now, version: 1, number, kind: facts.kind, cabinet_id: facts.cabinetId },
      ...{ document_id: facts.documentId, audit_seq: facts.auditEntry, text, key_id: keyId },
      signature: signer.sign(text),
    })
    .execute();
}

const lastNumber = async (db: Db): Promise<number> =>
  numberFrom(
    (
      await db
        .selectFrom('destruction_certificate')
        .select(({ fn }) => fn.max('number').as('last'))
        .executeTakeFirst()
    )?.last,
  );
