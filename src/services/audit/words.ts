import { actionOf, type AuditSeverity } from '../kernel/audit-actions.ts';
import type { Locale } from '../kernel/locale.ts';
import type { NotificationWords } from '../notifications/index.ts';

const severities: Readonly<Record<Locale, Readonly<Record<AuditSeverity, string>>>> = {
  fr: { LOW: 'faible', MEDIUM: 'moyenne', HIGH: 'haute', CRITICAL: 'critique' },
  en: { LOW: 'low', MEDIUM: 'medium', HIGH: 'high', CRITICAL: 'critical' },
};

export const severityWord = (locale: Locale, severity: AuditSeverity): string => severities[locale][severity];

/** "a supprimé le compte" as the name of a deed; the constant itself when the table does not know it. */
export const phraseOf = (locale: Locale, action: string): string => actionOf(action)?.phrase[locale] ?? action;

export const highSeverityEntry: NotificationWords<{ readonly action: string; readonly severity: AuditSeverity }> = {
  fr: ({ action, severity }) => ({
    title: 'Action sensible dans le journal',
    message: `Gravité ${severityWord('fr', severity)}\u00a0: quelqu’un ${phraseOf('fr', action)} (${action}). Consultez le journal.`,
  }),
  en: ({ action, severity }) => ({
    title: 'A sensitive action in the journal',
    message: `Severity ${severityWord('en', severity)}: somebody ${phraseOf('en', action)} (${action}). See the journal.`,
  }),
};
