import { registerEnumType } from 'type-graphql';
import { cabinetRoles } from '../../entities/archive/cabinet-member.entity.ts';
import { cabinetColours, cabinetStatuses } from '../../entities/archive/cabinet.entity.ts';
import { versionOrigins } from '../../entities/archive/document-version.entity.ts';
import { customFieldKinds, keepingEnds, keepingStarts } from '../../entities/archive/document-words.entity.ts';
import { bulkDocumentActions, documentStatuses, nameClashAnswers } from '../../entities/archive/document.entity.ts';
import { folderStatuses, restrictionLevels } from '../../entities/archive/folder.entity.ts';
import { enumOf } from '../shared/enum-of.ts';

export const CabinetStateEnum = enumOf(cabinetStatuses);
registerEnumType(CabinetStateEnum, {
  name: 'CabinetState',
  description: 'How a cabinet is.',
  valuesConfig: {
    ACTIVE: { description: 'In use.' },
    ARCHIVED: { description: 'It is read, and does not change.' },
    DELETING: { description: 'Deleted: destroyed 30 days later, unless a manager keeps it.' },
    DESTROYED: { description: 'Nothing of its contents is left.' },
  },
});

export const CabinetColourEnum = enumOf(cabinetColours);
registerEnumType(CabinetColourEnum, { name: 'CabinetColour', description: 'The colour of a cabinet or a tag.' });

export const CabinetRoleEnum = enumOf(cabinetRoles);
registerEnumType(CabinetRoleEnum, {
  name: 'CabinetRole',
  description: 'What somebody is in a cabinet.',
  valuesConfig: {
    READER: { description: 'Reads and downloads.' },
    CONTRIBUTOR: { description: 'Adds, changes and files documents too.' },
    MANAGER: { description: 'Looks after the cabinet and its members too.' },
  },
});

export const RestrictionLevelEnum = enumOf(restrictionLevels);
registerEnumType(RestrictionLevelEnum, {
  name: 'RestrictionLevel',
  description: 'What a member may do at most in a folder.',
  valuesConfig: {
    NONE: { description: 'Nothing: for them it does not exist.' },
    READER: { description: 'Read.' },
    CONTRIBUTOR: { description: 'Read, add and change.' },
  },
});

export const FolderStateEnum = enumOf(folderStatuses);
registerEnumType(FolderStateEnum, { name: 'FolderState', description: 'Whether a folder is in the trash.' });

export const DocumentStateEnum = enumOf(documentStatuses);
registerEnumType(DocumentStateEnum, {
  name: 'DocumentState',
  description: 'How a document is.',
  valuesConfig: {
    ACTIVE: { description: 'In its folder.' },
    TRASHED: { description: 'In the trash, whole.' },
    PURGED: { description: 'Nothing of its content, title or metadata is left.' },
  },
});

export const VersionOriginEnum = enumOf(versionOrigins);
registerEnumType(VersionOriginEnum, {
  name: 'VersionOrigin',
  description: 'Where a version comes from.',
  valuesConfig: {
    UPLOAD: { description: 'It was uploaded.' },
    EDIT: { description: 'It was uploaded as a version of a known document.' },
    RESTORED_VERSION: { description: 'An older version was restored.' },
    RESTORED_BACKUP: { description: 'A backup was restored.' },
    MOVED: { description: 'It came with the document from another cabinet.' },
    COPIED: { description: 'It is a copy of another document.' },
  },
});

export const OnNameTakenEnum = enumOf(nameClashAnswers);
registerEnumType(OnNameTakenEnum, {
  name: 'OnNameTaken',
  description: 'What becomes of a title that is taken in its folder.',
  valuesConfig: {
    REFUSE: { description: 'It is refused.' },
    NEW_VERSION: { description: 'The content is the next version of the document that has the title.' },
    KEEP_BOTH: { description: 'A number is put after it: « rapport (2).pdf ».' },
  },
});

export const BulkDocumentActionEnum = enumOf(bulkDocumentActions);
registerEnumType(BulkDocumentActionEnum, {
  name: 'BulkDocumentAction',
  description: 'What is done to many documents.',
});

export const KeepingStartEnum = enumOf(keepingStarts);
registerEnumType(KeepingStartEnum, {
  name: 'KeepingStart',
  description: 'What a time of keeping counts from.',
  valuesConfig: {
    DOCUMENT_DATE: { description: 'The date of the document.' },
    ADDED_AT: { description: 'When it was added.' },
    EVENT: { description: 'When what it is about ended.' },
  },
});

export const KeepingEndEnum = enumOf(keepingEnds);
registerEnumType(KeepingEndEnum, {
  name: 'KeepingEnd',
  description: 'What comes after the time of keeping.',
  valuesConfig: {
    REVIEW: { description: 'Managers decide.' },
    DESTROY: { description: 'It is destroyed after a notice.' },
  },
});

export const CustomFieldKindEnum = enumOf(customFieldKinds);
registerEnumType(CustomFieldKindEnum, { name: 'CustomFieldKind', description: 'What a custom field takes.' });
