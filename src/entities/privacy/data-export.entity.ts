import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { base, instant } from '../base.ts';
import { StoredFile } from '../files/stored-file.entity.ts';
import { User } from '../identity/user.entity.ts';

export const exportFormats = ['JSON', 'CSV', 'ZIP'] as const;
export type ExportFormat = (typeof exportFormats)[number];
/** FETCHED and EXPIRED: the file and its key are gone. */
export const exportStatuses = ['PENDING', 'RUNNING', 'READY', 'FETCHED', 'EXPIRED', 'FAILED'] as const;
export type ExportStatus = (typeof exportStatuses)[number];

/**
 * A copy of a person's data on its way to them: sealed, fetched once by a mailed link, gone a day later. Owned and seen by
 * its person, or by whoever proved the address it is mailed to; dies 30 days after it was asked for.
 */
export const DataExport = defineEntity({
  name: 'DataExport',
  tableName: 'data_export',
  properties: {
    ...base(),
    /** Null for who has no account. */
    user: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('cascade').default(null),
    /** Where the link goes when nobody has an account there; null otherwise, and once the copy has ended. */
    email: p.string().length(255).strictNullable().default(null),
    format: p.enum(exportFormats),
    locale: p.enum(locales).default('fr'),
    status: p.enum(exportStatuses).default('PENDING'),
    /** Percent. */
    progress: p.integer().default(0),
    /** Fingerprint of the secret in the link; the secret is stored nowhere. */
    tokenHash: p.string().length(64).strictNullable().default(null).unique(),
    readyAt: instant().strictNullable().default(null),
    expiresAt: instant().strictNullable().default(null),
    usedAt: instant().strictNullable().default(null),
    file: () => p.manyToOne(StoredFile).lazyRef().strictNullable().deleteRule('set null').default(null),
  },
  indexes: [{ properties: ['user', 'createdAt', 'id'] }, { properties: ['status', 'expiresAt'] }],
});
export type DataExport = InferEntity<typeof DataExport>;
