import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const identityColumns = {
  user: {
    ...none('id', 'created_at', 'version', 'role', 'status', 'locale', 'activated_at', 'erased_at', 'session_version', 'password_version', 'invited_at', 'permission_sets', 'avatar_file_id', 'preferences'),
    bio: 'subject', email: 'subject', password_hash: 'subject', first_name: 'subject', last_name: 'subject', phone: 'subject', address: 'subject',
  },
  session: {
    ...none('id', 'created_at', 'version', 'user_id', 'refresh_hash', 'parent_hash', 'rotated_at', 'expires_at', 'last_used_at', 'revoked_at', 'revoke_reason', 'session_version', 'proven_at'),
    address: 'subject', agent: 'subject',
  },
  consent_record: {
    ...none('id', 'created_at', 'version', 'user_id'),
    purpose: 'legal-hold', policy_version: 'legal-hold', is_granted: 'legal-hold', source: 'legal-hold', address: 'subject',
  },
  one_time_token: {
    ...none('id', 'created_at', 'version', 'user_id', 'purpose', 'token_hash', 'password_version', 'expires_at', 'used_at'),
    email: 'subject', new_email: 'subject',
  },
  pending_registration: {
    ...none('id', 'created_at', 'version', 'locale', 'consents', 'token_hash', 'expires_at'),
    email: 'subject', password_hash: 'subject', first_name: 'subject', last_name: 'subject', address: 'subject', network: 'subject',
  },
  identity: { ...none('id', 'created_at', 'version', 'user_id', 'provider', 'issuer', 'last_used_at'), subject: 'subject', email: 'subject' },
  passkey: {
    ...none('id', 'created_at', 'version', 'user_id', 'credential_hash', 'public_key', 'counter', 'transports', 'is_synced', 'last_used_at'),
    credential_id: 'subject', name: 'subject',
  },
  passkey_challenge: none('id', 'created_at', 'version', 'purpose', 'challenge_hash', 'user_id', 'asked_by', 'expires_at', 'used_at'),
  oauth_flow: {
    ...none('id', 'created_at', 'version', 'user_id', 'provider', 'purpose', 'state_hash', 'proof_hash', 'expires_at', 'returned_at', 'code_hash', 'consents', 'token_hash', 'done_at'),
    claims: 'subject', email: 'subject',
  },
  two_factor: { ...none('id', 'created_at', 'version', 'user_id', 'method', 'confirmed_at', 'data_key_id', 'last_step'), phone: 'subject' },
  two_factor_challenge: none(
    'id', 'created_at', 'version', 'user_id', 'purpose', 'token_hash', 'entrance', 'session_id', 'session_version', 'tries', 'code_method', 'code_number', 'code_expires_at', 'code_in_flight', 'expires_at', 'ended_at',
  ),
  recovery_code: none('id', 'created_at', 'version', 'user_id', 'code_hash', 'used_at'),
  trusted_device: {
    ...none('id', 'created_at', 'version', 'user_id', 'token_hash', 'last_used_at', 'expires_at', 'revoked_at'),
    address: 'subject', agent: 'subject',
  },
  // Programs are nobody.
  service_account: none('id', 'created_at', 'version', 'name', 'description', 'created_by_id', 'retired_at'),
  api_token: none('id', 'created_at', 'version', 'account_id', 'name', 'prefix', 'token_hash', 'scopes', 'expires_at', 'last_used_at', 'last_used_from', 'revoked_at'),
  // Its key is a keyed hash: no address can be read from it.
  login_throttle: none('key', 'failures', 'last_failure_at', 'locked_until', 'day', 'day_failures'),
} as const satisfies PersonalTables;
