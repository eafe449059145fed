import { z } from 'zod';
import { isServiceAddress } from '../config-faults.ts';
import { list, optional } from './values.ts';

/** Database, Redis, and which process runs jobs. */
export const databaseVariables = {
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
};
