import type { ErasureReason } from '../../entities/privacy/erasure-receipt.entity.ts';
import type { ErasureObstacle, KeepingGround, RecordClass } from '../kernel/erasure.ts';
import { formatDate, localDateOf } from '../kernel/format.ts';
import type { Locale } from '../kernel/locale.ts';
import type { ErasureLine } from '../platform/personal-data.ts';

type Said<Key extends string> = Readonly<Record<Locale, Readonly<Record<Key, string>>>>;

export const recordWords: Said<RecordClass> = {
  fr: {
    FILES: 'fichiers',
    MESSAGES: 'messages',
    NOTIFICATIONS: 'notifications',
    MAILS: 'e-mails',
    ORDERS: 'commandes',
    PAYMENTS: 'paiements',
    INVOICES: 'factures',
    EXPORTS: 'copies de vos données',
    REQUESTS: 'demandes',
    JOBS: 'traces techniques',
    TOKENS: 'jetons',
    SESSIONS: 'sessions',
    CONSENTS: 'consentements',
    JOURNAL: 'lignes du journal de sécurité',
    ACCOUNT: 'compte',
  },
  en: {
    FILES: 'files',
    MESSAGES: 'messages',
    NOTIFICATIONS: 'notifications',
    MAILS: 'e-mails',
    ORDERS: 'orders',
    PAYMENTS: 'payments',
    INVOICES: 'invoices',
    EXPORTS: 'copies of your data',
    REQUESTS: 'requests',
    JOBS: 'technical traces',
    TOKENS: 'tokens',
    SESSIONS: 'sessions',
    CONSENTS: 'consents',
    JOURNAL: 'lines of the security journal',
    ACCOUNT: 'account',
  },
};

export const groundWords: Said<KeepingGround> = {
  fr: {
    ACCOUNTING_LAW: 'la loi impose de conserver les pièces comptables dix ans',
    PROOF_OF_CONSENT: 'preuve de vos choix, conservée cinq ans',
    SECURITY_JOURNAL: 'journal de sécurité, sans nom ni adresse',
  },
  en: {
    ACCOUNTING_LAW: 'the law asks for accounts to be kept for ten years',
    PROOF_OF_CONSENT: 'proof of your choices, kept for five years',
    SECURITY_JOURNAL: 'security journal, without name or address',
  },
};

/** Why the house erased somebody, after “for this reason”. */
export const reasonWords: Said<ErasureReason> = {
  fr: {
    NO_LONGER_NEEDED: 'vous n’en avez plus besoin',
    PRIVACY: 'vous préférez que nous ne gardions rien de vous',
    DISSATISFIED: 'nos services ne vous conviennent pas',
    ASKED_OTHERWISE: 'vous nous l’avez demandé',
    UNUSED: 'le compte n’a pas servi',
    MISUSE: 'les conditions d’utilisation n’ont pas été respectées',
    OTHER: 'une décision de la maison',
  },
  en: {
    NO_LONGER_NEEDED: 'you no longer need it',
    PRIVACY: 'you would rather that we keep nothing of you',
    DISSATISFIED: 'our services do not suit you',
    ASKED_OTHERWISE: 'you asked us to',
    UNUSED: 'the account was not used',
    MISUSE: 'the conditions of use were not respected',
    OTHER: 'a decision of the house',
  },
};

/** What the person concerned is to do about each thing that blocks an erasure. */
const ownObstacles: Said<ErasureObstacle> = {
  fr: {
    ORDER_UNFINISHED: 'Une commande payée n’est pas terminée\u00a0: attendez sa livraison, ou demandez son annulation.',
    ORDER_ASSIGNED: 'Un manuscrit vous est confié\u00a0: livrez-le, ou demandez qu’il soit confié à quelqu’un d’autre.',
    PAYMENT_OPEN: 'Un paiement est en cours\u00a0: terminez-le, ou attendez qu’il expire.',
    REFUND_DUE: 'Un remboursement vous est dû\u00a0: il doit d’abord être versé.',
    LAST_ADMIN: 'Vous êtes la dernière personne qui administre la maison\u00a0: désignez-en d’abord une autre.',
    LEGAL_HOLD:
      'Des données de ce compte doivent être conservées pour constater, exercer ou défendre un droit (RGPD, article 17, paragraphe 3, point e). Rien n’est à faire\u00a0: redemandez plus tard, ou saisissez la CNIL.',
  },
  en: {
    ORDER_UNFINISHED: 'A paid order is not finished: wait for its delivery, or ask for it to be cancelled.',
    ORDER_ASSIGNED: 'A manuscript is entrusted to you: deliver it, or ask for it to be given to somebody else.',
    PAYMENT_OPEN: 'A payment is under way: finish it, or wait until it expires.',
    REFUND_DUE: 'A refund is owed to you: it must be paid first.',
    LAST_ADMIN: 'You are the last person who runs the house: appoint somebody else first.',
    LEGAL_HOLD:
      'Data of this account must be kept to establish, exercise or defend a right (GDPR, article 17, paragraph 3, point e). There is nothing to do: ask again later, or turn to the supervisory authority.',
  },
};

/** The same for an admin who erases somebody else. */
const othersObstacles: Said<ErasureObstacle> = {
  fr: {
    ORDER_UNFINISHED: 'Une commande payée n’est pas terminée\u00a0: qu’elle soit livrée, ou annulée.',
    ORDER_ASSIGNED:
      'Un manuscrit est confié à cette personne\u00a0: confiez-le à quelqu’un d’autre, ou attendez sa livraison.',
    PAYMENT_OPEN: 'Un paiement est en cours\u00a0: attendez qu’il soit fait ou qu’il expire.',
    REFUND_DUE: 'Un remboursement est dû à cette personne\u00a0: versez-le d’abord.',
    LAST_ADMIN: 'C’est la dernière personne qui administre la maison\u00a0: désignez-en d’abord une autre.',
    LEGAL_HOLD: 'Une conservation légale l’interdit\u00a0: voyez `legalHolds`.',
  },
  en: {
    ORDER_UNFINISHED: 'A paid order is not finished: it must be delivered, or cancelled.',
    ORDER_ASSIGNED: 'A manuscript is entrusted to this person: give it to somebody else, or wait for its delivery.',
    PAYMENT_OPEN: 'A payment is under way: wait until it is made or expires.',
    REFUND_DUE: 'A refund is owed to this person: pay it first.',
    LAST_ADMIN: 'This is the last person who runs the house: appoint somebody else first.',
    LEGAL_HOLD: 'A legal hold forbids it: see `legalHolds`.',
  },
};

export const obstacleWords = { self: ownObstacles, other: othersObstacles } as const;

const counted = ({ record, count }: ErasureLine, locale: Locale): string => `${recordWords[locale][record]} (${count})`;

/** What went, in one sentence's worth of words. */
export const goneWords = (lines: readonly ErasureLine[], locale: Locale): string =>
  lines
    .filter(({ fate, count }) => fate !== 'KEPT' && count > 0)
    .map((line) => counted(line, locale))
    .join(', ');

/** What stays, why and until when. */
export const keptWords = (
  lines: readonly ErasureLine[],
  { locale, timeZone }: { locale: Locale; timeZone: string },
): string =>
  lines
    .filter(({ fate, count }) => fate === 'KEPT' && count > 0)
    .map((line) => {
      const why = line.ground === null ? '' : groundWords[locale][line.ground];
      const until =
        line.keptUntil === null
          ? ''
          : `${locale === 'fr' ? ', jusqu’au ' : ', until '}${formatDate(localDateOf(new Date(line.keptUntil), timeZone), locale)}`;
      return `${counted(line, locale)}${locale === 'fr' ? '\u00a0' : ''}: ${why}${until}`;
    })
    .join(locale === 'fr' ? '\u202f; ' : '; ');
