import { z } from 'zod';
import { attachmentExtensions } from '../../kernel/attachment-extensions.ts';
import { mostProofBits } from '../../kernel/proof-of-work.ts';
import { isTimeZone } from '../../kernel/time-zone.ts';
import { placeFrom } from './places.ts';
import { flag, list, optional } from './values.ts';

/** Time zone, audit checkpoints, network limits, logs and quotas. */
export const operationVariables = {
  TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'not a time zone of the IANA database')
    .default('Europe/Paris')
    .describe('zone of local dates: invoice years, schedules'),
  BOOKING_STEP_MINUTES: z.coerce
    .number()
    .int()
    .min(5)
    .max(60)
    .multipleOf(5)
    .default(30)
    .describe('how long an appointment lasts is a multiple of so many minutes, itself a multiple of 5'),
  CONSULTATION_OFFERING: z
    .uuid()
    .optional()
    .describe(
      'id of the offering that is booked as a consultation before an order; default: the first one of the business that is free, waits for an answer and counts working days',
    ),
  AUDIT_CHECKPOINT_FILE: optional.describe(
    'file of the audit log’s checkpoints, append-only; better on another disk; default journal-checkpoints.jsonl in KEYS_DIR',
  ),
  AUDIT_CHECKPOINT_EMAIL: z
    .email()
    .optional()
    .describe('address that audit checkpoints are mailed to, hourly at most; default: they are written to the log'),
  ATTACHMENT_TYPES: z
    .string()
    .default('gif,mp3,zip')
    .transform((text) =>
      text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(z.enum(attachmentExtensions)))
    .describe(
      'what messages take beside documents and images, comma-separated: gif, mp3, wav, mp4, avi, zip, rar; stored as they are, never unfolded; empty for none',
    ),
  UNREAD_MAIL_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(86_400)
    .default(120)
    .describe('how long people have to read a message before it is mailed to them'),
  FORM_PROOF_BITS: z.coerce
    .number()
    .int()
    .min(0)
    .max(mostProofBits)
    .default(18)
    .describe(
      'work that a browser does before a public form is taken, in zero bits of a SHA-256: each more doubles it; raised by itself while many forms come; 0 for none',
    ),
  CORS_ORIGINS: list.describe(
    'exact origins of front-ends, comma-separated, such as https://www.example.org; in development, every http://localhost:* and http://127.0.0.1:* as well',
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
      'connections that one address may have open at a time, and, behind a trusted proxy, concurrent requests of one client',
    ),
  STOP_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(900)
    .default(7)
    .describe('how long requests and uploads under way may take once the server is stopping; then they are cut'),
  GRAPHQL_PUBLIC: flag.describe('1 opens introspection to everyone (default: development, and admins in production)'),
  REGISTERED_OPERATIONS_FILE: optional.describe(
    'JSON file of a front-end’s own operations, which it may then send by their SHA-256: the manifest of Apollo’s generate-persisted-query-manifest, or an object of hashes and texts; those of sdk/operations are always known',
  ),
  REGISTERED_ONLY: flag.describe(
    '1 refuses every operation that is neither in sdk/operations nor in REGISTERED_OPERATIONS_FILE, except to admins',
  ),
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
  ARCHIVE_MAX_UPLOAD_BYTES: z.coerce
    .number()
    .int()
    .min(1)
    .max(64 * 2 ** 30)
    .default(2 * 2 ** 30)
    .describe('largest file that is uploaded to a cabinet in resumable steps (`/uploads`), in bytes; 64 GiB at most'),
  BACKUP_TARGETS: list
    .refine((urls) => urls.length <= 3, 'three targets at most')
    .refine(
      (urls) => urls.every((url) => placeFrom(url) !== undefined && url !== 'file:/'),
      'each is an address like file:/mnt/other-disk/atelier or s3://bucket/prefix?endpoint=https://…&region=…&lock=governance',
    )
    .describe(
      'where backups are written, up to three, comma-separated: file:/mnt/other-disk/atelier, s3://bucket/prefix?endpoint=https://…&region=… (credentials as the AWS SDK looks for them; lock=governance or lock=compliance locks each backup in a bucket with Object Lock for as long as it is protected); better not on the disk of DATA_DIR; default a folder beside DATA_DIR, named like it with -backups behind',
    ),
  BACKUP_BEFORE_MIGRATION: z
    .enum(['0', '1'])
    .default('1')
    .transform((text) => text === '1')
    .describe('0 migrates a database of an earlier release without a backup before; each start makes one otherwise'),
  BACKUP_PROTECTED_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_650)
    .default(1)
    .describe('days in which nobody can delete a new backup; those that are there keep what they were given'),
  LOW_DISK_MEGABYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(512)
    .describe('free space, on the disks of files, mails and keys, below which /health reports degraded'),
  TURNAROUND_WORKING_DAYS: z.coerce
    .number()
    .int()
    .min(1)
    .max(250)
    .default(10)
    .describe('working days to deliver an order in, where its price does not say how many'),
  CALENDARS_ON_THIS_MACHINE: flag.describe(
    '1 lets calendars be read from this machine, for development and tests; never in production',
  ),
  DEMO_MODE: flag.describe(
    '1 fills an empty database with a year of invented orders and marks what is made as the demo’s, which `demo:reset` begins anew; only with the payment sandbox, never in production',
  ),
  BCRYPT_ROUNDS: z.coerce
    .number()
    .int()
    .min(4)
    .max(15)
    .default(12)
    .describe('cost of password hashes; 12 or more in production'),
};
