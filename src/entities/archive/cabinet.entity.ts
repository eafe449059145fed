import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, folded, identifier, instant, wholeNumber } from '../base.ts';
import { User } from '../identity/user.entity.ts';

export const cabinetStatuses = ['ACTIVE', 'ARCHIVED', 'DELETING', 'DESTROYED'] as const;
export type CabinetStatus = (typeof cabinetStatuses)[number];

export const cabinetColours = ['GREY', 'RED', 'ORANGE', 'YELLOW', 'GREEN', 'TEAL', 'BLUE', 'PURPLE'] as const;
export type CabinetColour = (typeof cabinetColours)[number];

/**
 * A cabinet of sealed documents. Owned by the person whose plan it counts against; seen by its members and, without its documents, by
 * admins. Deleted, it waits 30 days; then its contents are destroyed, and the row remains with the certificate.
 */
export const Cabinet = defineEntity({
  name: 'Cabinet',
  tableName: 'cabinet',
  properties: {
    ...base(),
    owner: () => p.manyToOne(User).lazyRef().deleteRule('restrict'),
    name: p.string().length(120),
    nameFolded: folded<{ name: string }>(240, ({ name }) => name),
    /** `nameKey` of its owner and its name: unique while it lives, null once it is destroyed. */
    nameKey: p.string().length(64).strictNullable().unique(),
    description: p.text().strictNullable().default(null),
    colour: p.enum(cabinetColours).default('GREY'),
    status: p.enum(cabinetStatuses).default('ACTIVE'),
    /** Bytes; null for what the plan of its owner leaves. */
    storageLimit: wholeNumber().strictNullable().default(null),
    /** Did an admin set the limit, whatever the plan leaves? */
    isAbovePlan: p.boolean().default(false),
    /** How many days the trash keeps a document. */
    trashDays: p.integer().default(30),
    /** The type of a document that is added without one. */
    defaultTypeId: identifier().strictNullable().default(null),
    /** May contributors make share links? */
    sharesByContributors: p.boolean().default(false),
    /** Documents that are not purged, those in the trash among them. */
    documentCount: p.integer().default(0),
    folderCount: p.integer().default(0),
    /** Plain bytes of all versions. */
    usedBytes: wholeNumber().default(0),
    /** Plain bytes of uploads that are under way. */
    reservedBytes: wholeNumber().default(0),
    /** The share of its space, in percent, that its managers were last notified of: 80, 95, 100; 0 for none. */
    quotaMark: p.integer().default(0),
    /** When it was deleted, to be destroyed 30 days later. */
    deletedAt: instant().strictNullable().default(null),
    destroyedAt: instant().strictNullable().default(null),
  },
  checks: [
    { name: 'cabinet_check_1', expression: 'trash_days between 1 and 365' },
    { name: 'cabinet_check_2', expression: 'used_bytes >= 0 and reserved_bytes >= 0 and document_count >= 0' },
  ],
  indexes: [
    { properties: ['nameFolded', 'id'] },
    { properties: ['createdAt', 'id'] },
    { properties: ['status', 'deletedAt'] },
  ],
});
export type Cabinet = InferEntity<typeof Cabinet>;
