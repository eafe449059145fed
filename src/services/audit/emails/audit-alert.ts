import type { MailDefinition } from '../../notifications/index.ts';

/** Tells the administrators of a grave entry of the journal. */
export interface AuditAlertMail {
  /** "a supprimé le compte", in the reader's language. */
  phrase: string;
  /** The constant. */
  action: string;
  /** In a word. */
  severity: string;
  /** Kind and identifier. */
  target: string;
  /** RFC 3339 instant. */
  at: string;
  /** The journal in the back office. */
  auditLogUrl: string;
}

export const auditAlert: MailDefinition<'audit-alert', AuditAlertMail> = {
  name: 'audit-alert',
  words: {
    fr: {
      subject: 'Journal\u00a0: action sensible {{action}}',
      preheader: 'Gravité {{severity}}\u00a0: quelqu’un {{phrase}}.',
      text: `Une action sensible est inscrite au journal\u00a0: quelqu’un {{phrase}}.

Action\u00a0: {{action}}
Gravité\u00a0: {{severity}}
Cible\u00a0: {{target}}
Date\u00a0: {{formatDate at}}

D’autres actions du même genre, dans la même heure, ne feront pas l’objet d’un nouvel e-mail.

Ouvrir le journal\u00a0:
{{journalUrl}}`,
    },
    en: {
      subject: 'Journal: sensitive action {{action}}',
      preheader: 'Severity {{severity}}: somebody {{phrase}}.',
      text: `A sensitive action is in the journal: somebody {{phrase}}.

Action: {{action}}
Severity: {{severity}}
Target: {{target}}
Date: {{formatDate at}}

More actions of this kind within the same hour will not be mailed again.

Open the journal:
{{journalUrl}}`,
    },
  },
  sample: {
    phrase: 'a changé le rôle du compte',
    action: 'USER_ROLE_CHANGED',
    severity: 'haute',
    target: 'user 019a9f3e-8c1b-7cc2-9b1e-0f4f6f0f3a11',
    at: '2026-11-20T09:41:00.000Z',
    auditLogUrl: 'https://www.example.org/admin/journal',
  },
};
