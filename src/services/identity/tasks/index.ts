import { implementTask, type Task } from '../../platform/task.ts';
import { answerRegistration, answerRegistrationTask } from '../account/registrations/answer-registration.ts';
import { mailPasswordResetTask, sendPasswordReset } from '../password/request-password-reset.ts';
import { mailIdentityProofTask, sendIdentityProof } from '../sso/mail-identity-proof.ts';
import { mailEmailChangeTask, sendEmailChange } from '../account/change-email.ts';
import { sendCodeAgain, sendTwoFactorCodeTask } from '../second-factor/send-two-factor-code.ts';
import { sendSmsCodeTask } from '../second-factor/send-sms-code.task.ts';
import { sendSmsCode } from '../second-factor/send-sms-code.ts';
import { remindActivation, remindActivationTask } from '../account/remind-activation.ts';
import { resendActivationTask, sendActivationAgain } from '../account/resend-activation.ts';

/** The jobs of this domain and what does them. */
export const identityTasks: readonly Task[] = [
  implementTask(answerRegistrationTask, answerRegistration),
  implementTask(resendActivationTask, sendActivationAgain),
  implementTask(remindActivationTask, remindActivation),
  implementTask(mailPasswordResetTask, sendPasswordReset),
  implementTask(mailIdentityProofTask, sendIdentityProof),
  implementTask(mailEmailChangeTask, sendEmailChange),
  implementTask(sendTwoFactorCodeTask, sendCodeAgain),
  implementTask(sendSmsCodeTask, sendSmsCode),
];
