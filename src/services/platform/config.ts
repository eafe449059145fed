import { isAbsolute, relative, resolve } from 'node:path';
import { z } from 'zod';
import { isServiceAddress, settingFault } from './config-faults.ts';

/** The one file that reads the environment. Every error is reported at once, then the start stops. */

const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const flag = z
  .enum(['0', '1'])
  .default('0')
  .transform((text) => text === '1');
const optional = z.string().trim().min(1).optional();

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

/** A seller that does not exist, with numbers of the right form: an invoice made while trying the house shows every mention. */
const sampleSeller = { siret: '12345678200002', vatNumber: 'FR11123456782' } as const;

/** Every variable, with its default and what it means; `.env.example` is printed from here. */
export const variables = z.object({
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe('production turns off the sandbox and the mailbox page, and keeps the playground for admins'),
  HOST: z.string().default('127.0.0.1').describe('address to listen on'),
  PORT: z.coerce.number().int().min(0).max(65535).default(4000).describe('port to listen on; 0 picks a free one'),
  PUBLIC_URL: z
    .url()
    .optional()
    .describe('address people reach the server at, for links in mails; default http://localhost:PORT'),
  FRONT_URL: z
    .url()
    .optional()
    .describe('address of the front-end, for links that a person follows; default PUBLIC_URL'),
  DATA_DIR: z.string().default('data').describe('directory of the embedded database, the sealed files and the mailbox'),
  ENV_FILE: z
    .string()
    .default('.env')
    .describe(
      'file of settings read in development, and by `npm start` everywhere; the environment wins; none reads no file',
    ),
  KEYS_DIR: z
    .string()
    .default('.keys')
    .describe('directory of the master keys and token secrets; must be outside DATA_DIR and outside backups'),
  MASTER_KEY: optional.describe('master key, 32 bytes in base64; default a key file made in KEYS_DIR at first start'),
  JWT_SECRET: optional.describe(
    'secret of access tokens, 32 bytes or more; default one made in KEYS_DIR at first start',
  ),
  ACCESS_TOKEN_MINUTES: z.coerce.number().int().min(1).max(60).default(30).describe('life of an access token'),
  REFRESH_HOURS: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 90)
    .default(168)
    .describe('how long a session lasts without being refreshed'),
  REFRESH_HOURS_ARTISAN: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 90)
    .default(24)
    .describe('the same for artisans'),
  REFRESH_HOURS_ADMIN: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 90)
    .default(12)
    .describe('the same for admins'),
  MAILED_TOKEN_MINUTES: z.coerce
    .number()
    .int()
    .min(5)
    .max(24 * 60)
    .default(30)
    .describe('how long the link of an activation or password mail is good'),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => isServiceAddress(text, { schemes: ['mysql:'], needsName: true }),
      'must be mysql://user:password@host:3306/name',
    )
    .optional()
    .describe(
      'mysql://user:password@host:3306/name for MySQL 8.4 or MariaDB 10.11+; default embedded SQLite in DATA_DIR',
    ),
  DATABASE_REPLICA_URLS: list.describe('comma-separated read replicas of the MySQL database'),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10).describe('connections to MySQL, each process'),
  REDIS_URL: optional.describe('redis://host:6379 when several processes share live events and limits'),
  WORKERS: z
    .enum(['inline', 'off'])
    .default('inline')
    .describe('inline: this process also runs jobs and schedules; off: a separate `node dist/worker.js` does'),
  STRIPE_SECRET_KEY: optional.describe('Stripe secret key; default the payment sandbox (never in production)'),
  STRIPE_WEBHOOK_SECRET: list.describe(
    'one or two (during rotation) signing secrets of the Stripe webhook, comma-separated',
  ),
  SENDGRID_API_KEY: optional.describe(
    'SendGrid key; default SMTP_URL, else a mailbox folder in DATA_DIR, shown at /mailbox in development',
  ),
  SMTP_URL: z
    .string()
    .refine(
      (text) => isServiceAddress(text, { schemes: ['smtp:', 'smtps:'] }),
      'must be smtp://user:password@host:587 or smtps://user:password@host:465',
    )
    .optional()
    .describe(
      'mail server, instead of SendGrid: smtp://user:password@host:587 (STARTTLS, required in production) or smtps://user:password@host:465',
    ),
  GOOGLE_CLIENT_ID: optional.describe(
    'signing in with Google: the OAuth client; its redirect address is PUBLIC_URL/auth/callback/google, its session age claims (auth_time) are on',
  ),
  GOOGLE_CLIENT_SECRET: optional.describe('its secret'),
  MICROSOFT_CLIENT_ID: optional.describe(
    'signing in with Microsoft: the application; its redirect address is PUBLIC_URL/auth/callback/microsoft, its optional claims email, xms_edov and auth_time',
  ),
  MICROSOFT_CLIENT_SECRET: optional.describe('its secret'),
  MICROSOFT_TENANT: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .default('common')
    .describe('common, organizations, consumers, or the id of the one tenant whose people may sign in'),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-fA-F]{32}$/, 'begins with AC and has 34 characters')
    .optional()
    .describe(
      'Twilio account; default a folder in DATA_DIR, shown at /mailbox/sms in development (in production, no codes by SMS)',
    ),
  TWILIO_AUTH_TOKEN: optional.describe('token of the Twilio account'),
  TWILIO_PHONE_NUMBER: z
    .string()
    .regex(/^\+[1-9]\d{5,14}$/, 'a number such as +33612345678')
    .optional()
    .describe('number that sends text messages'),
  FROM_EMAIL: z.email().default('contact@livres.staka.fr').describe('sender of mails'),
  FROM_NAME: z.string().default('Staka Livres').describe('name of the sender'),
  ADMIN_EMAIL: z.email().default('contact@staka.fr').describe('first admin, and where alerts go'),
  SELLER_NAME: z
    .string()
    .default('Staka Livres')
    .describe('seller on invoices; frozen on each invoice when it is issued'),
  SELLER_LEGAL_FORM: z.string().default('EI').describe('legal form of the seller'),
  SELLER_ADDRESS: z.string().default('1 rue des Livres|33000 Bordeaux|France').describe('address lines separated by |'),
  SELLER_SIRET: z
    .string()
    .regex(/^\d{14}$/)
    .default(sampleSeller.siret)
    .describe('14 digits; required in production, where the sample is refused'),
  SELLER_VAT_NUMBER: optional.describe('intra-community VAT number; required in production under the regime STANDARD'),
  SELLER_VAT_REGIME: z.enum(['STANDARD', 'FRANCHISE']).default('STANDARD').describe('FRANCHISE: no VAT, article 293 B'),
  HOSTING_PROVIDER: optional.describe(
    'name and address of the host of the site, for the legal notice; default the seller itself',
  ),
  DATA_PROTECTION_OFFICER: optional.describe(
    'name and address of the data protection officer, for the record of processing; default none',
  ),
  CONSUMER_MEDIATOR: optional.describe('name and address of the consumer mediator, for the terms of sale'),
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'not a time zone of the IANA database')
    .default('Europe/Paris')
    .describe('zone of local dates: invoice years, schedules'),
  AUDIT_CHECKPOINT_FILE: optional.describe(
    'file of the journal’s checkpoints, which only grows; better on another disk; default journal-checkpoints.jsonl in KEYS_DIR',
  ),
  AUDIT_CHECKPOINT_EMAIL: z
    .email()
    .optional()
    .describe('where checkpoints of the journal are mailed, hourly at most; default the log'),
  CORS_ORIGINS: list.describe(
    'exact origins of front-ends, comma-separated, such as https://www.example.org; in development every http://localhost:* and http://127.0.0.1:* besides',
  ),
  TRUSTED_PROXIES: list.describe('addresses of reverse proxies whose X-Forwarded-For is believed'),
  TRUSTED_HOSTS: list.describe(
    'other host names that this server is reached by, comma-separated, without port; PUBLIC_URL, localhost and 127.0.0.1 need not be named',
  ),
  CONNECTIONS_PER_ADDRESS: z.coerce
    .number()
    .int()
    .min(8)
    .max(4_000)
    .default(128)
    .describe(
      'connections that one address may hold at a time, and, behind a trusted proxy, requests that one client may have under way',
    ),
  STOP_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(900)
    .default(7)
    .describe('how long requests and uploads under way may take once the server was told to stop; then they are cut'),
  GRAPHQL_PUBLIC: flag.describe('1 opens introspection to everyone (default: development, and admins in production)'),
  RATE_LIMIT_SCALE: z.coerce.number().min(1).default(1).describe('multiplies every rate limit; for load tests'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('least level of log lines'),
  MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31)
    .default(50 * 2 ** 20)
    .describe('largest uploaded file, in bytes'),
  LOW_DISK_MEGABYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(512)
    .describe('free space, where files, mails and keys are kept, below which /health says degraded'),
  BCRYPT_ROUNDS: z.coerce
    .number()
    .int()
    .min(4)
    .max(15)
    .default(12)
    .describe('cost of password hashes; 12 or more in production'),
});

type Environment = z.infer<typeof variables>;

export interface Config extends Environment {
  readonly isProduction: boolean;
  readonly publicUrl: string;
  readonly frontUrl: string;
  readonly dataDir: string;
  readonly keysDir: string;
}

/** Thrown once, with every fault found, so that a person mends them all in one go. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

const productionNeeds = ['PUBLIC_URL', 'STRIPE_SECRET_KEY'] as const;

/** What the process was started with; `.env` is added to it before it is read. */
export const environment: NodeJS.ProcessEnv = process.env;

export function readConfig(given: Record<string, string | undefined> = environment): Config {
  const { values, faults } = readVariables(given);
  const publicUrl = (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/$/, '');
  const config: Config = {
    ...values,
    SELLER_VAT_NUMBER: values.SELLER_VAT_NUMBER ?? sampleVatNumber(values),
    isProduction: values.NODE_ENV === 'production',
    publicUrl,
    frontUrl: (values.FRONT_URL ?? publicUrl).replace(/\/$/, ''),
    dataDir: resolve(values.DATA_DIR),
    keysDir: resolve(values.KEYS_DIR),
  };
  const every = [...faults, ...faultsOf(config)];
  if (every.length > 0) throw new ConfigurationError(every.join('\n'));
  return config;
}

/** The sample number goes with the sample seller alone: nobody else is given a number that is not theirs. */
const sampleVatNumber = ({ NODE_ENV, SELLER_SIRET, SELLER_VAT_REGIME }: Environment): string | undefined =>
  NODE_ENV !== 'production' && SELLER_VAT_REGIME === 'STANDARD' && SELLER_SIRET === sampleSeller.siret
    ? sampleSeller.vatNumber
    : undefined;

const isInside = (place: string, folder: string): boolean => {
  const way = relative(folder, place);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

/** Reads variable by variable; one that is wrong counts as absent from then on, so that the other faults are found too. */
function readVariables(environment: Record<string, string | undefined>): { values: Environment; faults: string[] } {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(present);
  if (parsed.success) return { values: parsed.data, faults: [] };
  const faults = parsed.error.issues.map(({ path, message }) =>
    settingFault(path.join('.'), message, environment[String(path[0])]),
  );
  for (const {
    path: [name],
  } of parsed.error.issues)
    delete present[String(name)];
  return { values: variables.parse(present), faults };
}

/** Settings of one provider, which are worth nothing without each other. */
const together = [
  ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'],
  ['MICROSOFT_CLIENT_ID', 'MICROSOFT_CLIENT_SECRET'],
  ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN', 'TWILIO_PHONE_NUMBER'],
] as const;

function faultsOf(config: Config): string[] {
  const faults = [...(config.isProduction ? productionFaults(config) : []), ...mailFaults(config)];
  if (isInside(config.keysDir, config.dataDir))
    faults.push(settingFault('KEYS_DIR', 'must be outside DATA_DIR', config.keysDir));
  // Production needs both: whoever lacks the two is told of the two.
  if ((config.isProduction || config.STRIPE_SECRET_KEY !== undefined) && config.STRIPE_WEBHOOK_SECRET.length === 0) {
    faults.push('STRIPE_WEBHOOK_SECRET: required with STRIPE_SECRET_KEY');
  }
  for (const names of together) {
    if (new Set(names.map((name) => config[name] === undefined)).size > 1)
      faults.push(`${names.join(', ')}: all of them or none`);
  }
  return faults;
}

function mailFaults({ isProduction, SENDGRID_API_KEY, SMTP_URL }: Config): string[] {
  if (SENDGRID_API_KEY !== undefined && SMTP_URL !== undefined)
    return ['SENDGRID_API_KEY, SMTP_URL: one of them, not both'];
  const hasNone = SENDGRID_API_KEY === undefined && SMTP_URL === undefined;
  return isProduction && hasNone ? ['SENDGRID_API_KEY or SMTP_URL: one of them is required in production'] : [];
}

function productionFaults(config: Config): string[] {
  const faults = productionNeeds
    .filter((name) => config[name] === undefined)
    .map((name) => `${name}: required in production`);
  if (config.SELLER_SIRET === sampleSeller.siret || /^0+$/.test(config.SELLER_SIRET))
    faults.push('SELLER_SIRET: required in production');
  if (config.SELLER_VAT_REGIME === 'STANDARD' && config.SELLER_VAT_NUMBER === undefined) {
    faults.push('SELLER_VAT_NUMBER: required in production, unless SELLER_VAT_REGIME is FRANCHISE');
  }
  if (config.BCRYPT_ROUNDS < 12)
    faults.push(settingFault('BCRYPT_ROUNDS', '12 or more in production', String(config.BCRYPT_ROUNDS)));
  return faults;
}

/** The text of `.env.example`: every variable, what it means, its default. */
export const exampleEnvironment = (): string =>
  ['# Printed from src/services/platform/config.ts by `npm run generate`. Nothing is needed to start.', '']
    .concat(
      Object.entries(variables.shape).flatMap(([name, schema]) => {
        const fallback = schema.safeParse(undefined);
        const value =
          fallback.success && fallback.data !== undefined ? String(fallback.data === false ? 0 : fallback.data) : '';
        return [`# ${schema.description ?? ''}`, `# ${name}=${value}`, ''];
      }),
    )
    .join('\n');
