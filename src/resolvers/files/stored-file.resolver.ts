import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { Auth } from '../../schema/directives/auth.directive.ts';
import { DeleteFileInput, RequestDownloadInput } from '../../schema/files/file.input.ts';
import { DownloadLinkType, StoredFileType } from '../../schema/files/stored-file.type.ts';
import { deleteFile, requestDownload, type DownloadLink } from '../../services/files/index.ts';
import type { Context } from '../context.ts';

@Resolver(() => StoredFileType)
export class StoredFileResolver {
  @Auth('file:download')
  @Mutation(() => DownloadLinkType, { description: 'A short-lived link to a file that one may read.' })
  requestDownload(
    @Ctx() context: Context,
    @Arg('input', () => RequestDownloadInput, { description: 'Which file.' }) input: RequestDownloadInput,
  ): Promise<DownloadLink> {
    return context.perform(requestDownload, input);
  }

  @Auth('file:delete')
  @Mutation(() => StoredFileType, {
    description: 'Deletes a file of one’s own: its key is destroyed at once. Irrevocable.',
  })
  deleteFile(
    @Ctx() context: Context,
    @Arg('input', () => DeleteFileInput, { description: 'Which file.' }) input: DeleteFileInput,
  ): Promise<StoredFile> {
    return context.perform(deleteFile, input);
  }
}
