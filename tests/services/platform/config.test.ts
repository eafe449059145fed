import { describe, expect, test } from '@jest/globals';
import { misspelledVariables } from '../../../src/services/platform/config-names.ts';
import {
  ConfigurationError,
  exampleEnvironment,
  readConfig,
  variables,
} from '../../../src/services/platform/config.ts';

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return (error as Error).message.split('\n');
  }
};

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://atelier.example',
  STRIPE_SECRET_KEY: 'sk',
  STRIPE_PUBLISHABLE_KEY: 'pk',
  STRIPE_WEBHOOK_SECRET: 'whsec',
  SENDGRID_API_KEY: 'SG',
  SELLER_SIRET: '73282932000074',
  SELLER_VAT_NUMBER: 'FR44732829320',
};

test('nothing is needed to start', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    isProduction: false,
    PORT: 4000,
    publicUrl: 'http://localhost:4000',
    WORKERS: 'inline',
    TIME_ZONE: 'Europe/Paris',
  });
  expect(config.DATABASE_URL).toBeUndefined();
});

test('an empty variable is an absent one', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ PORT: 4000 });
});

test('every fault is reported at once, those of form and those of sense', () => {
  const faults = faultsOf({
    NODE_ENV: 'production',
    PORT: 'eighty',
    FROM_EMAIL: 'nobody',
    TIME_ZONE: 'Mars/Olympus',
    DATABASE_URL: 'postgres://x',
    DATA_DIR: '/srv/data',
    KEYS_DIR: '/srv/data/keys',
    STRIPE_SECRET_KEY: 'sk',
  });
  const named = faults.map((line) => line.split(':')[0]);
  expect(new Set(named)).toEqual(
    new Set([
      'PORT',
      'FROM_EMAIL',
      'TIME_ZONE',
      'DATABASE_URL',
      'KEYS_DIR',
      'STRIPE_WEBHOOK_SECRET',
      'STRIPE_PUBLISHABLE_KEY',
      'PUBLIC_URL',
      'SENDGRID_API_KEY or SMTP_URL',
      'SELLER_SIRET',
      'SELLER_VAT_NUMBER',
    ]),
  );
});

test('a provider of identities has both its id and its secret, or neither', () => {
  const google = { GOOGLE_CLIENT_ID: 'id', GOOGLE_CLIENT_SECRET: 'secret' };
  expect(faultsOf(google)).toEqual([]);
  expect(faultsOf({ GOOGLE_CLIENT_ID: 'id' })).toEqual(['GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET: all of them or none']);
  expect(faultsOf({ ...google, MICROSOFT_CLIENT_SECRET: 'secret' })).toEqual([
    'MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET: all of them or none',
  ]);
  expect(faultsOf({ ...google, GOOGLE_CALENDAR_CLIENT_ID: 'id' })).toEqual([
    'GOOGLE_CALENDAR_CLIENT_ID, GOOGLE_CALENDAR_CLIENT_SECRET: all of them or none',
  ]);
  expect(faultsOf({ MICROSOFT_TENANT: 'a/b' })[0]).toMatch(/^MICROSOFT_TENANT/);
});

test('mobile money has all its settings or none, and names networks that exist', () => {
  const feexpay = {
    FEEXPAY_TOKEN: 'fp_1',
    FEEXPAY_SHOP: 'shop',
    FEEXPAY_WEBHOOK_SECRET: 'guess-what-this-word-may-be',
    FEEXPAY_NETWORKS: 'default, mtn_cg',
  };
  expect(readConfig(feexpay).FEEXPAY_NETWORKS).toHaveLength(17);
  expect(readConfig({ ...feexpay, FEEXPAY_NETWORKS: 'WAVE_SN,mtn' }).FEEXPAY_NETWORKS).toEqual(['MTN', 'WAVE_SN']);
  for (const name of Object.keys(feexpay)) {
    expect(faultsOf({ ...feexpay, [name]: '' })).toEqual([
      'FEEXPAY_TOKEN, FEEXPAY_SHOP, FEEXPAY_WEBHOOK_SECRET, FEEXPAY_NETWORKS: all of them or none',
    ]);
  }
  expect(faultsOf({ ...feexpay, FEEXPAY_NETWORKS: 'mtn,vodafone' })[0]).toMatch(/^FEEXPAY_NETWORKS: must be default/);
  expect(faultsOf({ ...feexpay, FEEXPAY_WEBHOOK_SECRET: 'short' })[0]).not.toContain('short');
});

describe('production', () => {
  test('starts when it has what it needs', () => {
    expect(readConfig(production)).toMatchObject({ isProduction: true, frontUrl: 'https://atelier.example' });
  });

  test.each(['PUBLIC_URL', 'STRIPE_SECRET_KEY', 'SELLER_SIRET', 'SELLER_VAT_NUMBER'])(
    'does not start without %s',
    (name) => {
      const { [name as keyof typeof production]: _, ...rest } = production;
      expect(faultsOf(rest).some((line) => line.startsWith(`${name}:`))).toBe(true);
    },
  );

  test('needs no VAT number of a seller who charges no VAT', () => {
    const { SELLER_VAT_NUMBER: _, ...rest } = production;
    expect(readConfig({ ...rest, SELLER_VAT_REGIME: 'FRANCHISE' }).SELLER_VAT_NUMBER).toBeUndefined();
  });

  test.each([
    ['the sample', '12345678200002'],
    ['zeros', '0'.repeat(14)],
  ])('does not start with %s for a SIRET', (_name, siret) => {
    expect(faultsOf({ ...production, SELLER_SIRET: siret })).toEqual(['SELLER_SIRET: required in production']);
  });

  test('names every setting that is missing at the first try', () => {
    expect(
      faultsOf({ NODE_ENV: 'production' })
        .map((line) => line.split(':')[0])
        .toSorted(),
    ).toEqual([
      'PUBLIC_URL',
      'SELLER_SIRET',
      'SELLER_VAT_NUMBER',
      'SENDGRID_API_KEY or SMTP_URL',
      'STRIPE_PUBLISHABLE_KEY',
      'STRIPE_SECRET_KEY',
      'STRIPE_WEBHOOK_SECRET',
    ]);
  });

  test('sends its mails by SendGrid or by a mail server: one of the two', () => {
    const { SENDGRID_API_KEY: _, ...rest } = production;
    expect(faultsOf(rest)).toEqual(['SENDGRID_API_KEY or SMTP_URL: one of them is required in production']);
    expect(faultsOf({ ...rest, SMTP_URL: 'smtps://atelier:secret@mail.example.org' })).toEqual([]);
    expect(faultsOf({ ...production, SMTP_URL: 'smtp://mail.example.org' })).toEqual([
      'SENDGRID_API_KEY, SMTP_URL: one of them, not both',
    ]);
  });

  test('refuses cheap password hashes', () => {
    expect(faultsOf({ ...production, BCRYPT_ROUNDS: '8' })).toEqual([
      'BCRYPT_ROUNDS: 12 or more in production (it is "8")',
    ]);
  });
});

test('a fault shows the value that was wrong', () => {
  expect(faultsOf({ PORT: 'eighty' })).toEqual([expect.stringMatching(/^PORT: .+ \(it is "eighty"\)$/)]);
  expect(faultsOf({ DATABASE_URL: 'postgres://db.example/atelier' })).toEqual([
    'DATABASE_URL: must be mysql://user:password@host:3306/name (it is "postgres://db.example/atelier")',
  ]);
  expect(faultsOf({ DATA_DIR: '/srv/data', KEYS_DIR: '/srv/data/keys' })).toEqual([
    'KEYS_DIR: must be outside DATA_DIR (it is "/srv/data/keys")',
  ]);
  expect(faultsOf({ FROM_EMAIL: 'x'.repeat(5_000) })[0]?.length).toBeLessThan(300);
});

test('a fault never shows a secret, nor the password of an address', () => {
  const secret = 'canary-7f3a9c';
  for (const url of [
    `postgres://root:${secret}@db`,
    `mysql://root:${secret}`,
    `mysql://${secret}@`,
    `root:${secret}@db`,
    `mysql://u:p/${secret}@db:x`,
    `mysql://h?password=${secret}`,
  ]) {
    expect(faultsOf({ DATABASE_URL: url, SMTP_URL: url }).join('\n')).not.toContain(secret);
  }
  expect(faultsOf({ MASTER_KEY: ' ', JWT_SECRET: ' ', TWILIO_AUTH_TOKEN: ' ' }).join('\n')).not.toContain('it is');
});

test.each([
  ['CORS_ORIGIN', 'CORS_ORIGINS'],
  ['SMTP_URI', 'SMTP_URL'],
  ['DATABASE_ULR', 'DATABASE_URL'],
  ['port', 'PORT'],
  ['STRIPE_KEY', 'STRIPE_SECRET_KEY'],
  ['Log_Level', 'LOG_LEVEL'],
])('%s is reported as nearly %s', (name, known) => {
  expect(misspelledVariables({ [name]: 'x' })).toEqual([{ name, known }]);
});

test('what systems and tools set is nobody’s mistake', () => {
  const usual = [
    'HOME',
    'PATH',
    'HOSTNAME',
    'USER',
    'SHELL',
    'LANG',
    'TZ',
    'PWD',
    'TERM',
    'NODE_OPTIONS',
    'NODE_PATH',
    'TMPDIR',
    'XDG_DATA_DIRS',
    'CI',
    'HTTP_PROXY',
    'http_proxy',
    'SSL_CERT_FILE',
    'MYSQL_PASSWORD',
    'TLS_DIR',
    'npm_config_user_agent',
    'UV_THREADPOOL_SIZE',
  ];
  expect(misspelledVariables(Object.fromEntries(usual.map((name) => [name, 'x'])))).toEqual([]);
  expect(misspelledVariables(Object.fromEntries(Object.keys(variables.shape).map((name) => [name, 'x'])))).toEqual([]);
});

test('the example environment has every variable, with its meaning', () => {
  const text = exampleEnvironment();
  for (const [name, schema] of Object.entries(variables.shape)) {
    expect(text).toContain(`# ${name}=`);
    expect([name, schema.description ?? '']).not.toEqual([name, '']);
  }
});

test.each([
  { STRIPE_SECRET_KEY: 'sk_live_1', STRIPE_PUBLISHABLE_KEY: 'pk_live_1', STRIPE_WEBHOOK_SECRET: 'whsec_1' },
  { FEEXPAY_TOKEN: 'fp_token', FEEXPAY_SHOP: 's', FEEXPAY_WEBHOOK_SECRET: 'w'.repeat(32), FEEXPAY_NETWORKS: 'default' },
  { NODE_ENV: 'production' },
])('a demo never meets a real payment: %j', (environment) => {
  expect(() => readConfig({ ...environment, DEMO_MODE: '1' })).toThrow(/DEMO_MODE: not /);
  expect(readConfig({ DEMO_MODE: '1' }).DEMO_MODE).toBe(true);
});
