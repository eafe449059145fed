import { Field, Float, ID, ObjectType, registerEnumType } from 'type-graphql';
import { fileKinds, scanStatuses } from '../../entities/files/stored-file.entity.ts';
import { DateTime } from '../scalars/index.ts';
import { enumOf } from '../shared/enum-of.ts';

export const FileKindEnum = enumOf(fileKinds);
registerEnumType(FileKindEnum, { name: 'FileKind', description: 'Family of a file.' });

export const FileScanStatusEnum = enumOf(scanStatuses);
registerEnumType(FileScanStatusEnum, {
  name: 'FileScanStatus',
  description: 'What an antivirus says of a file that waits for one.',
  valuesConfig: {
    PENDING: { description: 'It has not looked into it yet.' },
    CLEAN: { description: 'It found nothing.' },
    INFECTED: { description: 'It found something: nobody opens it.' },
    UNVERIFIED: { description: 'None is installed, or it cannot say: only admins open it.' },
  },
});

@ObjectType('StoredFile', {
  description: 'A file at rest. Its bytes are fetched by a download link (`requestDownload`).',
  simpleResolvers: true,
})
export class StoredFileType {
  @Field(() => ID, { description: 'Identifier.' })
  id!: string;

  @Field(() => String, { description: 'Name, as its sender gave it.' })
  name!: string;

  @Field(() => FileKindEnum, { description: 'Family.' })
  kind!: string;

  @Field(() => String, { description: 'Media type.' })
  mimeType!: string;

  @Field(() => Float, { description: 'Size in bytes, an integer.' })
  sizeBytes!: number;

  @Field(() => String, { description: 'SHA-256 of the content, in hexadecimal.' })
  sha256!: string;

  @Field(() => FileScanStatusEnum, {
    nullable: true,
    description:
      'What the antivirus says of it; null for files that need none. Only admins open a file that is PENDING or UNVERIFIED (FILE_NOT_VERIFIED), nobody an INFECTED one (FILE_INFECTED).',
  })
  scanStatus!: string | null;

  @Field(() => DateTime, { description: 'When it was received.' })
  createdAt!: unknown;
}

@ObjectType('DownloadLink', {
  description: 'A link that its person may follow for a short while; ranges are served.',
  simpleResolvers: true,
})
export class DownloadLinkType {
  @Field(() => String, { description: 'Where to fetch the file, with GET.' })
  url!: string;

  @Field(() => DateTime, { description: 'The link is good until then.' })
  expiresAt!: Date;
}
