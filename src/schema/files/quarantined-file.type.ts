import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import type { ScanStatus } from '../../entities/files/stored-file.entity.ts';
import { UserType } from '../identity/user.type.ts';
import { DateTime } from '../scalars/index.ts';
import { connectionOf } from '../shared/connection.ts';
import { sortedArgs } from '../shared/list.args.ts';
import { FileScanStatusEnum, StoredFileType } from './stored-file.type.ts';

@ObjectType('QuarantinedFile', {
  description: 'A file that an antivirus judges, for admins: what it says of it.',
  simpleResolvers: true,
})
export class QuarantinedFileType {
  @Field(() => ID, { description: 'Identifier of the file.' })
  id!: string;

  @Field(() => StoredFileType, { description: 'The file.' })
  file!: StoredFileType;

  @Field(() => String, {
    nullable: true,
    description: 'What was found, as the antivirus names it, or why it cannot say; null for neither.',
  })
  finding!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it last said so; null before.' })
  scannedAt!: unknown;

  @Field(() => UserType, { nullable: true, description: 'Whose file it is; null for somebody without an account.' })
  owner!: UserType | null;

  @Field(() => DateTime, { description: 'When it was received.' })
  createdAt!: unknown;
}

export const QuarantinedFileConnection = connectionOf(QuarantinedFileType, 'QuarantinedFile');

@ArgsType()
export class QuarantinedFilesArgs extends sortedArgs('QuarantinedFileSort', 'files that an antivirus judges') {
  @Field(() => FileScanStatusEnum, {
    defaultValue: FileScanStatusEnum.INFECTED,
    description: 'What it says of them: infected ones unless said.',
  })
  status!: ScanStatus;
}
