import { z } from 'zod';
import { optional } from './values.ts';

/** Master key, token secrets and the lifetimes of tokens. */
export const keysVariables = {
  KEYS_DIR: z
    .string()
    .default('.keys')
    .describe('directory of the master keys and token secrets; must be outside DATA_DIR and outside backups'),
  MASTER_KEY: optional.describe('master key, 32 bytes in base64; default a key file made in KEYS_DIR at first start'),
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
