import { defineMail, variable } from '../../notifications/index.ts';

/** Sent to the admins when an entry of high or critical severity is recorded. */
export const auditAlert = defineMail({
  name: 'audit-alert',
  variables: {
    /** "a supprimé le compte", in the reader's language. */
    phrase: variable.text,
    /** As the audit log names it. */
    action: variable.text,
    /** In the reader's language. */
    severity: variable.text,
    /** Kind and identifier. */
    target: variable.text,
    at: variable.instant,
    /** The audit log in the back office. */
    auditLogUrl: variable.webAddress,
  },
  renamed: { journalUrl: 'auditLogUrl' },
  sample: {
    phrase: 'a changé le rôle du compte',
    action: 'USER_ROLE_CHANGED',
    severity: 'haute',
    target: 'user 019a9f3e-8c1b-7cc2-9b1e-0f4f6f0f3a11',
    at: '2026-11-20T09:41:00.000Z',
    auditLogUrl: 'https://www.example.org/admin/journal',
  },
});
