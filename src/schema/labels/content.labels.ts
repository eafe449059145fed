import type { PageScheduleAction, PageScheduleStatus } from '../../entities/content/page-parts.entity.ts';
import type { PageStatus, PageType } from '../../entities/content/page.entity.ts';
import type { WhichTime } from '../../services/kernel/local-time.ts';
import type { HelpKind, PageFormat } from '../../services/kernel/page-format.ts';
import type { DifferenceKind } from '../../services/kernel/text-differences.ts';
import type { PageActionEnum } from '../content/admin-page.type.ts';
import type { Labels } from './label.ts';

/** Pages of the site and frequently asked questions. */

const pageType: Labels<PageType> = {
  PAGE: ['Page', 'Page'],
  FAQ: ['Questions fréquentes', 'Frequent questions'],
  BLOG: ['Article', 'Article'],
  LEGAL: ['Page légale', 'Legal page'],
  HELP: ['Aide', 'Help'],
  LANDING: ['Page d’accueil', 'Landing page'],
};

const pageStatus: Labels<PageStatus> = {
  DRAFT: ['Brouillon', 'Draft'],
  SCHEDULED: ['Programmée', 'Scheduled'],
  PUBLISHED: ['Publiée', 'Published'],
  ARCHIVED: ['Archivée', 'Archived'],
};

const pageAction: Labels<keyof typeof PageActionEnum> = {
  EDIT: ['Modifier', 'Edit'],
  PUBLISH: ['Publier', 'Publish'],
  SCHEDULE: ['Programmer', 'Schedule'],
  CANCEL_SCHEDULE: ['Annuler la programmation', 'Cancel the schedule'],
  UNPUBLISH: ['Retirer du site', 'Take down'],
  ARCHIVE: ['Archiver', 'Archive'],
  RESTORE: ['Restaurer', 'Restore'],
  DELETE: ['Supprimer', 'Delete'],
};

const pageScheduleAction: Labels<PageScheduleAction> = {
  PUBLISH: ['Publication', 'Publication'],
  UNPUBLISH: ['Retrait du site', 'Taking down'],
};

const pageScheduleStatus: Labels<PageScheduleStatus> = {
  PLANNED: ['Prévue', 'Planned'],
  DONE: ['Faite', 'Done'],
  FAILED: ['Impossible', 'Failed'],
  CANCELLED: ['Annulée', 'Cancelled'],
};

const pageFormat: Labels<PageFormat> = { HTML: ['HTML', 'HTML'], MARKDOWN: ['Markdown', 'Markdown'] };

const whichTime: Labels<WhichTime> = {
  EARLIER: ['La première fois', 'The first time'],
  LATER: ['La seconde fois', 'The second time'],
};

const differenceKind: Labels<DifferenceKind> = {
  SAME: ['Inchangé', 'Unchanged'],
  REMOVED: ['Retiré', 'Removed'],
  ADDED: ['Ajouté', 'Added'],
};

const helpKind: Labels<HelpKind> = { QUESTION: ['Question', 'Question'], PAGE: ['Page', 'Page'] };

export const contentLabels = {
  PageType: pageType,
  PageStatus: pageStatus,
  PageAction: pageAction,
  PageScheduleAction: pageScheduleAction,
  PageScheduleStatus: pageScheduleStatus,
  PageFormat: pageFormat,
  WhichTime: whichTime,
  DifferenceKind: differenceKind,
  HelpKind: helpKind,
} as const;
