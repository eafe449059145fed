import { Field, Float, ID, ObjectType } from 'type-graphql';
import { FileKindEnum, FileScanStatusEnum } from '../files/stored-file.type.ts';
import { DateTime } from '../scalars/index.ts';
import { OrderFileRoleEnum } from './order.enums.ts';

@ObjectType('OrderFile', {
  description: 'A file of an order. Ask `requestDownload` for its bytes.',
  simpleResolvers: true,
})
export class OrderFileType {
  @Field(() => ID, { description: 'Identifier of the file.' })
  id!: string;

  @Field(() => OrderFileRoleEnum, { description: 'What it is to the order.' })
  role!: string;

  @Field(() => String, { description: 'Name, as the person who sent it gave it.' })
  name!: string;

  @Field(() => FileKindEnum, { description: 'Family of the file.' })
  kind!: string;

  @Field(() => String, { description: 'Media type, found from the content.' })
  mimeType!: string;

  @Field(() => Float, { description: 'Size in bytes: a whole number, exact beyond 2 GiB.' })
  sizeBytes!: number;

  @Field(() => FileScanStatusEnum, {
    nullable: true,
    description:
      'What the antivirus says of it; null for files that need none. Only admins open a file that is PENDING or UNVERIFIED (FILE_NOT_VERIFIED), nobody an INFECTED one (FILE_INFECTED).',
  })
  scanStatus!: string | null;

  @Field(() => DateTime, { description: 'When it arrived.' })
  createdAt!: Date;
}
