import { implementTask, type Task } from '../../platform/task.ts';
import { answerRegistration, answerRegistrationJob } from '../account/registrations/answer-registration.ts';
import { mailPasswordResetJob, sendPasswordReset } from '../password/request-password-reset.ts';
import { mailIdentityProofJob, sendIdentityProof } from '../sso/mail-identity-proof.ts';
import { mailEmailChangeJob, sendEmailChange } from '../account/change-email.ts';
import { sendCodeAgain, sendTwoFactorCodeJob } from '../second-factor/send-two-factor-code.ts';
import { sendSmsCodeJob } from '../second-factor/send-sms-code.job.ts';
import { sendSmsCode } from '../second-factor/send-sms-code.ts';
import { resendActivationJob, sendActivationAgain } from '../account/resend-activation.ts';

/** The jobs of this domain and what does them. */
export const identityTasks: readonly Task[] = [
  implementTask(answerRegistrationJob, answerRegistration),
  implementTask(resendActivationJob, sendActivationAgain),
  implementTask(mailPasswordResetJob, sendPasswordReset),
  implementTask(mailIdentityProofJob, sendIdentityProof),
  implementTask(mailEmailChangeJob, sendEmailChange),
  implementTask(sendTwoFactorCodeJob, sendCodeAgain),
  implementTask(sendSmsCodeJob, sendSmsCode),
];
