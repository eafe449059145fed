import {
  ListMultipartUploadsCommand,
  ListObjectsV2Command,
  type ListMultipartUploadsCommandInput,
  type MultipartUpload,
  type _Object,
} from '@aws-sdk/client-s3';
import { called, type S3Bucket } from './bucket.ts';

/** Every object whose key begins like this. */
export async function* everyObject({ client, bucket }: S3Bucket, root: string): AsyncGenerator<_Object> {
  for (let after: string | undefined; ;) {
    const asked = { Bucket: bucket, Prefix: root, ContinuationToken: after };
    const page = await called(client.send(new ListObjectsV2Command(asked)));
    yield* page.Contents ?? [];
    after = page.NextContinuationToken;
    if (after === undefined) return;
  }
}

/** Every upload that was begun and not ended: such are in no other list, and cost money. */
export async function* everyUpload({ client, bucket }: S3Bucket, root: string): AsyncGenerator<MultipartUpload> {
  for (let after: Pick<ListMultipartUploadsCommandInput, 'KeyMarker' | 'UploadIdMarker'> = {}; ;) {
    const asked = { Bucket: bucket, Prefix: root, ...after };
    const page = await called(client.send(new ListMultipartUploadsCommand(asked)));
    yield* page.Uploads ?? [];
    if (page.IsTruncated !== true) return;
    after = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
  }
}
