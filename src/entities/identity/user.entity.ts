import { defineEntity, p, type InferEntity, type Opt } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { userRoles, type PermissionSet } from '../../services/kernel/roles.ts';
import { base, demoMark, folded, identifier, instant } from '../base.ts';

/** PENDING: registered, address not yet proven. ERASED: pseudonymised, kept only for what the law keeps. */
export const userStatuses = ['PENDING', 'ACTIVE', 'SUSPENDED', 'ERASED'] as const;
export type UserStatus = (typeof userStatuses)[number];

interface Named {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
}

const UserSchema = defineEntity({
  name: 'User',
  tableName: 'user',
  properties: {
    ...base(),
    /** Lower-cased when written. */
    email: p.string().length(255).unique(),
    /** Null for somebody who has never chosen one: they sign in by a provider or a passkey. */
    passwordHash: p.string().length(100).hidden().strictNullable().default(null),
    firstName: p.string().length(50),
    lastName: p.string().length(50),
    /** The names as people sort them, and with the address as people search them: by `foldText`, written with the names. */
    firstNameKey: folded(100, ({ firstName }: Named) => firstName),
    lastNameKey: folded(100, ({ lastName }: Named) => lastName),
    searchText: folded(500, ({ firstName, lastName, email }: Named) => `${firstName} ${lastName} ${email}`),
    role: p.enum(userRoles).default('CUSTOMER'),
    status: p.enum(userStatuses).default('PENDING'),
    locale: p.enum(locales).default('fr'),
    phone: p.string().length(20).strictNullable().default(null),
    address: p.text().strictNullable().default(null),
    /** What they say of themself. */
    bio: p.text().strictNullable().default(null),
    /** Their picture, a stored file of theirs. */
    avatarFileId: identifier().strictNullable().default(null).index(),
    /** As `services/identity/account/preferences.ts` reads them; null until they choose. */
    preferences: p.json<Record<string, unknown>>().strictNullable().default(null),
    activatedAt: instant().strictNullable().default(null),
    /** When an admin invited them; null for those who registered by themselves. */
    invitedAt: instant().strictNullable().default(null),
    /** What they may do beside what their role may; null for nothing. */
    permissionSets: p.json<PermissionSet[]>().strictNullable().default(null),
    /** When the person was pseudonymised; null before. */
    erasedAt: instant().strictNullable().default(null),
    /** Raised when every session must end: role change, suspension, password change. */
    sessionVersion: p.integer().default(1),
    /** Raised with the password; tokens mailed before are void. */
    passwordVersion: p.integer().default(1),
    isDemo: demoMark(),
  },
  indexes: [
    { properties: ['createdAt', 'id'] },
    { properties: ['role', 'createdAt', 'id'] },
    { properties: ['status', 'createdAt', 'id'] },
    { properties: ['lastNameKey', 'firstNameKey', 'id'] },
  ],
});

/**
 * A person with an account. Owned by themself; seen by themself, by those they work with (name only) and by admins;
 * pseudonymised on erasure, never deleted while an invoice names them.
 */
class UserClass extends UserSchema.class {
  get displayName(): Opt<string> {
    return `${this.firstName} ${this.lastName}`;
  }
}
UserSchema.setClass(UserClass);

export const User = UserSchema;
export type User = InferEntity<typeof UserSchema>;
