import { implementTask, type Task } from '../../platform/task.ts';
import { answerRegistration, answerRegistrationJob } from '../registrations/answer-registration.ts';
import { mailPasswordResetJob, sendPasswordReset } from '../request-password-reset.ts';
import { mailIdentityProofJob, sendIdentityProof } from '../sso/mail-identity-proof.ts';
import { mailEmailChangeJob, sendEmailChange } from '../change-email.ts';
import { sendCodeAgain, sendTwoFactorCodeJob } from '../send-two-factor-code.ts';
import { sendSmsCodeJob } from '../send-sms-code.job.ts';
import { sendSmsCode } from '../send-sms-code.ts';
import { resendActivationJob, sendActivationAgain } from '../resend-activation.ts';

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
