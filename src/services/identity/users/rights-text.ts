import type { Locale } from '../../kernel/locale.ts';
import type { PermissionSet, UserRole } from '../../kernel/roles.ts';
import type { Account } from '../account/account.ts';

/** What people are called in mails, for anyone who reads them. */
const roleWords: Readonly<Record<Locale, Readonly<Record<UserRole, string>>>> = {
  fr: {
    CUSTOMER: 'cliente ou client',
    PROOFREADER: 'correctrice ou correcteur',
    ARTISAN: 'artisan',
    ADMIN: 'administratrice ou administrateur',
  },
  en: { CUSTOMER: 'customer', PROOFREADER: 'proofreader', ARTISAN: 'artisan', ADMIN: 'administrator' },
};

const setWords: Readonly<Record<Locale, Readonly<Record<PermissionSet, string>>>> = {
  fr: { AUDITOR: 'auditrice ou auditeur', SUPPORT_AGENT: 'membre de l’assistance' },
  en: { AUDITOR: 'auditor', SUPPORT_AGENT: 'support agent' },
};

export const roleOf = ({ locale, role }: Pick<Account, 'locale' | 'role'>): string => roleWords[locale][role];

/** A role and what goes with it, as one reads it: « cliente ou client, auditrice ou auditeur ». */
export const rightsOf = ({
  locale,
  role,
  permissionSets,
}: Pick<Account, 'locale' | 'role' | 'permissionSets'>): string =>
  [roleWords[locale][role], ...permissionSets.map((set) => setWords[locale][set])].join(', ');
