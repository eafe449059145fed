import { globSync, readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { auditActions, type AuditAction, type AuditActionDefinition } from '../../src/services/kernel/audit-actions.ts';

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

test('each action has a name that fits its column and a phrase in both languages', () => {
  for (const [action, { phrase }] of table) {
    expect(action).toMatch(/^[A-Z][A-Z_]{3,59}$/);
    for (const words of [phrase.fr, phrase.en]) expect(words).toMatch(/^\p{Ll}[^.]{3,80}$/u);
    expect(phrase.fr).not.toMatch(/'/);
  }
});

test('an action that can be performed is recorded where it is performed', () => {
  expect(
    table.filter(([action, { isPlanned }]) => isPlanned !== true && !isRecorded(action)).map(([action]) => action),
  ).toEqual([]);
});

test('an action that cannot be performed yet is marked as planned; once it is recorded, the mark must go', () => {
  const planned = table.filter(([, { isPlanned }]) => isPlanned === true).map(([action]) => action);
  console.info(`Planned actions of the audit log: ${planned.join(', ')}`);
  expect(planned.filter(isRecorded)).toEqual([]);
});
