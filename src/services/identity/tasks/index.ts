import { answerRegistration, answerRegistrationJob } from '../account/registrations/answer-registration.ts';
import { mailPasswordResetJob, sendPasswordReset } from '../password/request-password-reset.ts';
import { mailIdentityProofJob, sendIdentityProof } from '../sso/mail-identity-proof.ts';
import { mailEmailChangeJob, sendEmailChange } from '../account/change-email.ts';
import { sendCodeAgain, sendTwoFactorCodeJob } from '../second-factor/send-two-factor-code.ts';
import { sendSmsCodeJob } from '../second-factor/send-sms-code.job.ts';
import { sendSmsCode } from '../second-factor/send-sms-code.ts';
import { resendActivationJob, sendActivationAgain } from '../account/resend-activation.ts';

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
