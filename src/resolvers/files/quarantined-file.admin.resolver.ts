import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Auth } from '../../schema/directives/auth.directive.ts';
import {
  QuarantinedFileConnection,
  QuarantinedFilesArgs,
  QuarantinedFileType,
} from '../../schema/files/quarantined-file.type.ts';
import { UserType } from '../../schema/identity/user.type.ts';
import { listQuarantinedFiles, type QuarantinedFileRow } from '../../services/files/index.ts';
import { peopleByIds, type Person } from '../../services/identity/index.ts';
import type { PageOf } from '../../services/platform/page.ts';
import { loadOne, type Context } from '../context.ts';

/** What the antivirus says of files, for admins. */
@Resolver(() => QuarantinedFileType)
export class QuarantinedFileAdminResolver {
  @Auth('file:quarantine')
  @Query(() => QuarantinedFileConnection, {
    description:
      'Files that an antivirus found infected, the newest first; or those that it has not judged, or cannot say anything of.',
  })
  quarantinedFiles(
    @Args(() => QuarantinedFilesArgs) args: QuarantinedFilesArgs,
    @Ctx() context: Context,
  ): Promise<PageOf<QuarantinedFileRow>> {
    return listQuarantinedFiles(context.read, args);
  }

  @FieldResolver(() => UserType, { nullable: true })
  async owner(@Root() { ownerId }: QuarantinedFileRow, @Ctx() context: Context): Promise<Person | null> {
    return ownerId === null ? null : ((await loadOne(context, peopleByIds, ownerId)) ?? null);
  }
}
