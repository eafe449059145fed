// What must not compile: each line below is an error, and the compiler says so when one is none.
import { createReadStream } from './node.js';
import {
  createClient,
  CreateOrderDocument,
  MeDocument,
  MyOrdersDocument,
  OrderUpdatedDocument,
  UploadManuscriptDocument,
  type AtelierClient,
  type StreamToSend,
} from '@atelier/sdk';
import { scalars } from '@atelier/sdk/codegen';

export const dateTime: 'string' = scalars.DateTime;

export async function wrong(client: AtelierClient, signal: AbortSignal | undefined): Promise<unknown[]> {
  // @ts-expect-error variables are missing
  const order = client.mutate(CreateOrderDocument);
  // @ts-expect-error a variable has another type
  const orders = client.query(MyOrdersDocument, { first: 'ten' });
  // @ts-expect-error no such field is asked for
  const me = (await client.query(MeDocument)).me.password;
  // @ts-expect-error an address is needed
  const other = createClient({});
  // @ts-expect-error that is no file
  const upload = client.upload(UploadManuscriptDocument, { input: { orderId: '1', file: 'manuscript.docx' } });
  return [order, orders, me, other, upload, await right(client, signal)];
}

/** What must compile, also where an absent property and an undefined one are distinguished. */
async function right(client: AtelierClient, signal: AbortSignal | undefined): Promise<string> {
  const { me } = await client.query(MeDocument, undefined, { signal });
  const file: StreamToSend = {
    name: 'a.docx',
    type: 'application/octet-stream',
    size: 3,
    open: () => createReadStream('a.docx'),
  };
  await client.upload(
    UploadManuscriptDocument,
    { input: { orderId: me.id, file } },
    { onProgress: ({ sentBytes }) => sentBytes, signal },
  );
  for await (const { orderUpdated } of client.subscribe(OrderUpdatedDocument, { orderId: me.id }, { signal }))
    return orderUpdated.order.status;
  return (await client.accessToken()) ?? '';
}
