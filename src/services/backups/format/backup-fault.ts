/** What is wrong with a backup. `NEWER_FORMAT` and `NEWER_SCHEMA` are sound, but of a later release. */
export const backupFaults = [
  'NO_REPOSITORY',
  'NO_BACKUP',
  'MANIFEST_DAMAGED',
  'MANIFEST_FORGED',
  'MANIFEST_FOREIGN',
  'MANIFEST_REPLAYED',
  'PIECE_DAMAGED',
  'PIECE_MISSING',
  'OBJECT_DAMAGED',
  'OBJECT_MISSING',
  'LIST_DAMAGED',
  'LIST_MISSING',
  'NEWER_FORMAT',
  'NEWER_SCHEMA',
] as const;
export type BackupFaultCode = (typeof backupFaults)[number];

/** A thing of a backup that is not what it must be; `at` names it. */
export class BackupFault extends Error {
  override name = 'BackupFault';
  readonly code: BackupFaultCode;
  readonly at: string;

  constructor(code: BackupFaultCode, at: string, options: ErrorOptions = {}) {
    super(`${code} ${at}`, options);
    this.code = code;
    this.at = at;
  }
}
