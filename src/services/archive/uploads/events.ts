import { z } from 'zod';
import type { EventType } from '../../platform/context.ts';

const uploadId = z.uuid();

/** An upload became a version. */
export const uploadFinished = {
  name: 'upload.finished',
  payload: z.object({ uploadId, documentId: z.uuid(), versionId: z.uuid() }),
} as const satisfies EventType;

/** An upload arrived, and could not become one. */
export const uploadRefused = {
  name: 'upload.refused',
  payload: z.object({ uploadId, code: z.string() }),
} as const satisfies EventType;

/** Nobody continued an upload for seven days. */
export const uploadExpired = {
  name: 'upload.expired',
  payload: z.object({ uploadId }),
} as const satisfies EventType;
