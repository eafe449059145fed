import { z } from 'zod';
import { isPlaceOfFiles } from './places.ts';

/** Where the server listens, and where it stores its files. */
export const serverVariables = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'])
    .default('development')
    .describe(
      'production turns off the sandbox and the mailbox page, and reserves the playground and `/mailbox/gallery` for admins',
    ),
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
  STORAGE_URL: z
    .string()
    .refine(isPlaceOfFiles, 'must be file:/folder or s3://bucket/prefix?endpoint=…&region=…')
    .optional()
    .describe(
      'where sealed files are stored: file:/folder or s3://bucket/prefix?endpoint=https://…&region=… (credentials as the AWS SDK looks for them); default the folder files in DATA_DIR',
    ),
  ENV_FILE: z
    .string()
    .default('.env')
    .describe(
      'file of settings read in development, and by `npm start` everywhere; the environment wins; none reads no file',
    ),
};
