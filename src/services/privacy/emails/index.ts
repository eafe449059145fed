/** The mails of this domain. */
import { implementMail, type ListedMail } from '../../notifications/index.ts';
import { prepareAddressProof } from '../mail-address-proof.ts';
import { prepareDataExport } from '../prepare-data-export.ts';
import { renewAddressProof } from '../renew-address-proof.ts';
import { customerDataAccount } from './customer-data-account.ts';
import { customerDataProof } from './customer-data-proof.ts';
import { dataExportReady } from './data-export-ready.ts';
import { erasureReceiptMail } from './erasure-receipt.ts';
import { privacyRequestAnswered } from './privacy-request-answered.ts';
import { privacyRequestExtended } from './privacy-request-extended.ts';

export const privacyMails = [
  customerDataAccount,
  implementMail(customerDataProof, { prepare: prepareAddressProof, renew: renewAddressProof }),
  implementMail(dataExportReady, { prepare: prepareDataExport }),
  erasureReceiptMail,
  privacyRequestAnswered,
  privacyRequestExtended,
] as const satisfies readonly ListedMail[];
