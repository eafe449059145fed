import { CabinetActivityLiveResolver } from './cabinet-activity.live.resolver.ts';
import { CabinetMembersResolver } from './cabinet-members.resolver.ts';
import { CabinetResolver } from './cabinet.resolver.ts';
import { CustomFieldResolver } from './custom-field.resolver.ts';
import { ArchiveDashboardResolver } from './dashboard.resolver.ts';
import { DestructionResolver } from './destruction.resolver.ts';
import { DocumentFieldsResolver } from './document-fields.resolver.ts';
import { DocumentListsResolver } from './document-lists.resolver.ts';
import { DocumentRunResolver } from './document-run.resolver.ts';
import { DocumentVersionResolver } from './document-version.resolver.ts';
import { DocumentResolver } from './document.resolver.ts';
import { FolderResolver } from './folder.resolver.ts';
import { RetentionResolver } from './retention.resolver.ts';
import { UploadResolver } from './upload.resolver.ts';
import { WordsResolver } from './words.resolver.ts';

/** Cabinets, their documents, and what is kept and destroyed of them. */
export const archiveResolvers = [
  ArchiveDashboardResolver,
  CabinetActivityLiveResolver,
  CabinetMembersResolver,
  CabinetResolver,
  CustomFieldResolver,
  DestructionResolver,
  DocumentFieldsResolver,
  DocumentListsResolver,
  DocumentResolver,
  DocumentRunResolver,
  DocumentVersionResolver,
  FolderResolver,
  RetentionResolver,
  UploadResolver,
  WordsResolver,
] as const;
