import { join } from 'node:path';
import { modules, personalData, retention } from './modules.ts';
import { jwtAccessTokens } from './services/adapters/access-tokens/jsonwebtoken.ts';
import { environmentSigningKey, fileSigningKeys } from './services/adapters/access-tokens/key-ring.ts';
import type { AccessTokens } from './services/adapters/access-tokens/port.ts';
import { clamdAntivirus } from './services/adapters/antivirus/clamd.ts';
import type { Antivirus } from './services/adapters/antivirus/port.ts';
import { caldav } from './services/adapters/calendars/caldav/caldav.ts';
import { icsFeed } from './services/adapters/calendars/ics/ics-feed.ts';
import { googleCalendars } from './services/adapters/calendars/google/google.ts';
import { microsoftCalendars } from './services/adapters/calendars/microsoft/microsoft.ts';
import type { CalendarConnectors } from './services/adapters/calendars/port.ts';
import { guardedFetch } from './services/adapters/http/guarded-fetch.ts';
import { mailboxFolder } from './services/adapters/mail/mailbox-folder.ts';
import { isThisMachine, smtpMail } from './services/adapters/mail/smtp.ts';
import { webauthnPasskeys } from './services/adapters/passkeys/simplewebauthn.ts';
import { bcryptPasswords } from './services/adapters/passwords/bcrypt.ts';
import { feexpayPayments } from './services/adapters/payments/feexpay/feexpay.ts';
import { paymentProviders, type Able, type PaymentProviders } from './services/adapters/payments/port.ts';
import { sandboxMobileMoney } from './services/adapters/payments/sandbox/sandbox-push.ts';
import { sandboxPayments } from './services/adapters/payments/sandbox/sandbox.ts';
import { stripePayments } from './services/adapters/payments/stripe/stripe.ts';
import { pdfkitPdf } from './services/adapters/pdf/pdfkit.ts';
import { smsFolder } from './services/adapters/sms/sms-folder.ts';
import { twilioSms } from './services/adapters/sms/twilio.ts';
import { googleIssuer, microsoftIssuer, openidSso } from './services/adapters/sso/openid-client.ts';
import type { SsoPort } from './services/adapters/sso/port.ts';
import { openEpochKeys, openSigner } from './services/audit/index.ts';
import { viesRegister } from './services/adapters/vat-register/vies.ts';
import { yazlZip } from './services/adapters/zip/yazl.ts';
import { openUploads } from './services/archive/index.ts';
import { billablesOf, termsOf } from './services/billing/index.ts';
import { DownloadUses, fileRules, UploadSlots, type StorageAllowance } from './services/files/index.ts';
import { conversationSourcesOf } from './services/messaging/index.ts';
import { mailRenderer, mailsOf, type Mailer } from './services/notifications/index.ts';
import type { Clock } from './services/kernel/clock.ts';
import type { Config } from './services/platform/config.ts';
import { clamdFrom } from './services/platform/config/clamd.ts';
import { createMeasures } from './services/platform/measures.ts';
import { membersOf } from './services/platform/module.ts';
import { derivedSecrets } from './services/platform/derived-secrets.ts';
import type { AppServices } from './services/platform/context.ts';
import { openSigningKeys } from './services/platform/signing-keys.ts';
import { createRateLimits } from './services/platform/rate-limits.ts';
import { secretFile } from './services/platform/secrets.ts';
import { kitPlacesOf, openBackups, openVault } from './composition/storage-adapters.ts';

export { keyStoreOf } from './composition/storage-adapters.ts';

/** Which vendor stands behind each port, and the services that the modules share. Part of the composition root. */
export async function openServices(config: Config, clock: Clock): Promise<AppServices> {
  return {
    ...(await openMail(config, clock)),
    ...openSms(config, clock),
    accessTokens: openAccessTokens(config),
    antivirus: openAntivirus(config),
    calendars: openCalendars(config, clock),
    passkeys: webauthnPasskeys({ name: config.FROM_NAME, frontUrl: config.frontUrl, otherUrls: [config.publicUrl] }),
    passwords: bcryptPasswords(config.BCRYPT_ROUNDS),
    payments: openPayments(config, clock),
    pdf: pdfkitPdf(),
    sso: openSso(config),
    vatRegister: config.VIES ? viesRegister() : null,
    zip: yazlZip(),
    // of the platform
    derived: derivedSecrets(secretFile(config.keysDir, 'derived-secrets.key')),
    measures: createMeasures(membersOf(modules, 'measures').flat()),
    limits: createRateLimits({ scale: config.RATE_LIMIT_SCALE, redisUrl: config.REDIS_URL }),
    personalData,
    retention,
    // of the domains
    vault: await openVault(config),
    emergencyKit: kitPlacesOf(config),
    auditKeys: openEpochKeys(config.keysDir),
    auditSigner: openSigner(config.keysDir),
    backups: openBackups(config),
    certificateKeys: openSigningKeys(config.keysDir, 'certificates'),
    mailer: createMailer(config),
    uploadSlots: new UploadSlots(),
    uploads: openUploads(config.keysDir),
    storageAllowance: membersOf(modules, 'storageAllowance')[0] ?? noAllowance,
    keyNeeds: membersOf(modules, 'keyNeed'),
    downloadUses: new DownloadUses(),
    downloadKey: secretFile(config.keysDir, 'downloads.key'),
    ...fileRules(membersOf(modules, 'fileAccess')),
    sellables: membersOf(modules, 'sellables'),
    priceItemUses: membersOf(modules, 'priceItemUse'),
    billables: billablesOf(membersOf(modules, 'billable')),
    terms: termsOf(membersOf(modules, 'terms')),
    conversationSources: conversationSourcesOf(membersOf(modules, 'conversationSource')),
  };
}

/** Nobody decides about the space of people: files have their own usual one. */
const noAllowance: StorageAllowance = () => Promise.resolve(undefined);

/** SendGrid when it has a key, a mail server when it has an address, else a folder. */
async function openMail(config: Config, clock: Clock): Promise<Pick<AppServices, 'mail' | 'mailbox'>> {
  if (config.SENDGRID_API_KEY !== undefined) {
    const { sendgridMail } = await import('./services/adapters/mail/sendgrid.ts');
    const eventsKey = config.SENDGRID_WEBHOOK_PUBLIC_KEY;
    return { mail: sendgridMail({ apiKey: config.SENDGRID_API_KEY, clock, eventsKey }), mailbox: null };
  }
  if (config.SMTP_URL !== undefined) {
    const requireTls = config.isProduction && !isThisMachine(config.SMTP_URL);
    return { mail: smtpMail({ url: config.SMTP_URL, clock, requireTls }), mailbox: null };
  }
  const folder = mailboxFolder({ folder: join(config.dataDir, 'mailbox'), clock });
  return { mail: folder, mailbox: folder };
}

export function createMailer(config: Config): Mailer {
  const parts = mailsOf(membersOf(modules, 'mails').flat());
  const renderer = mailRenderer(parts.mails, {
    brand: config.FROM_NAME,
    tagline: { fr: config.TAGLINE_FR, en: config.TAGLINE_EN },
    siteUrl: config.frontUrl,
    contactEmail: config.FROM_EMAIL,
    timeZone: config.TIME_ZONE,
  });
  const from = { email: config.FROM_EMAIL, name: config.FROM_NAME };
  return { ...parts, from, write: renderer.renderStored };
}

/** Twilio when it has a token, else a folder. */
function openSms(config: Config, clock: Clock): Pick<AppServices, 'sms' | 'smsFolder'> {
  const { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken } = config;
  const { TWILIO_PHONE_NUMBER: from, TWILIO_MESSAGING_SERVICE_SID: messagingServiceSid } = config;
  if (accountSid !== undefined && authToken !== undefined)
    return { sms: twilioSms({ accountSid, authToken, from, messagingServiceSid }), smsFolder: null };
  const folder = smsFolder({ folder: join(config.dataDir, 'sms'), clock });
  return { sms: folder, smsFolder: folder };
}

/** The providers of calendars; Google and Microsoft with a client of their own, or the one of signing in. */
function openCalendars(config: Config, clock: Clock): CalendarConnectors {
  const fetch = guardedFetch({ allowsThisMachine: config.CALENDARS_ON_THIS_MACHINE });
  const ownHost = new URL(config.publicUrl).hostname;
  const google = clientOf(
    [config.GOOGLE_CALENDAR_CLIENT_ID, config.GOOGLE_CALENDAR_CLIENT_SECRET],
    [config.GOOGLE_CLIENT_ID, config.GOOGLE_CLIENT_SECRET],
  );
  const microsoft = clientOf(
    [config.MICROSOFT_CALENDAR_CLIENT_ID, config.MICROSOFT_CALENDAR_CLIENT_SECRET],
    [config.MICROSOFT_CLIENT_ID, config.MICROSOFT_CLIENT_SECRET],
  );
  return {
    CALDAV: caldav({ fetch, clock, ownHost }),
    ICS: icsFeed({ fetch, ownHost }),
    ...(google && { GOOGLE: googleCalendars({ ...google, clock }) }),
    ...(microsoft && { MICROSOFT: microsoftCalendars({ ...microsoft, clock, tenant: config.MICROSOFT_TENANT }) }),
  };
}

type GivenClient = readonly [id: string | undefined, secret: string | undefined];

/** The first of the clients that is given. */
function clientOf(...clients: readonly GivenClient[]): { clientId: string; clientSecret: string } | undefined {
  const [[clientId, clientSecret] = []] = clients.filter(([id]) => id !== undefined);
  return clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret };
}

/** Where the sandbox remembers what was paid. */
export const sandboxFolder = ({ dataDir }: Config): string => join(dataDir, 'payment-sandbox');

/** The providers of payments, one line each; the first opens the pages of new payments. */
export const openPayments = (config: Config, clock: Clock): PaymentProviders =>
  paymentProviders(cardPayments(config, clock), ...mobileMoney(config));

/** Stripe with a key; without one the sandbox, which refuses to run in production. */
const cardPayments = (config: Config, clock: Clock): Able<'checkout'> =>
  config.STRIPE_SECRET_KEY === undefined || config.STRIPE_PUBLISHABLE_KEY === undefined
    ? sandboxPayments({
        directory: sandboxFolder(config),
        secret: secretFile(config.keysDir, 'payment-sandbox.key'),
        publicUrl: config.publicUrl,
        clock,
        isProduction: config.isProduction,
      })
    : stripePayments({
        secretKey: config.STRIPE_SECRET_KEY,
        publishableKey: config.STRIPE_PUBLISHABLE_KEY,
        webhookSecrets: config.STRIPE_WEBHOOK_SECRET,
        clock,
      });

/** FeexPay with its settings; without them a sandbox beside that of cards; neither in production without settings. */
function mobileMoney(config: Config): readonly Able<'push'>[] {
  const {
    FEEXPAY_TOKEN: token,
    FEEXPAY_SHOP: shop,
    FEEXPAY_WEBHOOK_SECRET: webhookSecret,
    FEEXPAY_NETWORKS: networks,
  } = config;
  if (token !== undefined && shop !== undefined && webhookSecret !== undefined && networks !== undefined)
    return [feexpayPayments({ token, shop, webhookSecret, networks })];
  if (config.isProduction || config.STRIPE_SECRET_KEY !== undefined) return [];
  return [
    sandboxMobileMoney({
      directory: join(sandboxFolder(config), 'pushes'),
      secret: secretFile(config.keysDir, 'payment-sandbox.key'),
      publicUrl: config.publicUrl,
      isProduction: config.isProduction,
    }),
  ];
}

const openAccessTokens = (config: Config): AccessTokens =>
  jwtAccessTokens({
    keys: config.JWT_SECRET === undefined ? fileSigningKeys(config.keysDir) : environmentSigningKey(config.JWT_SECRET),
    issuer: config.publicUrl,
    minutes: config.ACCESS_TOKEN_MINUTES,
  });

/** ClamAV’s server where its address is set. */
function openAntivirus({ CLAMD_URL, CLAMD_MAX_MEGABYTES, CLAMD_TIMEOUT_SECONDS }: Config): Antivirus | null {
  const address = clamdFrom(CLAMD_URL ?? '');
  if (address === undefined) return null;
  return clamdAntivirus({
    address,
    maxBytes: CLAMD_MAX_MEGABYTES * 1_048_576,
    wholeMs: CLAMD_TIMEOUT_SECONDS * 1_000,
  });
}

/** Each provider that has a client here; none without settings. */
function openSso(config: Config): SsoPort {
  const google = clientOf([config.GOOGLE_CLIENT_ID, config.GOOGLE_CLIENT_SECRET]);
  const microsoft = clientOf([config.MICROSOFT_CLIENT_ID, config.MICROSOFT_CLIENT_SECRET]);
  return openidSso({
    clients: {
      ...(google && { GOOGLE: { ...google, issuer: googleIssuer } }),
      ...(microsoft && { MICROSOFT: { ...microsoft, issuer: microsoftIssuer(config.MICROSOFT_TENANT) } }),
    },
  });
}
