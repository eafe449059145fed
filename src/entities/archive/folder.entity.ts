import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, folded, identifier, instant } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { Cabinet } from './cabinet.entity.ts';

export const folderStatuses = ['ACTIVE', 'TRASHED'] as const;
export type FolderStatus = (typeof folderStatuses)[number];

/**
 * A folder of a cabinet, in a tree up to 20 deep. Owned by the cabinet; seen by its members, but for those whom a restriction keeps out:
 * for them it does not exist. Goes with the cabinet, or once it was in the trash and nothing is left in it.
 */
export const Folder = defineEntity({
  name: 'Folder',
  tableName: 'folder',
  properties: {
    ...base(),
    cabinet: () => p.manyToOne(Cabinet).lazyRef().deleteRule('cascade'),
    /** The folder it is in; null at the top of the cabinet. */
    parentId: identifier().strictNullable().default(null),
    name: p.string().length(255),
    nameFolded: folded<{ name: string }>(510, ({ name }) => name),
    /** `nameKey` of where it is and its name. */
    nameKey: p.string().length(64),
    /** True while its name is taken; null in the trash, where names are free. */
    isNamed: p.boolean().strictNullable().default(true),
    status: p.enum(folderStatuses).default('ACTIVE'),
    trashedAt: instant().strictNullable().default(null),
    /** The folder that it was put into the trash with, itself included; null for one that is not there. */
    trashedWith: identifier().strictNullable().default(null).index(),
    createdBy: identifier().strictNullable().default(null),
  },
  uniques: [{ properties: ['nameKey', 'isNamed'] }],
  indexes: [
    { properties: ['cabinet', 'parentId', 'status', 'nameFolded', 'id'] },
    { properties: ['parentId', 'status'] },
  ],
});
export type Folder = InferEntity<typeof Folder>;

/** What a restriction leaves a member at most in a folder, the least first. */
export const restrictionLevels = ['NONE', 'READER', 'CONTRIBUTOR'] as const;
export type RestrictionLevel = (typeof restrictionLevels)[number];

/**
 * What a member may do at most in a folder and in all that is in it: it only takes away. Owned and seen by the managers of the cabinet.
 * Goes with the folder, or with the account.
 */
export const FolderRestriction = defineEntity({
  name: 'FolderRestriction',
  tableName: 'folder_restriction',
  properties: {
    ...base(),
    folder: () => p.manyToOne(Folder).lazyRef().deleteRule('cascade'),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    most: p.enum(restrictionLevels),
    setBy: identifier().strictNullable().default(null),
  },
  uniques: [{ properties: ['folder', 'user'] }],
});
export type FolderRestriction = InferEntity<typeof FolderRestriction>;
