import { z } from 'zod';
import type { DestroyedKind } from '../../../../entities/archive/destruction-certificate.entity.ts';
import { canonicalJson } from '../../../kernel/canonical-json.ts';
import { isSignedByOneOf } from '../../../platform/signing-keys.ts';
import type { DestroyedBytes } from '../document-parts.ts';

/** Why something was destroyed. */
export const destructionReasons = [
  'PURGED',
  'TRASH_EMPTIED',
  'TRASH_EXPIRED',
  'APPROVED',
  'NOTICE_OVER',
  'CABINET_DELETED',
] as const;
export type DestructionReason = (typeof destructionReasons)[number];

/** What is known of a destruction before it has its number and its entry. */
export interface DestroyedFacts {
  readonly kind: DestroyedKind;
  readonly cabinetId: string;
  /** Null for a cabinet. */
  readonly documentId: string | null;
  readonly why: DestructionReason;
  /** The law that asked to keep it until then; null for none. */
  readonly ground: string | null;
  readonly retainUntil: Date | null;
  readonly addedAt: Date;
  /** For a cabinet nothing: its documents have certificates of their own. */
  readonly contents: readonly DestroyedBytes[];
}

/** A certificate: ids, hashes, sizes, times; nothing that was said in a document or of it. */
export interface CertificateFacts extends DestroyedFacts {
  readonly id: string;
  readonly number: number;
  readonly issuedAt: Date;
  /** The id of a person or a program; null for the application itself. */
  readonly destroyedBy: string | null;
  /** The number of its entry in the audit log. */
  readonly auditEntry: number;
  readonly keyId: string;
}

const type = 'atelier-destruction-certificate-1';

/**
 * The very bytes that are signed: canonical JSON (RFC 8785). `type` keeps a certificate from being taken for anything else that the
 * application signs.
 */
export const certificateText = (facts: CertificateFacts): string => canonicalJson({ type, ...facts });

/** A certificate as a file: one spelling only. */
export const certificateFile = (text: string, signature: string): string =>
  canonicalJson({ certificate: JSON.parse(text) as unknown, signature });

const fileShape = z.strictObject({
  certificate: z.looseObject({ type: z.literal(type), number: z.int(), keyId: z.string() }),
  signature: z.string(),
});

export type CertificateVerdict =
  | { readonly verdict: 'GENUINE'; readonly number: number; readonly text: string }
  | { readonly verdict: 'NOT_GENUINE'; readonly why: string };

/** Checks the file of a certificate by public keys (PEM), without the application: every byte of it counts. */
export function verifyCertificate(file: string, keys: readonly string[]): CertificateVerdict {
  const found = fileShape.safeParse(parsed(file)).data;
  if (found === undefined) return { verdict: 'NOT_GENUINE', why: 'this is no certificate of destruction' };
  const text = canonicalJson(found.certificate);
  if (certificateFile(text, found.signature) !== file)
    return { verdict: 'NOT_GENUINE', why: 'it is not spelled as it was issued' };
  if (!isSignedByOneOf(keys, text, found.signature))
    return { verdict: 'NOT_GENUINE', why: 'it is not signed by a key of this application' };
  return { verdict: 'GENUINE', number: found.certificate.number, text };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
