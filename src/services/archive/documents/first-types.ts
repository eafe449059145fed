import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { DocumentType, type KeepingStart } from '../../../entities/archive/document-words.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { nameKey } from '../name-key.ts';

interface FirstType {
  readonly name: string;
  readonly keepMonths: number | null;
  readonly since?: KeepingStart;
  readonly ground: string | null;
}

/** What a new cabinet begins with: the terms of French law. Its managers change them as they like. */
export const firstTypes: readonly FirstType[] = [
  { name: 'Facture', keepMonths: 120, ground: 'Code de commerce, art. L123-22' },
  { name: 'Livre comptable', keepMonths: 120, ground: 'Code de commerce, art. L123-22' },
  { name: 'Bulletin de paie (employeur)', keepMonths: 60, ground: 'Code du travail, art. L3243-4' },
  { name: 'Contrat', keepMonths: 60, since: 'EVENT', ground: 'Code civil, art. 2224' },
  { name: 'Relevé bancaire', keepMonths: 60, ground: 'Code civil, art. 2224' },
  { name: 'Assurance de travaux', keepMonths: 120, ground: 'Code civil, art. 1792-4-1' },
  { name: 'Autre', keepMonths: null, ground: null },
];

export function addFirstTypes({ em }: Tx<'em'>, cabinet: Cabinet): void {
  for (const type of firstTypes) em.create(DocumentType, { ...type, cabinet, nameKey: nameKey(cabinet.id, type.name) });
}
