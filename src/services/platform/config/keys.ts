import { z } from 'zod';
import { optional } from './values.ts';

/** Master key, token secrets and the lifetimes of tokens. */
export const keysVariables = {
  KEYS_DIR: z
    .string()
    .default('.keys')
    .describe('directory of the master keys and token secrets; must be outside DATA_DIR and outside backups'),
  MASTER_KEY: optional.describe('master key, 32 bytes in base64; default a key file made in KEYS_DIR at first start'),
  KEY_PROVIDER: z
    .enum(['LOCAL', 'AWS_KMS', 'AZURE_KEY_VAULT'])
    .default('LOCAL')
    .describe(
      'who holds a master key that is made from now on (the first start, keys:rotate): LOCAL in KEYS_DIR, AWS_KMS or AZURE_KEY_VAULT; keys made before go on being used where they are',
    ),
  KMS_KEY_ID: optional.describe(
    'AWS KMS: ARN, id or alias of a symmetric key; region and credentials as the AWS SDK looks for them (AWS_REGION, AWS_ACCESS_KEY_ID …)',
  ),
  AZURE_KEY_ID: z
    .url()
    .regex(/^https:\/\/[^/]+\/keys\/[^/]+$/, 'must be https://<vault>/keys/<name>, without version')
    .optional()
    .describe('Azure Key Vault: address of an RSA key, https://<vault>.vault.azure.net/keys/<name>'),
  AZURE_TENANT_ID: optional.describe('Azure: tenant of the application that may use the key'),
  AZURE_CLIENT_ID: optional.describe('Azure: its id; without one, the managed identity of the machine'),
  AZURE_CLIENT_SECRET: optional.describe('Azure: its secret'),
  IDENTITY_ENDPOINT: z
    .url()
    .optional()
    .describe('Azure: where the machine asks for its managed identity; App Service sets it, elsewhere the usual one'),
  IDENTITY_HEADER: optional.describe('Azure: what App Service asks for with it'),
  JWT_SECRET: optional.describe(
    'secret of access tokens, 32 bytes or more; default one made in KEYS_DIR at first start',
  ),
  ACCESS_TOKEN_MINUTES: z.coerce.number().int().min(1).max(60).default(30).describe('lifetime of an access token'),
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
};
