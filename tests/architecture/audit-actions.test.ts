import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  auditActions,
  auditSeverities,
  auditTargets,
  type AuditAction,
  type AuditActionDefinition,
} from '../../src/services/kernel/audit-actions.ts';

const table = Object.entries(auditActions) as [AuditAction, AuditActionDefinition][];
const source = globSync('src/**/*.ts')
  .filter((file) => !file.includes('audit-actions') && !file.includes('/emails/') && !file.includes('.generated.'))
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const isRecorded = (action: string): boolean => source.includes(`'${action}'`);

/** The constants that the seeds name, as section 24 of the capabilities keeps them. */
const seeds =
  `LOGIN_SUCCESS LOGIN_FAILED LOGOUT PASSWORD_CHANGE PASSWORD_RESET_REQUEST PASSWORD_RESET_SUCCESS PASSWORD_RESET_FAILED ACCOUNT_LOCKED USER_CREATED
USER_UPDATED USER_DELETED USER_DATA_EXPORTED USER_MESSAGE_SUPPORT_EMAIL_SENT USER_ROLE_CHANGED USER_STATUS_CHANGED COMMAND_CREATED COMMAND_UPDATED COMMAND_DELETED
COMMAND_STATUS_CHANGED INVOICE_ACCESSED INVOICE_DOWNLOADED INVOICE_SENT INVOICE_CANCELLED INVOICE_PDF_GENERATED PAYMENT_SESSION_CREATED PAYMENT_STATUS_CHECKED
PAYMENT_WEBHOOK_RECEIVED UNAUTHORIZED_ACCESS ADMIN_ACCESS SUSPICIOUS_ACTIVITY SECURITY_BREACH`.split(/\s+/);

test('every constant of the seeds is in the table', () => {
  expect(seeds.filter((action) => !Object.hasOwn(auditActions, action))).toEqual([]);
});

test('each deed has a severity, a target and a phrase in both languages', () => {
  for (const [action, { severity, target, phrase }] of table) {
    expect(action).toMatch(/^[A-Z][A-Z_]{3,59}$/);
    expect(auditSeverities).toContain(severity);
    expect(auditTargets).toContain(target);
    for (const words of [phrase.fr, phrase.en]) expect(words).toMatch(/^\p{Ll}[^.]{3,80}$/u);
    expect(phrase.fr).not.toMatch(/'/);
  }
});

test('a deed that can be done is recorded where it is done', () => {
  expect(
    table.filter(([action, { isPlanned }]) => isPlanned !== true && !isRecorded(action)).map(([action]) => action),
  ).toEqual([]);
});

test('a deed that cannot be done yet is marked so; once it is recorded its mark must go', () => {
  const planned = table.filter(([, { isPlanned }]) => isPlanned === true).map(([action]) => action);
  console.info(`Planned deeds of the journal: ${planned.join(', ')}`);
  expect(planned.filter(isRecorded)).toEqual([]);
});
