import { none, type PersonalTables } from '../../services/kernel/personal.ts';

export const identityColumns = {
  user: {
    ...none('id', 'created_at', 'version', 'role', 'status', 'locale', 'activated_at', 'erased_at', 'session_version', 'password_version'),
    email: 'subject', password_hash: 'subject', first_name: 'subject', last_name: 'subject', phone: 'subject', address: 'subject',
  },
  session: {
    ...none('id', 'created_at', 'version', 'user_id', 'refresh_hash', 'parent_hash', 'rotated_at', 'expires_at', 'last_used_at', 'revoked_at', 'revoke_reason', 'session_version'),
    address: 'subject', agent: 'subject',
  },
  consent_record: {
    ...none('id', 'created_at', 'version', 'user_id'),
    purpose: 'legal-hold', policy_version: 'legal-hold', is_granted: 'legal-hold', source: 'legal-hold', address: 'subject',
  },
  one_time_token: {
    ...none('id', 'created_at', 'version', 'user_id', 'purpose', 'token_hash', 'password_version', 'expires_at', 'used_at'),
    email: 'subject',
  },
  // Its key is a keyed hash: no address can be read from it.
  login_throttle: none('key', 'failures', 'last_failure_at', 'locked_until', 'day', 'day_failures'),
} as const satisfies PersonalTables;
