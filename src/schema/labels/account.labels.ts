import type { ConsentPurpose } from '../../entities/identity/consent-record.entity.ts';
import type { IdentityProvider } from '../../entities/identity/identity.entity.ts';
import type { OauthPurpose } from '../../entities/identity/oauth-flow.entity.ts';
import type {
  AuthenticationMethod,
  ReauthenticationPurpose,
} from '../../entities/identity/two-factor-challenge.entity.ts';
import type { TwoFactorMethod } from '../../entities/identity/two-factor.entity.ts';
import type { UserStatus } from '../../entities/identity/user.entity.ts';
import type { PermissionSet } from '../../services/kernel/roles.ts';
import type { Labels } from './label.ts';

/** Accounts and signing in. */

const userStatus: Labels<UserStatus> = {
  PENDING: ['À activer', 'To be activated'],
  ACTIVE: ['Actif', 'Active'],
  SUSPENDED: ['Suspendu', 'Suspended'],
  ERASED: ['Effacé', 'Erased'],
};
const permissionSet: Labels<PermissionSet> = {
  AUDITOR: ['Auditeur', 'Auditor'],
  SUPPORT_AGENT: ['Assistance', 'Support agent'],
};
const consentPurpose: Labels<ConsentPurpose> = {
  TERMS: ['Conditions générales', 'Terms of sale'],
  PRIVACY: ['Politique de confidentialité', 'Privacy policy'],
  MARKETING: ['Nouvelles et offres', 'News and offers'],
};
const identityProvider: Labels<IdentityProvider> = {
  GOOGLE: ['Google', 'Google'],
  MICROSOFT: ['Microsoft', 'Microsoft'],
};
const twoFactorMethod: Labels<TwoFactorMethod> = {
  TOTP: ['Application d’authentification', 'Authenticator app'],
  EMAIL_OTP: ['Code par e-mail', 'Code by e-mail'],
  SMS_OTP: ['Code par SMS', 'Code by SMS'],
};
const proofMethod: Labels<AuthenticationMethod> = {
  ...twoFactorMethod,
  PASSWORD: ['Mot de passe', 'Password'],
  PASSKEY: ['Clé d’accès', 'Passkey'],
  IDENTITY: ['Fournisseur d’identité', 'Identity provider'],
  RECOVERY_CODE: ['Code de secours', 'Recovery code'],
};
const proofPurpose: Labels<ReauthenticationPurpose> = {
  STEP_UP: ['Confirmer une action sensible', 'Confirm a sensitive action'],
  ERASURE: ['Effacer le compte', 'Erase the account'],
};
const oauthPurpose: Labels<OauthPurpose> = {
  ...proofPurpose,
  SIGN_IN: ['Se connecter', 'Sign in'],
  LINK: ['Rattacher une identité', 'Link an identity'],
};

export const accountLabels = {
  UserStatus: userStatus,
  PermissionSet: permissionSet,
  ConsentPurpose: consentPurpose,
  IdentityProvider: identityProvider,
  TwoFactorMethod: twoFactorMethod,
  AuthenticationMethod: proofMethod,
  ReauthenticationPurpose: proofPurpose,
  OauthPurpose: oauthPurpose,
  Locale: { FR: ['Français', 'French'], EN: ['Anglais', 'English'] } satisfies Labels<'FR' | 'EN'>,
} as const;
