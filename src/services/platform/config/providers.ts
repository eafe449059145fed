import { createPublicKey } from 'node:crypto';
import { z } from 'zod';
import { mobileNetworks, usualMobileNetworks, type MobileNetwork } from '../../kernel/mobile-money.ts';
import { isServiceAddress } from '../config-faults.ts';
import { clamdFrom } from './clamd.ts';
import { flag, list, optional } from './values.ts';

/** `default,mtn_cg`: names of the provider, and `default` for the usual ones. */
const networks = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim().toUpperCase())
      .filter(Boolean),
  )
  .refine(
    (names) => names.length > 0 && names.every((name) => name === 'DEFAULT' || isNetwork(name)),
    `must be default, or some of ${mobileNetworks.join(', ').toLowerCase()}`,
  )
  .transform((names) =>
    mobileNetworks.filter((name) => names.includes(name) || (isUsual(name) && names.includes('DEFAULT'))),
  );

const isNetwork = (name: string): boolean => (mobileNetworks as readonly string[]).includes(name);
const isUsual = (name: MobileNetwork): boolean => usualMobileNetworks.includes(name);

function isEcPublicKey(text: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyType === 'ec';
  } catch {
    return false;
  }
}

/** Payments, e-mails, text messages, single sign-on and the antivirus. */
export const providersVariables = {
  CLAMD_URL: z
    .string()
    .refine((text) => clamdFrom(text) !== undefined, 'must be tcp://host:3310 or unix:/run/clamav/clamd.ctl')
    .optional()
    .describe(
      'ClamAV’s server, tcp://host:3310 or unix:/run/clamav/clamd.ctl; default none: files of visitors are not verified, and only admins open them',
    ),
  CLAMD_MAX_MEGABYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(2_048)
    .default(100)
    .describe('larger files are not sent to it; its StreamMaxLength is at least that'),
  CLAMD_TIMEOUT_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(800)
    .default(120)
    .describe('how long it may take for a file; then it is asked again later'),
  STRIPE_SECRET_KEY: optional.describe('Stripe secret key; default the payment sandbox (never in production)'),
  STRIPE_WEBHOOK_SECRET: list.describe(
    'one or two (during rotation) signing secrets of the Stripe webhook, comma-separated',
  ),
  FEEXPAY_TOKEN: z
    .string()
    .regex(/^fp_\S+$/, 'begins with fp_')
    .optional()
    .describe('FeexPay API token (V2), for mobile money; default none, and its sandbox where cards have theirs'),
  FEEXPAY_SHOP: optional.describe('the shop’s id at FeexPay'),
  FEEXPAY_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{24,100}$/, '24 to 100 letters, digits, - and _')
    .optional()
    .describe(
      'a word of your own that nobody can guess: FeexPay does not sign, so its dashboard gets the address PUBLIC_URL/webhooks/feexpay/<this>',
    ),
  FEEXPAY_NETWORKS: networks
    .optional()
    .describe(
      'networks offered, comma-separated: default for the usual ones, others by name, such as default,mtn_cg (mtn_cg, coris and mobicash_ml are not among the usual ones)',
    ),
  STRIPE_PUBLISHABLE_KEY: optional.describe('Stripe publishable key, for payments in a form of the front-end'),
  VIES: flag.describe('1 looks the VAT numbers of businesses elsewhere in the European Union up in VIES'),
  SENDGRID_API_KEY: optional.describe(
    'SendGrid key; default SMTP_URL, else a mailbox folder in DATA_DIR, shown at /mailbox in development',
  ),
  SENDGRID_WEBHOOK_PUBLIC_KEY: z
    .string()
    .refine(isEcPublicKey, 'must be the verification key of SendGrid’s signed event webhook')
    .optional()
    .describe(
      'verification key of SendGrid’s signed event webhook, which posts to PUBLIC_URL/webhooks/sendgrid; default no delivery states',
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
  GOOGLE_CALENDAR_CLIENT_ID: optional.describe(
    'calendars of Google: the OAuth client; default the one of signing in; its redirect address is PUBLIC_URL/calendars/callback/google, its project has the Google Calendar API',
  ),
  GOOGLE_CALENDAR_CLIENT_SECRET: optional.describe('its secret'),
  MICROSOFT_CALENDAR_CLIENT_ID: optional.describe(
    'calendars of Outlook and Microsoft 365: the application; default the one of signing in; its redirect address is PUBLIC_URL/calendars/callback/microsoft, its delegated permission Calendars.ReadWrite',
  ),
  MICROSOFT_CALENDAR_CLIENT_SECRET: optional.describe('its secret'),
  MICROSOFT_TENANT: z
    .string()
    .regex(/^[\w.-]{1,100}$/)
    .default('common')
    .describe(
      'common, organizations, consumers, or the id of the one tenant whose people may sign in and connect calendars',
    ),
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
  TWILIO_MESSAGING_SERVICE_SID: z
    .string()
    .regex(/^MG[0-9a-fA-F]{32}$/, 'begins with MG and has 34 characters')
    .optional()
    .describe(
      'messaging service that sends text messages, instead of one number; answers of people go to PUBLIC_URL/webhooks/twilio/messages',
    ),
  FROM_EMAIL: z.email().default('contact@livres.staka.fr').describe('sender of mails'),
  FROM_NAME: z.string().default('Staka Livres').describe('name of the sender'),
  TAGLINE_FR: z
    .string()
    .max(80)
    .default('Relecture et correction de manuscrits')
    .describe('line under the name in French mails; empty for none'),
  TAGLINE_EN: z
    .string()
    .max(80)
    .default('Manuscript editing and proofreading')
    .describe('line under the name in English mails; empty for none'),
  ADMIN_EMAIL: z.email().default('contact@staka.fr').describe('first admin, and where alerts go'),
};
