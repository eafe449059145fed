import type { Order } from '../../entities/orders/order.entity.ts';
import { receiveFile, type IncomingFile } from '../files/index.ts';
import type { Surroundings } from '../platform/scope.ts';
import { attachOrderFile, permitOrderFile } from './attach-order-file.ts';
import { uploadRules, type UploadRole } from './order-file.policy.ts';

export interface UploadOrderFile {
  readonly orderId: string;
  readonly file: Promise<IncomingFile>;
}

type Needed = Parameters<typeof receiveFile>[0] & Pick<Surroundings, 'run'>;

const uploadAs = (role: UploadRole) => (needs: Needed, { orderId, file }: UploadOrderFile): Promise<Order> =>
  receiveFile(needs, {
    upload: file,
    kinds: uploadRules[role].kinds,
    permit: () => needs.run(permitOrderFile, { orderId, role }),
    attach: (scope, stored) => attachOrderFile(scope, { orderId, role, file: stored }),
  });

/** The customer sends the text to be proofread. */
export const uploadManuscript = uploadAs('MANUSCRIPT');

/** The assigned proofreader sends the proofread text. */
export const uploadCorrectedFile = uploadAs('CORRECTED');
