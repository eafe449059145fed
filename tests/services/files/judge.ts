import { expect } from '@jest/globals';
import type { FileKind } from '../../../src/entities/files/stored-file.entity.ts';
import { checkHead, claimedType } from '../../../src/services/files/inspection/file-types.ts';
import { inspected } from '../../../src/services/files/inspection/inspected.ts';

export const kinds = ['DOCUMENT', 'IMAGE'] as const;
/** Why something is refused: `accepted` when it is not. */
export const reasonOf = async (work: () => unknown): Promise<unknown> => {
  try {
    await work();
    return 'accepted';
  } catch (error) {
    return (error as { details?: { reason?: unknown } }).details?.reason ?? error;
  }
};

/** A file as it arrives, in pieces; it passes unchanged, or is refused. */
export async function judge(
  name: string,
  declaredType: string,
  bytes: Buffer,
  {
    pieceBytes = 7_000,
    taken = kinds,
    attachments = [],
  }: { pieceBytes?: number; taken?: readonly FileKind[]; attachments?: readonly string[] } = {},
): Promise<void> {
  const type = claimedType({ name, declaredType }, { kinds: taken, attachments });
  checkHead(type, bytes.subarray(0, 65_536));
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
  }
  const passed: Uint8Array[] = [];
  for await (const piece of inspected(pieces(), type.inspector?.())) passed.push(piece);
  expect(Buffer.concat(passed).equals(bytes)).toBe(true);
}
