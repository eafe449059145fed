import { z } from 'zod';
import { isServiceAddress } from '../config-faults.ts';
import { list, optional } from './values.ts';

/** Payments, e-mails, text messages and single sign-on. */
export const providersVariables = {
  STRIPE_SECRET_KEY: optional.describe('Stripe secret key; default the payment sandbox (never in production)'),
  STRIPE_WEBHOOK_SECRET: list.describe(
    'one or two (during rotation) signing secrets of the Stripe webhook, comma-separated',
  ),
  STRIPE_PUBLISHABLE_KEY: optional.describe('Stripe publishable key, for payments in a form of the front-end'),
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
};
