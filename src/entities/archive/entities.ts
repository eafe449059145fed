import { CabinetMember } from './cabinet-member.entity.ts';
import { Cabinet } from './cabinet.entity.ts';
import { DestructionCertificate } from './destruction-certificate.entity.ts';
import { DocumentVersion } from './document-version.entity.ts';
import { Correspondent, CustomField, DocumentType, Tag } from './document-words.entity.ts';
import { DocumentRun, DocumentRunContent, DocumentRunItem } from './document-run.entity.ts';
import { Document, DocumentTag, Favourite } from './document.entity.ts';
import { Folder, FolderRestriction } from './folder.entity.ts';
import { UploadReceipt } from './upload-receipt.entity.ts';
import { UploadSegment, UploadSession } from './upload-session.entity.ts';
import { RetentionChange } from './retention-change.entity.ts';

/** The entities of the archive. */
export const archiveEntities = [
  Cabinet,
  CabinetMember,
  Correspondent,
  CustomField,
  DestructionCertificate,
  Document,
  DocumentRun,
  DocumentRunContent,
  DocumentRunItem,
  DocumentTag,
  DocumentType,
  DocumentVersion,
  Favourite,
  Folder,
  FolderRestriction,
  RetentionChange,
  Tag,
  UploadReceipt,
  UploadSegment,
  UploadSession,
] as const;
