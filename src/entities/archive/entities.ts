import { CabinetMember } from './cabinet-member.entity.ts';
import { Cabinet } from './cabinet.entity.ts';
import { DocumentVersion } from './document-version.entity.ts';
import { Correspondent, CustomField, DocumentType, Tag } from './document-words.entity.ts';
import { Document, DocumentTag, Favourite } from './document.entity.ts';
import { Folder, FolderRestriction } from './folder.entity.ts';

/** The entities of the archive. */
export const archiveEntities = [
  Cabinet,
  CabinetMember,
  Correspondent,
  CustomField,
  Document,
  DocumentTag,
  DocumentType,
  DocumentVersion,
  Favourite,
  Folder,
  FolderRestriction,
  Tag,
] as const;
