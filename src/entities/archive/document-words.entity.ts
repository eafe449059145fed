import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, folded } from '../base.ts';
import { Cabinet, cabinetColours } from './cabinet.entity.ts';

/** What a time of keeping counts from. */
export const keepingStarts = ['DOCUMENT_DATE', 'ADDED_AT', 'EVENT'] as const;
export type KeepingStart = (typeof keepingStarts)[number];

/** What comes after it: people decide, or it is destroyed after a notice. */
export const keepingEnds = ['REVIEW', 'DESTROY'] as const;
export type KeepingEnd = (typeof keepingEnds)[number];

const word = (longest: number) => ({
  ...base(),
  cabinet: () => p.manyToOne(Cabinet).lazyRef().deleteRule('cascade'),
  name: p.string().length(longest),
  nameFolded: folded<{ name: string }>(longest * 2, ({ name }) => name),
  /** `nameKey` of its cabinet and its name. */
  nameKey: p.string().length(64).unique(),
});

/** A kind of document of a cabinet, and how long such a document is kept. Owned by the cabinet's managers; seen by its members; goes with it. */
export const DocumentType = defineEntity({
  name: 'DocumentType',
  tableName: 'document_type',
  properties: {
    ...word(120),
    /** Null: kept for no time. */
    keepMonths: p.integer().strictNullable().default(null),
    since: p.enum(keepingStarts).default('DOCUMENT_DATE'),
    then: p.enum(keepingEnds).fieldName('then_do').default('REVIEW'),
    /** The law that asks for it, as people read it. */
    ground: p.string().length(255).strictNullable().default(null),
  },
  checks: [{ name: 'document_type_check_1', expression: 'keep_months is null or keep_months between 1 and 1200' }],
  indexes: [{ properties: ['cabinet', 'nameFolded', 'id'] }],
});
export type DocumentType = InferEntity<typeof DocumentType>;

/** Whom the documents of a cabinet are from or to. Owned by the cabinet; seen by its members; goes with it. */
export const Correspondent = defineEntity({
  name: 'Correspondent',
  tableName: 'correspondent',
  properties: word(120),
  indexes: [{ properties: ['cabinet', 'nameFolded', 'id'] }],
});
export type Correspondent = InferEntity<typeof Correspondent>;

/** A word that documents of a cabinet are found by. Owned by the cabinet; seen by its members; goes with it. */
export const Tag = defineEntity({
  name: 'Tag',
  tableName: 'tag',
  properties: { ...word(60), colour: p.enum(cabinetColours).default('GREY') },
  indexes: [{ properties: ['cabinet', 'nameFolded', 'id'] }],
});
export type Tag = InferEntity<typeof Tag>;

export const customFieldKinds = ['TEXT', 'NUMBER', 'DATE', 'MONEY', 'CHOICE', 'BOOLEAN'] as const;
export type CustomFieldKind = (typeof customFieldKinds)[number];

/** A value that the documents of a cabinet may have. Owned by the cabinet's managers; seen by its members; goes with it. */
export const CustomField = defineEntity({
  name: 'CustomField',
  tableName: 'custom_field',
  properties: {
    ...word(60),
    kind: p.enum(customFieldKinds),
    /** Of a CHOICE; empty for the others. */
    choices: p.json<readonly string[]>(),
    position: p.integer().default(0),
  },
  indexes: [{ properties: ['cabinet', 'position', 'id'] }],
});
export type CustomField = InferEntity<typeof CustomField>;
