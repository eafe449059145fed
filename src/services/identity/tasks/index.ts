import { mailPasswordResetJob, sendPasswordReset } from '../request-password-reset.ts';
import { mailIdentityProofJob, sendIdentityProof } from '../sso/mail-identity-proof.ts';
import { sendSmsCodeJob } from '../send-sms-code.job.ts';
import { sendSmsCode } from '../send-sms-code.ts';
import { resendActivationJob, sendActivationAgain } from '../resend-activation.ts';

/** The jobs of this domain and what does them. */
export const identityTasks = [
  { job: resendActivationJob, handle: sendActivationAgain },
  { job: mailPasswordResetJob, handle: sendPasswordReset },
  { job: mailIdentityProofJob, handle: sendIdentityProof },
  { job: sendSmsCodeJob, handle: sendSmsCode },
] as const;
