import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { pageScheduleActions, pageScheduleStatuses } from '../../entities/content/page-parts.entity.ts';
import { pageStatuses } from '../../entities/content/page.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { enumOf } from '../shared/enum-of.ts';
import { LocaleEnum } from '../shared/locale.enum.ts';
import { PageMetaType, PageTypeEnum } from './page.type.ts';

export const PageStatusEnum = enumOf(pageStatuses);
registerEnumType(PageStatusEnum, {
  name: 'PageStatus',
  description: 'Status of a page.',
  valuesConfig: {
    DRAFT: { description: 'Seen by nobody.' },
    PUBLISHED: { description: 'Seen by everyone, or by whoever is signed in.' },
    SCHEDULED: { description: 'Something is planned; it may be shown meanwhile, in the version published before.' },
    ARCHIVED: { description: 'Put away, with its versions.' },
  },
});

export const PageScheduleActionEnum = enumOf(pageScheduleActions);
registerEnumType(PageScheduleActionEnum, {
  name: 'PageScheduleAction',
  description: 'What is planned of a page.',
  valuesConfig: {
    PUBLISH: { description: 'The version of that time is shown.' },
    UNPUBLISH: { description: 'The page is taken down.' },
  },
});

export const PageScheduleStatusEnum = enumOf(pageScheduleStatuses);
registerEnumType(PageScheduleStatusEnum, {
  name: 'PageScheduleStatus',
  description: 'What became of a plan.',
  valuesConfig: {
    PLANNED: { description: 'To come.' },
    DONE: { description: 'Carried out.' },
    FAILED: { description: 'Could not be carried out; the page is as it was.' },
    CANCELLED: { description: 'Called off.' },
  },
});

/** Named as the mutations are. */
export const PageActionEnum = {
  EDIT: 'edit',
  PUBLISH: 'publish',
  SCHEDULE: 'schedule',
  CANCEL_SCHEDULE: 'cancelSchedule',
  UNPUBLISH: 'unpublish',
  ARCHIVE: 'archive',
  RESTORE: 'restore',
  DELETE: 'delete',
} as const;
registerEnumType(PageActionEnum, {
  name: 'PageAction',
  description: 'What can be done to a page.',
  valuesConfig: {
    EDIT: { description: '`editPage`, `restorePageVersion`.' },
    PUBLISH: { description: '`publishPage`.' },
    SCHEDULE: { description: '`schedulePage`.' },
    CANCEL_SCHEDULE: { description: '`cancelPageSchedule`.' },
    UNPUBLISH: { description: '`unpublishPage`.' },
    ARCHIVE: { description: '`archivePage`.' },
    RESTORE: { description: '`restorePage`.' },
    DELETE: { description: '`deletePage`.' },
  },
});

@ObjectType('PageSchedule', { description: 'What is planned of a page, or was.', simpleResolvers: true })
export class PageScheduleType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => PageScheduleActionEnum, { description: 'What is to happen.' })
  action!: string;

  @Field(() => DateTime, { description: 'When, to the minute.' })
  at!: Date;

  @Field(() => String, { description: 'The time zone in which it was said.' })
  zone!: string;

  @Field(() => PageScheduleStatusEnum, { description: 'What became of it.' })
  status!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The version that is shown then; null where the page is taken down.',
  })
  versionId!: string | null;

  @Field(() => String, { nullable: true, description: 'The error code of what hindered it; null unless it failed.' })
  failure!: string | null;
}

@ObjectType('PageVersion', { description: 'The words of a page, as somebody saved them.', simpleResolvers: true })
export class PageVersionType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'Number within its page; a later one is greater.' })
  number!: number;

  @Field(() => String, { description: 'Name in addresses.' })
  slug!: string;

  @Field(() => String, { description: 'Title.' })
  title!: string;

  @Field(() => String, { description: 'The text, as sanitised HTML.' })
  content!: string;

  @Field(() => String, { nullable: true, description: 'Summary; null when there is none.' })
  excerpt!: string | null;

  @Field(() => PageMetaType, { nullable: true, description: 'For search engines; null when nothing was said.' })
  meta!: PageMetaType | null;

  @Field(() => ID, { nullable: true, description: 'Who saved it; null for the application itself.' })
  authorId!: string | null;

  @Field(() => String, { nullable: true, description: 'What was changed; null when that was not said.' })
  note!: string | null;

  @Field(() => DateTime, { description: 'When it was saved.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was last published; null for one that never was.' })
  publishedAt!: Date | null;
}

@ObjectType('AdminPage', { description: 'A page as those who write it see it.', simpleResolvers: true })
export class AdminPageType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => Int, { description: 'Grows with every change: mutations name the one that was read.' })
  version!: number;

  @Field(() => String, { description: 'Name in addresses; before it is shown, that of the draft.' })
  slug!: string;

  @Field(() => String, { description: 'Title; before it is shown, that of the draft.' })
  title!: string;

  @Field(() => String, { nullable: true, description: 'Summary; null when there is none.' })
  excerpt!: string | null;

  @Field(() => PageTypeEnum, { description: 'What it is for.' })
  type!: string;

  @Field(() => PageStatusEnum, { description: 'Its status.' })
  status!: string;

  @Field(() => LocaleEnum, { description: 'The language of its text.' })
  locale!: string;

  @Field(() => String, { nullable: true, description: 'Family of pages; null when it is in none.' })
  category!: string | null;

  @Field(() => Boolean, { description: 'Is it listed, and in the site map? One that is not has to be known.' })
  isPublic!: boolean;

  @Field(() => Boolean, { description: 'Is it shown only to whoever is signed in?' })
  requireAuth!: boolean;

  @Field(() => DateTime, {
    nullable: true,
    description: 'When its text was last published; null for one that never was.',
  })
  publishedAt!: Date | null;

  @Field(() => DateTime, { description: 'When it was begun.' })
  createdAt!: Date;

  @Field(() => Boolean, { description: 'Is something newer written than what is shown?' })
  hasDraft!: boolean;

  @Field(() => [PageActionEnum], { description: 'What can be done to it now.' })
  availableActions!: readonly string[];
}

export const AdminPageConnection = connectionOf(AdminPageType, 'AdminPage', { isCounted: true });
export type AdminPageConnection = InstanceType<typeof AdminPageConnection>;
export const PageVersionConnection = connectionOf(PageVersionType, 'PageVersion');
export type PageVersionConnection = InstanceType<typeof PageVersionConnection>;
