import type { PageStatus } from '../../../entities/content/page.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type PageVerb =
  | 'edit'
  | 'publish'
  | 'schedule'
  | 'cancelSchedule'
  | 'publishDue'
  | 'unpublishDue'
  | 'unpublish'
  | 'archive'
  | 'restore'
  | 'delete';

type PageStates = StateTable<PageStatus, PageVerb>;

/**
 * The life of a page. One that is scheduled may be shown meanwhile, in the version that was published before. Verbs that lead to the
 * state they start from are listed where they are possible; the two that are due are the application's own.
 */
export const pageStates: PageStates = {
  DRAFT: { edit: 'DRAFT', publish: 'PUBLISHED', schedule: 'SCHEDULED', archive: 'ARCHIVED', delete: 'DRAFT' },
  SCHEDULED: {
    edit: 'SCHEDULED',
    schedule: 'SCHEDULED',
    cancelSchedule: 'DRAFT',
    publish: 'PUBLISHED',
    publishDue: 'PUBLISHED',
    unpublishDue: 'DRAFT',
    archive: 'ARCHIVED',
  },
  PUBLISHED: {
    edit: 'PUBLISHED',
    publish: 'PUBLISHED',
    schedule: 'SCHEDULED',
    unpublish: 'DRAFT',
    archive: 'ARCHIVED',
  },
  ARCHIVED: { restore: 'DRAFT' },
};

/** The table as one page lives it: one that is shown stays so when its schedule is called off. */
export const pageStatesOf = ({ liveVersionId }: { readonly liveVersionId: string | null }): PageStates =>
  liveVersionId === null
    ? pageStates
    : { ...pageStates, SCHEDULED: { ...pageStates.SCHEDULED, cancelSchedule: 'PUBLISHED' } };
