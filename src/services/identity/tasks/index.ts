import { answerRegistration, answerRegistrationJob } from '../registrations/answer-registration.ts';
import { mailPasswordResetJob, sendPasswordReset } from '../request-password-reset.ts';
import { mailIdentityProofJob, sendIdentityProof } from '../sso/mail-identity-proof.ts';
import { mailEmailChangeJob, sendEmailChange } from '../change-email.ts';
import { sendCodeAgain, sendTwoFactorCodeJob } from '../send-two-factor-code.ts';
import { sendSmsCodeJob } from '../send-sms-code.job.ts';
import { sendSmsCode } from '../send-sms-code.ts';
import { resendActivationJob, sendActivationAgain } from '../resend-activation.ts';

/** The jobs of this domain and what does them. */
export const identityTasks = [
  { job: answerRegistrationJob, handle: answerRegistration },
  { job: resendActivationJob, handle: sendActivationAgain },
  { job: mailPasswordResetJob, handle: sendPasswordReset },
  { job: mailIdentityProofJob, handle: sendIdentityProof },
  { job: mailEmailChangeJob, handle: sendEmailChange },
  { job: sendTwoFactorCodeJob, handle: sendCodeAgain },
  { job: sendSmsCodeJob, handle: sendSmsCode },
] as const;
