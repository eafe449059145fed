import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { AuditExport } from '../../entities/audit/audit-export.entity.ts';
import type { AuditSegment } from '../../entities/audit/audit-checkpoint.entity.ts';
import {
  AuditEntryConnection,
  AuditEntryType,
  AuditSegmentType,
  AuditStatsType,
} from '../../schema/audit/audit-entry.type.ts';
import { AuditExportType } from '../../schema/audit/audit-export.type.ts';
import {
  AuditEntriesArgs,
  AuditStatsArgs,
  ExportAuditInput,
  PurgeAuditInput,
  SealAuditSegmentInput,
} from '../../schema/audit/audit.input.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { LocaleEnum } from '../../schema/shared/locale.enum.ts';
import {
  auditStats,
  findAuditExport,
  lineOf,
  listAuditEntries,
  listAuditSegments,
  purgeAudit,
  requestAuditExport,
  sealAuditSegment,
  type AuditEntryRow,
  type AuditStats,
} from '../../services/audit/index.ts';
import type { Locale } from '../../services/kernel/locale.ts';
import type { PageOf } from '../../services/platform/page.ts';
import type { Context } from '../context.ts';

/** The audit log, for those who may read it. */
@Resolver(() => AuditEntryType)
export class AuditAdminResolver {
  @Auth('audit:read')
  @Query(() => AuditEntryConnection, { description: 'The audit log, newest first. Reading it is written in it.' })
  auditEntries(
    @Args(() => AuditEntriesArgs) args: AuditEntriesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<AuditEntryRow>> {
    return context.perform(listAuditEntries, args);
  }

  @Auth('audit:read')
  @Query(() => AuditStatsType, { description: 'How many entries of each severity and action.' })
  auditStats(@Args(() => AuditStatsArgs) period: AuditStatsArgs, @Ctx() context: Context): Promise<AuditStats> {
    return context.perform(auditStats, period);
  }

  @FieldResolver(() => String, {
    description: 'The entry in one line: [2025-06-01 15:22] - user_id=3 a supprimé le fichier ID=67 "ContratRH.pdf".',
  })
  line(
    @Root() entry: AuditEntryRow,
    @Ctx() context: Context,
    @Arg('locale', () => LocaleEnum, { nullable: true, description: 'In this language; yours unless given.' })
    locale?: Locale | null,
  ): string {
    return lineOf(entry, { locale: locale ?? context.actor.locale, timeZone: context.timeZone });
  }

  @Auth('audit:export')
  @Mutation(() => AuditExportType, {
    description: 'Asks for an extract of the audit log; follow it with `auditExport`, then `requestDownload`.',
  })
  exportAudit(
    @Arg('input', () => ExportAuditInput, { description: 'What, and how.' }) input: ExportAuditInput,
    @Ctx() context: Context,
  ): Promise<AuditExport> {
    return context.run(requestAuditExport, input);
  }

  @Auth('audit:export')
  @Query(() => AuditExportType, { description: 'An extract that you asked for, and how far it is. Errors: NOT_FOUND.' })
  auditExport(
    @Arg('id', () => ID, { description: 'The extract.' }) id: string,
    @Ctx() context: Context,
  ): Promise<AuditExport> {
    return context.run(findAuditExport, { id });
  }

  @Auth('audit:read')
  @Query(() => [AuditSegmentType], { description: 'The sealed segments of the audit log, the oldest first.' })
  auditSegments(@Ctx() context: Context): Promise<AuditSegment[]> {
    return listAuditSegments(context.read);
  }

  @Auth('audit:seal')
  @Mutation(() => AuditSegmentType, {
    description:
      'Exports and signs the next run of entries, at most 50,000; deletes nothing. Errors: ACTION_NOT_ALLOWED.',
  })
  sealAuditSegment(
    @Arg('input', () => SealAuditSegmentInput, { description: 'Up to when.' }) input: SealAuditSegmentInput,
    @Ctx() context: Context,
  ): Promise<AuditSegment> {
    return context.perform(sealAuditSegment, input);
  }

  @Auth('audit:seal', { stepUp: true })
  @Mutation(() => AuditSegmentType, {
    description:
      'Drops the entries of a sealed segment older than the retention. Irrevocable. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, FILE_DAMAGED.',
  })
  purgeAudit(
    @Arg('input', () => PurgeAuditInput, { description: 'Which segment.' }) input: PurgeAuditInput,
    @Ctx() context: Context,
  ): Promise<AuditSegment> {
    return context.perform(purgeAudit, input);
  }
}
