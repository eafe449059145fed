import { ArchiveDashboardFieldsResolver } from './archive-dashboard.fields.resolver.ts';
import { BackupAdminResolver } from './backup.admin.resolver.ts';
import { BackupLiveResolver } from './backup.live.resolver.ts';
import { RestoreAdminResolver } from './restore.admin.resolver.ts';

/** The resolvers of backups. */
export const backupsResolvers = [
  ArchiveDashboardFieldsResolver,
  BackupAdminResolver,
  BackupLiveResolver,
  RestoreAdminResolver,
] as const;
