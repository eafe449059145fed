import type { StoredFile } from '../../entities/files/stored-file.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import { discardFile, receiveFile, type IncomingFile } from '../files/index.ts';
import { onceByKey, type Keyed } from '../platform/request-keys.ts';
import type { TransactionContext, AppContext } from '../platform/context.ts';
import { attachOrderFile, permitOrderFile } from './attach-order-file.ts';
import { findOrder } from './load-order.ts';
import { uploadRules, type UploadRole } from './order-file.policy.ts';

export interface UploadOrderFile extends Keyed {
  readonly orderId: string;
  readonly file: Promise<IncomingFile>;
}

export type UploadContext = Parameters<typeof receiveFile>[0] & Pick<AppContext, 'run'>;

interface Arrived extends Keyed {
  readonly operation: string;
  readonly orderId: string;
  readonly file: StoredFile;
  /** What else the request says. */
  readonly more?: Readonly<Record<string, string>>;
}

/** The file is part of the content of its request; one that comes a second time under its key is not kept. */
export const keptOnce = (
  tx: TransactionContext,
  { operation, key, orderId, file, more = {} }: Arrived,
  first: () => Promise<Order>,
): Promise<Order> =>
  onceByKey(
    tx,
    { operation, key, content: { orderId, ...more, name: file.name, sha256: file.sha256 } },
    {
      first,
      again: async (id) => {
        await tx.em.flush();
        await discardFile(tx, file);
        return findOrder(tx, id);
      },
    },
  );

const uploadAs =
  (role: UploadRole) =>
  (ctx: UploadContext, { orderId, file, key }: UploadOrderFile): Promise<Order> =>
    receiveFile(ctx, {
      upload: file,
      kinds: uploadRules[role].kinds,
      permit: () => ctx.run(permitOrderFile, { orderId, role }),
      attach: (tx, stored) =>
        keptOnce(tx, { operation: `upload ${role}`, orderId, file: stored, key }, () =>
          attachOrderFile(tx, { orderId, role, file: stored }),
        ),
    });

/** The customer sends the text to be proofread. */
export const uploadManuscript = uploadAs('MANUSCRIPT');

/** The customer sends something to keep at hand, as with a request for changes. */
export const uploadReference = uploadAs('REFERENCE');

/** The assigned proofreader sends the proofread text. */
export const uploadCorrectedFile = uploadAs('CORRECTED');
