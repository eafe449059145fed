import type { ScanStatus } from '../../../entities/files/stored-file.entity.ts';
import type { Actor } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';

/**
 * Whether a file waits for an antivirus: `REQUIRED`, and only admins open it until it was found clean, also where no antivirus is installed;
 * `WISHED`, and it is as any other file where the antivirus cannot say. See `scanWish`.
 */
export type ScanNeed = 'REQUIRED' | 'WISHED';

interface Scanned {
  readonly scanStatus: ScanStatus | null;
}

/** Is there nothing against giving the bytes to people who may read the file? */
export const isVerified = ({ scanStatus }: Scanned): boolean => scanStatus === null || scanStatus === 'CLEAN';

/**
 * Refuses to open a file that an antivirus speaks against: `FILE_INFECTED` to everybody; `FILE_NOT_VERIFIED`, while nobody can say, to
 * everybody but admins. Whether the actor may read the file at all is asked before.
 */
export function requireVerified(actor: Pick<Actor, 'kind' | 'role'>, file: Scanned): void {
  if (file.scanStatus === 'INFECTED') throw new DomainError('FILE_INFECTED');
  if (isVerified(file) || actor.kind === 'SYSTEM' || actor.role === 'ADMIN') return;
  throw new DomainError('FILE_NOT_VERIFIED', { scanStatus: file.scanStatus });
}
