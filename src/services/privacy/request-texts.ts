import type { PrivacyRequestKind } from '../../entities/privacy/privacy-request.entity.ts';
import type { Locale } from '../kernel/locale.ts';
import type { NotificationWords } from '../notifications/index.ts';

/** What is asked, after “a request of”. */
export const kindTexts: Readonly<Record<Locale, Readonly<Record<PrivacyRequestKind, string>>>> = {
  fr: {
    ACCESS: 'accès',
    RECTIFICATION: 'rectification',
    ERASURE: 'effacement',
    RESTRICTION: 'limitation',
    PORTABILITY: 'portabilité',
    OBJECTION: 'opposition',
  },
  en: {
    ACCESS: 'access',
    RECTIFICATION: 'rectification',
    ERASURE: 'erasure',
    RESTRICTION: 'restriction',
    PORTABILITY: 'portability',
    OBJECTION: 'objection',
  },
};

export const newRequestWords: NotificationWords<{ kind: PrivacyRequestKind }> = {
  fr: ({ kind }) => ({
    title: 'Une demande sur des données personnelles',
    message: `Quelqu’un demande\u00a0: ${kindTexts.fr[kind]}. La réponse est due dans le mois.`,
  }),
  en: ({ kind }) => ({
    title: 'A request about personal data',
    message: `Somebody asks for: ${kindTexts.en[kind]}. The answer is due within the month.`,
  }),
};

export const nearlyDueWords: NotificationWords<{ kind: PrivacyRequestKind }> = {
  fr: ({ kind }) => ({
    title: 'Une demande attend sa réponse',
    message: `Une demande sur des données personnelles (${kindTexts.fr[kind]}) doit recevoir sa réponse sous sept jours.`,
  }),
  en: ({ kind }) => ({
    title: 'A request waits for its answer',
    message: `A request about personal data (${kindTexts.en[kind]}) must be answered within seven days.`,
  }),
};
