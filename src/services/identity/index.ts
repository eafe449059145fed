/** The public API of identity: people, their accounts and their sessions. */
export type { Account } from './account/account.ts';
export { prepareActivation, prepareInvitation, preparePasswordReset } from './account/account-mails.ts';
export { renewEmailChange, renewInvitation, renewPasswordReset, renewTwoFactorCode } from './renew-mails.ts';
export { prepareActivationChoice } from './account/registrations/mail-links.ts';
export { prepareEmailChange, prepareEmailChanged, prepareTwoFactorCode } from './security-mails.ts';
export {
  finishFirstFactor,
  loginAnswerOf,
  type FirstFactorOutcome,
  type FirstFactor,
  type LoginAnswer,
} from './sessions/finish-first-factor.ts';
export { activateAccount } from './account/activate-account.ts';
export {
  accountAt,
  activationLink,
  issueActivation,
  openPendingAccount,
  type PersonToBe,
} from './account/pending-account.ts';
export { requireConsents, storeRegistrationConsents } from './account/consents.ts';
export { requireGoodPassword } from './password/password.policy.ts';
export { grantConsent, withdrawConsent } from './account/change-consent.ts';
export type { GivenConsent } from './account/consents.ts';
export { endSessions, logout, logoutEverywhere, type SignedOut } from './sessions/end-sessions.ts';
export { sessionsChanged, userActivated, userAddressChanged, userRegistered, type AboutUser } from './events.ts';
export { login, type Credentials } from './sessions/login.ts';
export { mayMailAccount } from './account/mail-allowance.ts';
export {
  findOrInvite,
  prepareCustomerInvitation,
  type NamedPerson,
  type PreparedInvitation,
} from './users/find-or-invite.ts';
export { normalEmail } from './account/email-address.ts';
export { isAvatar, mayReadAvatar, removeAvatar, uploadAvatar } from './account/avatar.ts';
export {
  confirmEmailChange,
  requestEmailChange,
  undoEmailChange,
  type EmailChangeReceipt,
} from './account/change-email.ts';
export { changePassword, type PasswordChange } from './password/change-password.ts';
export { preferencesById, preferencesOf, type Preferences } from './account/preferences.ts';
export { updateMyProfile, type ProfileChange } from './account/update-my-profile.ts';
export { confirmTwoFactor, type ConfirmedFactor, type FactorConfirmation } from './second-factor/confirm-two-factor.ts';
export { disableTwoFactor, regenerateRecoveryCodes } from './second-factor/disable-two-factor.ts';
export { enableTwoFactor, type FactorSetup, type NewFactor } from './second-factor/enable-two-factor.ts';
export { endOtherSessions } from './sessions/end-other-sessions.ts';
export { verifyPassword } from './reauthentication/verify-password.ts';
export { findMyTwoFactor, type TwoFactorState } from './queries/find-two-factor.ts';
export { revokeTrustedDevice } from './second-factor/revoke-trusted-device.ts';
export { sendTwoFactorCode, type CodeReceipt, type CodeRequest } from './second-factor/send-two-factor-code.ts';
export {
  sendReauthenticationCode,
  type ReauthenticationCodeRequest,
} from './reauthentication/send-reauthentication-code.ts';
export { stepUp, type SteppedUp } from './reauthentication/step-up.ts';
export { distrustDevices } from './second-factor/trusted-devices.ts';
export { verifyTwoFactor, type TwoFactorAnswer } from './second-factor/verify-two-factor.ts';
export { findMyAccount } from './queries/find-account.ts';
export { listMyConsents, type ConsentRow } from './queries/list-my-consents.ts';
export { listMySessions, type SignedInDevice } from './queries/list-my-sessions.ts';
export { identityPersonalData } from './personal-data.ts';
export { identityRetention } from './retention.ts';
export {
  reauthenticate,
  type Reauthentication,
  type ReauthenticationNeeds,
} from './reauthentication/reauthenticate.ts';
export { myReauthenticationMethods } from './queries/my-reauthentication-methods.ts';
export { liveSessions, type LiveSession } from './queries/live-sessions.ts';
export { peopleByIds, showMyself, type Person } from './queries/people-by-ids.ts';
export { refreshSession } from './sessions/refresh-session.ts';
export { register, type Registration, type RegistrationReceipt } from './account/register.ts';
export { requestPasswordReset, type PasswordResetReceipt } from './password/request-password-reset.ts';
export { resendActivation } from './account/resend-activation.ts';
export { resetPassword } from './password/reset-password.ts';
export { revokeSession } from './sessions/revoke-session.ts';
export { enterActivePerson, seedExamplePeople, seedFirstAdmin, type FirstPerson } from './seed.ts';
export type { SessionAnswer } from './sessions/session-answer.ts';
export { listMyIdentities } from './queries/list-my-identities.ts';
export { oauthAuthorizeUrl, type OauthStart, type OauthFlowRequest } from './sso/begin-flow.ts';
export { confirmIdentity, type IdentityConfirmation } from './sso/confirm-identity.ts';
export { linkIdentity, type IdentityLink } from './sso/link-identity.ts';
export { listOauthProviders } from './sso/providers.ts';
export { receiveOauthReturn, type OauthReturn } from './sso/receive-return.ts';
export { signInWithOauth, type OauthOutcome, type OauthSignIn } from './sso/sign-in-with-oauth.ts';
export { unlinkIdentity } from './sso/unlink-identity.ts';
export type { LinkedIdentity } from './sso/attach-identity.ts';
export { listMyPasskeys } from './queries/list-my-passkeys.ts';
export type { MyPasskey } from './passkeys/passkey-view.ts';
export { reauthenticationPasskeyOptions, twoFactorPasskeyOptions } from './passkeys/passkey-options.ts';
export { passkeyAssertionOptions, verifyPasskey, useCounter, type VerifiedPasskey } from './passkeys/verify-passkey.ts';
export {
  passkeyRegistrationOptions,
  registerPasskey,
  type NewPasskey,
  type RegisteredPasskey,
} from './passkeys/register-passkey.ts';
export { removePasskey } from './passkeys/remove-passkey.ts';
export { renamePasskey } from './passkeys/rename-passkey.ts';
export { passkeySignInOptions, signInWithPasskey } from './passkeys/sign-in-with-passkey.ts';
export { createSessionChecker, type Caller, type Holder, type SessionChecker } from './sessions/session-checker.ts';
export { identityTasks } from './tasks/index.ts';
// people, as admins look after them
export { acceptInvitation, type Acceptance } from './users/accept-invitation.ts';
export { grantPermissionSet, revokePermissionSet, type SetOfPerson } from './users/change-permission-sets.ts';
export { createUser, type NewUser } from './users/create-user.ts';
export { givePassword } from './users/give-password.ts';
export { makeAdmin, type NewAdmin } from './users/make-admin.ts';
export { lockNobody, actorLock } from './actor-lock.ts';
export { lockForErasure } from './users/lock-user.ts';
export { restoreUser } from './users/restore-user.ts';
export { setUserRole, type RoleChange } from './users/set-user-role.ts';
export { suspendUser } from './users/suspend-user.ts';
export { updateUser, type UserUpdate } from './users/update-user.ts';
export { findUser, listUsers, type ListUsers, type UserFilter } from './queries/list-users.ts';
export { userCounts, type UserCounted, type UserCounts } from './queries/user-counts.ts';
export { userStats, type UserStats } from './queries/user-stats.ts';
// programs
export { withApiTokens } from './service-accounts/api-token-checker.ts';
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
