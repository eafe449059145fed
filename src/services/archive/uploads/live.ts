import type { LiveTopic, Tx } from '../../platform/context.ts';

/** An upload is further: one stream for each. */
export const uploadProgress: LiveTopic = { name: 'uploadProgress' };

/** Four a second at most reach those who watch. */
const leastMs = 250;

interface Watched {
  readonly id: string;
  publishedAt: Date | null;
}

/** Shows what changed of its state, at once. */
export function publishUpload({ publish, now }: Tx<'publish' | 'now'>, session: Watched): void {
  session.publishedAt = now;
  publish(uploadProgress, session.id, { uploadId: session.id });
}

/** Shows that more has arrived, unless that was shown less than a quarter of a second ago. */
export function publishProgress(tx: Tx<'publish' | 'now'>, session: Watched): void {
  if (session.publishedAt !== null && tx.now.getTime() - session.publishedAt.getTime() < leastMs) return;
  publishUpload(tx, session);
}

/** Shows how many bytes have arrived: those of the segment that is under way are not durable yet. */
export async function showArriving(
  { publish }: Tx<'publish'>,
  { uploadId, arrivedBytes }: { readonly uploadId: string; readonly arrivedBytes: number },
): Promise<void> {
  publish(uploadProgress, uploadId, { uploadId, arrivedBytes });
}
