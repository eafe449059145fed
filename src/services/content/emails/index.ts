/** The mails of this domain. */
import type { ListedMail } from '../../notifications/index.ts';
import { pageNotPublished } from './page-not-published.ts';
import { pagePublishedMail } from './page-published.ts';

export const contentMails = [pageNotPublished, pagePublishedMail] as const satisfies readonly ListedMail[];
