import { describe, expect, test } from '@jest/globals';
import { mails } from '../../../support/mails.ts';
import {
  defineMail,
  implementMail,
  mailsByName,
  variable,
  type ListedMail,
} from '../../../../src/services/notifications/index.ts';

const link = { resetUrl: 'https://www.example.org/reset-password' };
const reset = defineMail({
  name: 'password-reset',
  variables: { resetUrl: variable.webAddress },
  late: ['resetUrl'],
  sample: link,
});
const plain = defineMail({ name: 'welcome', variables: { firstName: variable.text }, sample: { firstName: 'Léa' } });

describe('what does not compile', () => {
  test('a mail with late variables that is listed without its preparation', () => {
    // @ts-expect-error nothing would give `resetUrl`
    const wrong: readonly ListedMail[] = [reset];
    const right: readonly ListedMail[] = [plain, implementMail(reset, { prepare: async () => link })];
    expect([wrong, right]).toHaveLength(2);
  });

  test('a preparation that gives other variables', () => {
    // @ts-expect-error `undoUrl` is not a variable of this mail
    const wrong = implementMail(reset, { prepare: async () => ({ undoUrl: 'https://www.example.org' }) });
    expect(wrong.name).toBe('password-reset');
  });

  test('a mail without MJML files', () => {
    // @ts-expect-error there is no unknown-mail.fr.mjml
    const wrong = defineMail({ name: 'unknown-mail', variables: {}, sample: {} });
    const right = defineMail({ name: 'stored-name', template: 'welcome', variables: {}, sample: {} });
    expect([wrong.template, right.template]).toEqual(['unknown-mail', 'welcome']);
  });

  test('a sample that is not of its variables, and a late variable that is none', () => {
    // @ts-expect-error a text is not a whole number
    defineMail({ name: 'welcome', variables: { count: variable.count }, sample: { count: 'two' } });
    const welcome = { name: 'welcome', variables: { firstName: variable.text }, sample: { firstName: '' } } as const;
    // @ts-expect-error `loginUrl` is not a variable of this mail
    defineMail({ ...welcome, late: ['loginUrl'] });
    expect(Object.keys(plain.schema.shape)).toEqual(['firstName']);
  });
});

test('two mails of one name are refused', () => {
  expect(() => mailsByName([plain, plain])).toThrow('Two mails are named welcome');
});

test('a mail keeps what gives its variables and what renews it', () => {
  expect(Object.keys(mails['password-reset'])).toEqual(expect.arrayContaining(['prepare', 'renew', 'late', 'inDoubt']));
  expect('prepare' in mails.welcome).toBe(false);
});
