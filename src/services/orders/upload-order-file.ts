import type { Order } from '../../entities/orders/order.entity.ts';
import { discardFile, receiveFile, type IncomingFile } from '../files/index.ts';
import { onceByKey, type Keyed } from '../platform/request-keys.ts';
import type { TransactionContext, AppContext } from '../platform/context.ts';
import { attachOrderFile, permitOrderFile, type AttachOrderFile } from './attach-order-file.ts';
import { findOrder } from './load-order.ts';
import { uploadRules, type UploadRole } from './order-file.policy.ts';

export interface UploadOrderFile extends Keyed {
  readonly orderId: string;
  readonly file: Promise<IncomingFile>;
}

type Needed = Parameters<typeof receiveFile>[0] & Pick<AppContext, 'run'>;

/** The file is part of the content of its request; one that comes a second time under its key is not kept. */
async function attachOnce(tx: TransactionContext, { key, ...attaching }: AttachOrderFile & Keyed): Promise<Order> {
  const { orderId, role, file } = attaching;
  return onceByKey(
    tx,
    { operation: `upload ${role}`, key, content: { orderId, name: file.name, sha256: file.sha256 } },
    {
      first: () => attachOrderFile(tx, attaching),
      again: async (id) => {
        await tx.em.flush();
        await discardFile(tx, file);
        return findOrder(tx, id);
      },
    },
  );
}

const uploadAs =
  (role: UploadRole) =>
  (ctx: Needed, { orderId, file, key }: UploadOrderFile): Promise<Order> =>
    receiveFile(ctx, {
      upload: file,
      kinds: uploadRules[role].kinds,
      permit: () => ctx.run(permitOrderFile, { orderId, role }),
      attach: (tx, stored) => attachOnce(tx, { orderId, role, file: stored, key }),
    });

/** The customer sends the text to be proofread. */
export const uploadManuscript = uploadAs('MANUSCRIPT');

/** The customer sends something to keep at hand, as with a request for changes. */
export const uploadReference = uploadAs('REFERENCE');

/** The assigned proofreader sends the proofread text. */
export const uploadCorrectedFile = uploadAs('CORRECTED');
