import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { DocumentType } from '../../../entities/archive/document-words.entity.ts';
import type { Document } from '../../../entities/archive/document.entity.ts';
import type { Tx } from '../../platform/context.ts';

/** Gives a document a type, or none: what the list is ordered by goes with it. */
export function setType(document: Document, type: DocumentType | null): void {
  document.type = type;
  document.typeFolded = type?.nameFolded ?? '';
}

/** A document that comes without a type has the cabinet's, if there is one. */
export async function setDefaultType({ em }: Tx<'em'>, cabinet: Cabinet, document: Document): Promise<void> {
  if (cabinet.defaultTypeId === null) return;
  setType(document, await em.findOne(DocumentType, { id: cabinet.defaultTypeId, cabinet }));
}
