import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { ServiceAccount } from '../identity/service-account.entity.ts';
import { User } from '../identity/user.entity.ts';
import { Cabinet } from './cabinet.entity.ts';

/** Roles in a cabinet (decision D2), the least first. */
export const cabinetRoles = ['READER', 'CONTRIBUTOR', 'MANAGER'] as const;
export type CabinetRole = (typeof cabinetRoles)[number];

/**
 * A place in a cabinet: of a person, of a program, or of an address that was invited. Owned by the managers of
 * the cabinet; seen by its members and by admins. Deleted when it ends, or with the account.
 */
export const CabinetMember = defineEntity({
  name: 'CabinetMember',
  tableName: 'cabinet_member',
  properties: {
    ...base(),
    cabinet: () => p.manyToOne(Cabinet).lazyRef().deleteRule('cascade'),
    /** Null for a program, and for an address that was invited. */
    user: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('cascade').default(null),
    program: () => p.manyToOne(ServiceAccount).lazyRef().strictNullable().deleteRule('cascade').default(null),
    /** The address that was invited; null once its account took the place. */
    email: p.string().length(255).strictNullable().default(null).index(),
    role: p.enum(cabinetRoles),
    /** Who gave it: the id of a person. */
    grantedBy: identifier().strictNullable().default(null),
    /** When the place ends; for an address, until when it waits. */
    expiresAt: instant().strictNullable().default(null).index(),
    /** An admin who opened the cabinet for an hour: beside the place that they may have. */
    isEntry: p.boolean().default(false),
    /** Why an admin entered. */
    reason: p.text().strictNullable().default(null),
  },
  uniques: [
    { properties: ['cabinet', 'user', 'isEntry'] },
    { properties: ['cabinet', 'program'] },
    { properties: ['cabinet', 'email'] },
  ],
  indexes: [{ properties: ['user', 'cabinet', 'role'] }, { properties: ['cabinet', 'createdAt', 'id'] }],
});
export type CabinetMember = InferEntity<typeof CabinetMember>;
