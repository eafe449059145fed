import { DataExport, type ExportFormat } from '../../entities/privacy/data-export.entity.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { Operation, UseCase } from '../platform/context.ts';
import { redeemAddressProof } from './redeem-address-proof.ts';
import type { CustomerDataReceipt } from './request-customer-data.ts';
import { buildDataExportTask } from './tasks/definitions.ts';

export interface ExportCustomerData {
  readonly token: string;
  readonly format: ExportFormat;
}

/** A copy of everything the application knows of the address that the token proves; the link to it is mailed there. */
export const exportCustomerData: Operation<
  'run' | 'actor' | 'limits',
  ExportCustomerData,
  CustomerDataReceipt
> = async ({ run, actor, limits }, input) => {
  await limits.take('export/address', subscriberOf(actor.address));
  return run(noteCopy, input);
};

const noteCopy: UseCase<'em' | 'now' | 'enqueue' | 'record', ExportCustomerData, CustomerDataReceipt> = async (
  tx,
  { token, format },
) => {
  const { em, enqueue, record } = tx;
  const {
    proof: { email, locale },
    account,
  } = await redeemAddressProof(tx, token);
  const asked = em.create(DataExport, { user: account, email: account === null ? email : null, format, locale });
  enqueue(buildDataExportTask, { exportId: asked.id }, { dedupeKey: `${buildDataExportTask.kind}:${asked.id}` });
  record({
    action: 'DATA_EXPORT_REQUESTED',
    targetType: 'user',
    targetId: account?.id ?? null,
    severity: 'MEDIUM',
    payload: { exportId: asked.id, format },
  });
  return { email, isLinkMailed: true };
};
