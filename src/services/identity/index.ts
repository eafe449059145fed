/** The front door of identity: people, their accounts and their sessions. */
export type { Account } from './account.ts';
export { prepareActivation, preparePasswordReset } from './account-mails.ts';
export { admit, answerAdmission, type Admission, type Entrance, type LoginAnswer } from './admit.ts';
export { activateAccount } from './activate-account.ts';
export { grantConsent, withdrawConsent } from './change-consent.ts';
export type { GivenConsent } from './consents.ts';
export { endSessions, logout, logoutEverywhere, type SignedOut } from './end-sessions.ts';
export { sessionsChanged, userActivated, userRegistered, type AboutUser } from './events.ts';
export { login, type Credentials } from './login.ts';
export { mayMailAccount } from './mail-allowance.ts';
export { normalEmail } from './email-address.ts';
export { isAvatar, mayReadAvatar, removeAvatar, uploadAvatar } from './avatar.ts';
export { confirmEmailChange, requestEmailChange, undoEmailChange, type EmailChangeReceipt } from './change-email.ts';
export { changePassword, type PasswordChange } from './change-password.ts';
export { preferencesOf, type Preferences } from './preferences.ts';
export { updateMyProfile, type ProfileChange } from './update-my-profile.ts';
export { confirmTwoFactor, type ConfirmedFactor, type FactorConfirmation } from './confirm-two-factor.ts';
export { disableTwoFactor, regenerateRecoveryCodes } from './disable-two-factor.ts';
export { enableTwoFactor, type FactorSetup, type NewFactor } from './enable-two-factor.ts';
export { endOtherSessions } from './end-other-sessions.ts';
export { provePassword } from './prove-password.ts';
export { findMyTwoFactor, type TwoFactorState } from './queries/find-two-factor.ts';
export { revokeTrustedDevice } from './revoke-trusted-device.ts';
export { sendTwoFactorCode, type CodeReceipt, type CodeRequest } from './send-two-factor-code.ts';
export { sendProofCode, type ProofCodeRequest } from './send-proof-code.ts';
export { stepUp, type SteppedUp } from './step-up.ts';
export { distrustDevices } from './trusted-devices.ts';
export { verifyTwoFactor, type TwoFactorAnswer } from './verify-two-factor.ts';
export { findMyAccount } from './queries/find-account.ts';
export { listMyConsents, type ConsentRow } from './queries/list-my-consents.ts';
export { listMySessions, type SignedInDevice } from './queries/list-my-sessions.ts';
export { identityPersonalData } from './personal-data.ts';
export { identityRetention } from './retention.ts';
export { proveMyself, type Proof, type Proving } from './prove-myself.ts';
export { myProofMethods } from './queries/my-proof-methods.ts';
export { liveSessions, type LiveSession } from './queries/live-sessions.ts';
export { peopleByIds, type Person } from './queries/people-by-ids.ts';
export { refreshSession } from './refresh-session.ts';
export { register, type Registration, type RegistrationReceipt } from './register.ts';
export { requestPasswordReset, type PasswordResetReceipt } from './request-password-reset.ts';
export { resendActivation } from './resend-activation.ts';
export { resetPassword } from './reset-password.ts';
export { revokeSession } from './revoke-session.ts';
export { seedExamplePeople, seedFirstAdmin, type FirstPerson } from './seed.ts';
export type { SessionAnswer } from './session-answer.ts';
export { listMyIdentities } from './queries/list-my-identities.ts';
export { oauthAuthorizeUrl, type OauthStart, type Trip } from './sso/begin-flow.ts';
export { confirmIdentity, type IdentityConfirmation } from './sso/confirm-identity.ts';
export { linkIdentity, type IdentityLink } from './sso/link-identity.ts';
export { listOauthProviders } from './sso/providers.ts';
export { receiveOauthReturn, type OauthReturn } from './sso/receive-return.ts';
export { signInWithOauth, type OauthOutcome, type OauthSignIn } from './sso/sign-in-with-oauth.ts';
export { unlinkIdentity } from './sso/unlink-identity.ts';
export type { LinkedIdentity } from './sso/attach-identity.ts';
export { listMyPasskeys } from './queries/list-my-passkeys.ts';
export type { MyPasskey } from './passkeys/passkey-view.ts';
export { proofPasskeyOptions, twoFactorPasskeyOptions } from './passkeys/ask-again.ts';
export { askForPasskey, provePasskey, useCounter, type ProvenPasskey } from './passkeys/prove-passkey.ts';
export {
  passkeyRegistrationOptions,
  registerPasskey,
  type NewPasskey,
  type RegisteredPasskey,
} from './passkeys/register-passkey.ts';
export { removePasskey } from './passkeys/remove-passkey.ts';
export { renamePasskey } from './passkeys/rename-passkey.ts';
export { passkeySignInOptions, signInWithPasskey } from './passkeys/sign-in-with-passkey.ts';
export { createSessionWatch, type Caller, type Holder, type SessionWatch } from './session-watch.ts';
export { identityTasks } from './tasks/index.ts';
// people, as admins look after them
export { acceptInvitation, type Acceptance } from './users/accept-invitation.ts';
export { grantPermissionSet, revokePermissionSet, type SetOfPerson } from './users/change-permission-sets.ts';
export { createUser, type NewUser } from './users/create-user.ts';
export { givePassword } from './users/give-password.ts';
export { makeAdmin, type NewAdmin } from './users/make-admin.ts';
export { holdNobody, actorLock } from './actor-lock.ts';
export { lockForErasure } from './users/lock-user.ts';
export { restoreUser } from './users/restore-user.ts';
export { setUserRole, type RoleChange } from './users/set-user-role.ts';
export { suspendUser } from './users/suspend-user.ts';
export { updateUser, type UserUpdate } from './users/update-user.ts';
export { findUser, listUsers, type ListUsers, type UserFilter } from './queries/list-users.ts';
export { userStats, type UserStats } from './queries/user-stats.ts';
// programs
export { withApiTokens } from './service-accounts/api-token-watch.ts';
export { createApiToken, type NewApiToken, type ShownApiToken } from './service-accounts/create-api-token.ts';
export { createServiceAccount, type NewServiceAccount } from './service-accounts/create-service-account.ts';
export { retireServiceAccount } from './service-accounts/retire-service-account.ts';
export { revokeApiToken } from './service-accounts/revoke-api-token.ts';
export {
  apiTokensOf,
  listServiceAccounts,
  type ApiTokenRow,
  type ServiceAccountRow,
} from './queries/service-accounts.ts';
