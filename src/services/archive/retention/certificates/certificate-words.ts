import type { Locale } from '../../../kernel/locale.ts';
import type { DestructionReason } from './certificate.ts';

interface Words {
  readonly title: string;
  readonly number: string;
  readonly issuedAt: string;
  readonly destroyed: string;
  readonly kinds: Readonly<Record<'DOCUMENT' | 'CABINET', string>>;
  readonly cabinet: string;
  readonly document: string;
  readonly destroyedBy: string;
  readonly application: string;
  readonly why: string;
  readonly reasons: Readonly<Record<DestructionReason, string>>;
  readonly ground: string;
  readonly none: string;
  readonly retainUntil: string;
  readonly addedAt: string;
  readonly auditEntry: string;
  readonly contents: string;
  readonly version: (number: number) => string;
  readonly bytes: (count: string) => string;
  readonly key: string;
  readonly signature: string;
  readonly statement: string;
}

/** What a printed certificate says. */
export const certificateWords: Readonly<Record<Locale, Words>> = {
  fr: {
    title: 'Certificat de destruction',
    number: 'Numéro',
    issuedAt: 'Établi le',
    destroyed: 'Objet détruit',
    kinds: { DOCUMENT: 'Un document et toutes ses versions', CABINET: 'Une armoire' },
    cabinet: 'Armoire',
    document: 'Document',
    destroyedBy: 'Détruit par',
    application: 'l’application elle-même',
    why: 'Pourquoi',
    reasons: {
      PURGED: 'destruction demandée par un gestionnaire',
      TRASH_EMPTIED: 'corbeille vidée par un gestionnaire',
      TRASH_EXPIRED: 'séjour en corbeille écoulé',
      APPROVED: 'destruction approuvée au terme de la conservation',
      NOTICE_OVER: 'préavis de 14 jours écoulé au terme de la conservation',
      CABINET_DELETED: 'suppression de l’armoire',
    },
    ground: 'Fondement de la conservation',
    none: 'aucun',
    retainUntil: 'Fin de la conservation',
    addedAt: 'Ajouté le',
    auditEntry: 'Entrée du journal d’activité',
    contents: 'Contenus détruits (SHA-256 des octets d’origine)',
    version: (number) => `Version ${number}`,
    bytes: (count) => `${count} octets`,
    key: 'Clé de signature',
    signature: 'Signature (Ed25519)',
    statement:
      'Les clés qui déchiffraient ces contenus ont été détruites\u00a0: plus personne ne peut les lire. Le fichier JSON joint à ce document porte la signature et se vérifie hors ligne par la commande certificate:verify.',
  },
  en: {
    title: 'Certificate of destruction',
    number: 'Number',
    issuedAt: 'Issued at',
    destroyed: 'What was destroyed',
    kinds: { DOCUMENT: 'A document and all its versions', CABINET: 'A cabinet' },
    cabinet: 'Cabinet',
    document: 'Document',
    destroyedBy: 'Destroyed by',
    application: 'the application itself',
    why: 'Why',
    reasons: {
      PURGED: 'a manager asked for it',
      TRASH_EMPTIED: 'a manager emptied the trash',
      TRASH_EXPIRED: 'its days in the trash were over',
      APPROVED: 'approved after its time of keeping',
      NOTICE_OVER: 'the notice of 14 days after its time of keeping was over',
      CABINET_DELETED: 'its cabinet was deleted',
    },
    ground: 'Ground of its keeping',
    none: 'none',
    retainUntil: 'End of its keeping',
    addedAt: 'Added at',
    auditEntry: 'Entry of the audit log',
    contents: 'Contents destroyed (SHA-256 of the plain bytes)',
    version: (number) => `Version ${number}`,
    bytes: (count) => `${count} bytes`,
    key: 'Signing key',
    signature: 'Signature (Ed25519)',
    statement:
      'The keys that opened these contents were destroyed: nobody can read them any more. The JSON file inside this document carries the signature, and certificate:verify checks it offline.',
  },
};
