import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

const event = <S extends z.ZodRawShape>(name: string, shape: S): EventType<z.infer<z.ZodObject<S>>> => ({
  name,
  payload: z.object(shape),
});

/** `scheduleId`: null where somebody published it by hand. */
export const pagePublished = event('page.published', {
  pageId: z.uuid(),
  versionId: z.uuid(),
  scheduleId: z.uuid().nullable(),
});
export const pageUnpublished = event('page.unpublished', { pageId: z.uuid(), scheduleId: z.uuid().nullable() });
/** What was planned could not be done; the page is as it was. */
export const pageScheduleFailed = event('page.schedule-failed', { pageId: z.uuid(), scheduleId: z.uuid() });
