import { expect, test } from '@jest/globals';
import { exposureWarning } from '../../../../src/services/platform/startup/exposure.ts';
import { readConfig } from '../../../../src/services/platform/config.ts';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://atelier.example',
  STRIPE_SECRET_KEY: 'sk_live_x',
  STRIPE_WEBHOOK_SECRET: 'whsec_x',
  STRIPE_PUBLISHABLE_KEY: 'pk_x',
  SENDGRID_API_KEY: 'SG.x',
  SELLER_SIRET: '73282932000074',
  SELLER_VAT_NUMBER: 'FR44732829320',
};
const warning = (environment: Record<string, string>): string => exposureWarning(readConfig(environment)).join('\n');

test('a development server that others can reach starts without a word', () => {
  for (const HOST of ['0.0.0.0', '::', '192.168.1.20', 'my-laptop.local']) {
    const said = warning({ HOST, PORT: '4000' });
    expect(said).toContain(`HOST=${HOST}`);
    for (const what of ['/mailbox', '/sandbox', '/playground', '/metrics', 'NODE_ENV=production'])
      expect(said).toContain(what);
  }
});

test('what is not there is not named', () => {
  const said = warning({
    HOST: '0.0.0.0',
    SENDGRID_API_KEY: 'SG.x',
    STRIPE_SECRET_KEY: 'sk_test_x',
    STRIPE_WEBHOOK_SECRET: 'whsec_x',
    STRIPE_PUBLISHABLE_KEY: 'pk_x',
    FRONT_URL: 'http://localhost:5173',
  });
  for (const what of ['/mailbox', '/sandbox', '/reset-password']) expect(said).not.toContain(what);
});

test('on this machine alone, and in production, nothing is said', () => {
  for (const HOST of ['127.0.0.1', '127.8.0.1', 'localhost', '::1']) expect(warning({ HOST })).toBe('');
  expect(warning({ ...production, HOST: '0.0.0.0' })).toBe('');
});
