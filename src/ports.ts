import { join } from 'node:path';
import { openMail } from './mailer.ts';
import { openSms } from './sms-sender.ts';
import { downloadAction, fileHolds, fileReaders } from './file-rules.ts';
import { personalData } from './personal-data.ts';
import { retention } from './retention.ts';
import { jwtAccessTokens } from './services/adapters/access-tokens/jsonwebtoken.ts';
import { environmentSigningKey, fileSigningKeys } from './services/adapters/access-tokens/key-ring.ts';
import type { AccessTokens } from './services/adapters/access-tokens/port.ts';
import { environmentKeys } from './services/adapters/keys/environment-keys.ts';
import { localKeyRegister } from './services/adapters/keys/key-register.ts';
import { localKeyFile } from './services/adapters/keys/local-key-file.ts';
import { webauthnPasskeys } from './services/adapters/passkeys/simplewebauthn.ts';
import { bcryptPasswords } from './services/adapters/passwords/bcrypt.ts';
import { paymentProviders, type PaymentProviders } from './services/adapters/payments/port.ts';
import { sandboxPayments } from './services/adapters/payments/sandbox/sandbox.ts';
import { stripePayments } from './services/adapters/payments/stripe/stripe.ts';
import { pdfkitPdf } from './services/adapters/pdf/pdfkit.ts';
import { googleIssuer, microsoftIssuer, openidSso, type SsoClient } from './services/adapters/sso/openid-client.ts';
import type { SsoPort } from './services/adapters/sso/port.ts';
import { localDisk } from './services/adapters/storage/local-disk.ts';
import { openEpochKeys, openSigner } from './services/audit/index.ts';
import { yazlZip } from './services/adapters/zip/yazl.ts';
import { DownloadUses, UploadSlots } from './services/files/index.ts';
import { conversationAboutOrder } from './services/orders/index.ts';
import type { Clock } from './services/kernel/clock.ts';
import type { Config } from './services/platform/config.ts';
import { derivedSecrets } from './services/platform/derived-secrets.ts';
import type { FileQuestion, Ports } from './services/platform/ports.ts';
import { createRateLimits } from './services/platform/rate-limits.ts';
import { secretFile } from './services/platform/secrets.ts';
import { createVault, loadKeyRing, type KeyStore, type Vault } from './services/vault/index.ts';

/** Which adapter stands behind each port. Part of the composition root. */
export async function openPorts(config: Config, clock: Clock): Promise<Ports> {
  return {
    vault: await openVault(config),
    uploadSlots: new UploadSlots(),
    downloadUses: new DownloadUses(),
    mayReadFile: anyOf(fileReaders),
    isFileHeld: anyOf(fileHolds),
    downloadAction,
    downloadKey: secretFile(config.keysDir, 'downloads.key'),
    auditKeys: openEpochKeys(config.keysDir),
    auditSigner: openSigner(config.keysDir),
    pdf: pdfkitPdf(),
    payments: openPayments(config, clock),
    ...openMail(config, clock),
    ...openSms(config, clock),
    conversationSources: { ORDER: conversationAboutOrder },
    passwords: bcryptPasswords(config.BCRYPT_ROUNDS),
    accessTokens: openAccessTokens(config),
    sso: openSso(config),
    passkeys: webauthnPasskeys({ name: config.FROM_NAME, frontUrl: config.frontUrl, otherUrls: [config.publicUrl] }),
    derived: derivedSecrets(secretFile(config.keysDir, 'derived-secrets.key')),
    limits: createRateLimits({ scale: config.RATE_LIMIT_SCALE, redisUrl: config.REDIS_URL }),
    personalData,
    retention,
    zip: yazlZip(),
  };
}

/** Stripe with a key; without one the sandbox, which refuses to run in production. */
const openPayments = (config: Config, clock: Clock): PaymentProviders =>
  paymentProviders(
    config.STRIPE_SECRET_KEY === undefined
      ? sandboxPayments({
          directory: join(config.dataDir, 'payment-sandbox'),
          secret: secretFile(config.keysDir, 'payment-sandbox.key'),
          publicUrl: config.publicUrl,
          clock,
          isProduction: config.isProduction,
        })
      : stripePayments({ secretKey: config.STRIPE_SECRET_KEY, webhookSecrets: config.STRIPE_WEBHOOK_SECRET, clock }),
  );

/** Where the master keys are: the environment, or a file of their own outside the data. */
export const keyStoreOf = (config: Config): KeyStore => ({
  source:
    config.MASTER_KEY === undefined
      ? localKeyFile({ path: join(config.keysDir, 'master-keys.json'), dataDir: config.dataDir })
      : environmentKeys(config.MASTER_KEY),
  register: localKeyRegister(config.dataDir),
});

const openAccessTokens = (config: Config): AccessTokens =>
  jwtAccessTokens({
    keys: config.JWT_SECRET === undefined ? fileSigningKeys(config.keysDir) : environmentSigningKey(config.JWT_SECRET),
    issuer: config.publicUrl,
    minutes: config.ACCESS_TOKEN_MINUTES,
  });

/** Each provider that has a client here; none without settings. */
function openSso(config: Config): SsoPort {
  const client = (
    clientId: string | undefined,
    clientSecret: string | undefined,
    issuer: string,
  ): SsoClient | undefined =>
    clientId === undefined || clientSecret === undefined ? undefined : { clientId, clientSecret, issuer };
  const google = client(config.GOOGLE_CLIENT_ID, config.GOOGLE_CLIENT_SECRET, googleIssuer);
  const microsoft = client(
    config.MICROSOFT_CLIENT_ID,
    config.MICROSOFT_CLIENT_SECRET,
    microsoftIssuer(config.MICROSOFT_TENANT),
  );
  return openidSso({ clients: { ...(google && { GOOGLE: google }), ...(microsoft && { MICROSOFT: microsoft }) } });
}

const keyWatchMs = 1_000;

async function openVault(config: Config): Promise<Vault> {
  const store = keyStoreOf(config);
  let ring = await loadKeyRing(store);
  // A rotation run as a command adds a key that this process has not read yet.
  const watch = setInterval(
    () =>
      void loadKeyRing(store).then(
        (fresh) => {
          ring = fresh;
        },
        () => undefined,
      ),
    keyWatchMs,
  );
  watch.unref();
  return createVault(await localDisk(join(config.dataDir, 'files')), () => ring);
}

const anyOf =
  (questions: readonly FileQuestion[]): FileQuestion =>
  async (ctx, fileId) => {
    for (const question of questions) if (await question(ctx, fileId)) return true;
    return false;
  };
