import { Migration } from '@mikro-orm/migrations';

export class Migration0001_foundation extends Migration {

  override name = 'Migration0001_foundation';

  override up(): void | Promise<void> {
    this.addSql(`create table \`address_proof\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`email\` text not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`token_hash\` text not null, \`expires_at\` datetime not null, \`used_at\` datetime null);`);
    this.addSql(`create index \`address_proof_email_index\` on \`address_proof\` (\`email\`);`);
    this.addSql(`create unique index \`address_proof_token_hash_unique\` on \`address_proof\` (\`token_hash\`);`);

    this.addSql(`create table \`audit_checkpoint\` (\`seq\` bigint not null primary key, \`mac\` text not null, \`root\` text not null, \`frontier\` json not null, \`at\` datetime not null, \`key_id\` text not null, \`signature\` text not null, \`exported_at\` datetime null);`);
    this.addSql(`create index \`audit_checkpoint_exported_at_index\` on \`audit_checkpoint\` (\`exported_at\`);`);

    this.addSql(`create table \`audit_entry\` (\`seq\` bigint not null primary key, \`at\` datetime not null, \`actor_kind\` text check (\`actor_kind\` in ('PERSON', 'SERVICE', 'ANONYMOUS', 'SYSTEM')) not null, \`actor_id\` char(36) null, \`action\` text not null, \`severity\` text check (\`severity\` in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')) not null, \`outcome\` text check (\`outcome\` in ('SUCCESS', 'FAILURE')) not null default 'SUCCESS', \`target_type\` text not null, \`target_id\` text null, \`address\` text null, \`agent\` text null, \`request_id\` text null, \`payload\` text not null, \`pii_ref\` text null, \`prev_mac\` text not null, \`mac\` text not null, \`key_epoch\` integer not null);`);
    this.addSql(`create index \`audit_entry_at_index\` on \`audit_entry\` (\`at\`);`);
    this.addSql(`create index \`audit_entry_actor_id_index\` on \`audit_entry\` (\`actor_id\`);`);
    this.addSql(`create index \`audit_entry_pii_ref_index\` on \`audit_entry\` (\`pii_ref\`);`);
    this.addSql(`create index \`audit_entry_target_type_target_id_index\` on \`audit_entry\` (\`target_type\`, \`target_id\`);`);
    this.addSql(`create index \`audit_entry_action_index\` on \`audit_entry\` (\`action\`);`);
    this.addSql(`create index \`audit_entry_severity_index\` on \`audit_entry\` (\`severity\`);`);

    this.addSql(`create table \`audit_export\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`requested_by_id\` char(36) not null, \`format\` text check (\`format\` in ('CSV', 'JSON', 'PROOFS')) not null, \`filter\` json not null, \`until_seq\` bigint not null, \`total_entries\` integer not null, \`written_entries\` integer not null default 0, \`file_id\` char(36) null, \`finished_at\` datetime null);`);
    this.addSql(`create index \`audit_export_requested_by_id_index\` on \`audit_export\` (\`requested_by_id\`);`);
    this.addSql(`create index \`audit_export_file_id_index\` on \`audit_export\` (\`file_id\`);`);

    this.addSql(`create table \`audit_head\` (\`id\` integer not null primary key, \`seq\` bigint not null, \`mac\` text not null, \`key_epoch\` integer not null default 0, \`epoch_from\` bigint not null default '0', \`epoch_at\` datetime null);`);

    this.addSql(`create table \`audit_personal\` (\`ref\` text not null primary key, \`subject_id\` char(36) not null, \`ciphertext\` blob not null);`);
    this.addSql(`create index \`audit_personal_subject_id_index\` on \`audit_personal\` (\`subject_id\`);`);

    this.addSql(`create table \`audit_segment\` (\`id\` char(36) not null primary key, \`first_seq\` bigint not null, \`last_seq\` bigint not null, \`file_id\` char(36) not null, \`sha256\` text not null, \`signature\` text not null, \`sealed_at\` datetime not null, \`sealed_by_id\` char(36) null, \`purged_at\` datetime null);`);
    this.addSql(`create unique index \`audit_segment_last_seq_unique\` on \`audit_segment\` (\`last_seq\`);`);
    this.addSql(`create index \`audit_segment_file_id_index\` on \`audit_segment\` (\`file_id\`);`);

    this.addSql(`create table \`audit_subject\` (\`id\` char(36) not null primary key, \`key_id\` char(36) null, \`forgotten_at\` datetime null);`);

    this.addSql(`create table \`conversation\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`subject\` text not null, \`context_type\` text check (\`context_type\` in ('ORDER')) not null, \`context_id\` char(36) not null, \`last_message_at\` datetime not null);`);
    this.addSql(`create index \`conversation_last_message_at_id_index\` on \`conversation\` (\`last_message_at\`, \`id\`);`);
    this.addSql(`create unique index \`conversation_context_type_context_id_unique\` on \`conversation\` (\`context_type\`, \`context_id\`);`);

    this.addSql(`create table \`data_key\` (\`id\` char(36) not null primary key, \`file_id\` char(36) not null, \`version_id\` char(36) not null, \`kek_id\` char(36) not null, \`wrapped\` blob not null, \`created_at\` datetime not null, \`rotated_at\` datetime null);`);
    this.addSql(`create unique index \`data_key_version_id_unique\` on \`data_key\` (\`version_id\`);`);
    this.addSql(`create index \`data_key_kek_id_index\` on \`data_key\` (\`kek_id\`);`);

    this.addSql(`create table \`erasure_receipt\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`decided_by\` text check (\`decided_by\` in ('PERSON', 'ADMIN')) not null, \`reason\` text check (\`reason\` in ('NO_LONGER_NEEDED', 'PRIVACY', 'DISSATISFIED', 'ASKED_OTHERWISE', 'UNUSED', 'MISUSE', 'OTHER')) not null, \`lines\` json not null);`);
    this.addSql(`create index \`erasure_receipt_user_id_index\` on \`erasure_receipt\` (\`user_id\`);`);

    this.addSql(`create table \`faq_entry\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`question\` text not null, \`answer\` text not null, \`details\` text null, \`category\` text not null, \`position\` integer not null default 0, \`is_visible\` integer not null default true);`);
    this.addSql(`create unique index \`faq_entry_question_unique\` on \`faq_entry\` (\`question\`);`);
    this.addSql(`create index \`faq_entry_is_visible_position_index\` on \`faq_entry\` (\`is_visible\`, \`position\`);`);
    this.addSql(`create index \`faq_entry_category_index\` on \`faq_entry\` (\`category\`);`);

    this.addSql(`create table \`invoice_counter\` (\`series\` text not null primary key, \`next_number\` bigint not null, \`last_issued_at\` datetime not null);`);

    this.addSql(`create table \`job\` (\`id\` char(36) not null primary key, \`kind\` text not null, \`payload\` json not null, \`state\` text check (\`state\` in ('PENDING', 'RUNNING', 'RETRYING', 'COMPLETED', 'FAILED', 'CANCELLED')) not null default 'PENDING', \`priority\` integer not null default 100, \`run_at\` datetime not null, \`attempts\` integer not null default 0, \`max_attempts\` integer not null default 8, \`owner\` char(36) null, \`lease_until\` datetime null, \`last_error\` text null, \`dedupe_key\` text null, \`event_id\` char(36) null, \`request_id\` text null, \`created_at\` datetime not null, \`finished_at\` datetime null);`);
    this.addSql(`create unique index \`job_dedupe_key_unique\` on \`job\` (\`dedupe_key\`);`);
    this.addSql(`create index \`job_event_id_index\` on \`job\` (\`event_id\`);`);
    this.addSql(`create index \`job_state_priority_run_at_id_index\` on \`job\` (\`state\`, \`priority\`, \`run_at\`, \`id\`);`);
    this.addSql(`create index \`job_state_lease_until_index\` on \`job\` (\`state\`, \`lease_until\`);`);
    this.addSql(`create index \`job_kind_state_index\` on \`job\` (\`kind\`, \`state\`);`);
    this.addSql(`create index \`job_finished_at_index\` on \`job\` (\`finished_at\`);`);

    this.addSql(`create table \`legal_hold\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`target_type\` text check (\`target_type\` in ('USER', 'ORDER', 'CONVERSATION', 'FILE', 'PAYMENT', 'INVOICE')) not null, \`target_id\` char(36) not null, \`person_id\` char(36) null, \`reason\` text not null, \`case_reference\` text null, \`placed_by_id\` char(36) not null, \`released_at\` datetime null, \`released_by_id\` char(36) null, \`release_reason\` text null);`);
    this.addSql(`create index \`legal_hold_person_id_index\` on \`legal_hold\` (\`person_id\`);`);
    this.addSql(`create index \`legal_hold_target_type_released_at_target_id_index\` on \`legal_hold\` (\`target_type\`, \`released_at\`, \`target_id\`);`);

    this.addSql(`create table \`live_event\` (\`stream\` text not null, \`seq\` bigint not null, \`payload\` json not null, \`created_at\` datetime not null, primary key (\`stream\`, \`seq\`));`);
    this.addSql(`create index \`live_event_created_at_index\` on \`live_event\` (\`created_at\`);`);

    this.addSql(`create table \`live_stream\` (\`stream\` text not null primary key, \`last_seq\` bigint not null);`);

    this.addSql(`create table \`login_throttle\` (\`key\` text not null primary key, \`failures\` integer not null, \`last_failure_at\` datetime not null, \`locked_until\` datetime null, \`day\` text not null, \`day_failures\` integer not null);`);
    this.addSql(`create index \`login_throttle_last_failure_at_index\` on \`login_throttle\` (\`last_failure_at\`);`);

    this.addSql(`create table \`outbox_event\` (\`id\` char(36) not null primary key, \`name\` text not null, \`payload\` json not null, \`request_id\` text null, \`created_at\` datetime not null);`);
    this.addSql(`create index \`outbox_event_created_at_index\` on \`outbox_event\` (\`created_at\`);`);

    this.addSql(`create table \`page\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`slug\` text not null, \`title\` text not null, \`content\` text not null, \`excerpt\` text null, \`type\` text check (\`type\` in ('PAGE', 'FAQ', 'BLOG', 'LEGAL', 'HELP', 'LANDING')) not null default 'PAGE', \`status\` text check (\`status\` in ('DRAFT', 'PUBLISHED', 'ARCHIVED', 'SCHEDULED')) not null default 'DRAFT', \`position\` integer not null default 0, \`published_at\` datetime null);`);
    this.addSql(`create unique index \`page_slug_unique\` on \`page\` (\`slug\`);`);
    this.addSql(`create index \`page_type_status_position_index\` on \`page\` (\`type\`, \`status\`, \`position\`);`);

    this.addSql(`create table \`passkey_challenge\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`purpose\` text check (\`purpose\` in ('REGISTRATION', 'SIGN_IN', 'SECOND_FACTOR', 'STEP_UP', 'ERASURE')) not null, \`challenge_hash\` text not null, \`user_id\` char(36) null, \`asked_by\` char(36) null, \`expires_at\` datetime not null, \`used_at\` datetime null);`);
    this.addSql(`create unique index \`passkey_challenge_challenge_hash_unique\` on \`passkey_challenge\` (\`challenge_hash\`);`);
    this.addSql(`create index \`passkey_challenge_expires_at_index\` on \`passkey_challenge\` (\`expires_at\`);`);

    this.addSql(`create table \`price_item\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`name\` text not null, \`description\` text not null, \`price_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`unit\` text check (\`unit\` in ('PACK', 'PAGE')) not null, \`service_type\` text not null, \`estimated_duration\` text null, \`is_active\` integer not null default true, \`position\` integer not null default 0, \`stripe_price_id\` text null, \`stripe_product_id\` text null);`);
    this.addSql(`create unique index \`price_item_name_unique\` on \`price_item\` (\`name\`);`);
    this.addSql(`create index \`price_item_is_active_position_index\` on \`price_item\` (\`is_active\`, \`position\`);`);
    this.addSql(`create index \`price_item_service_type_index\` on \`price_item\` (\`service_type\`);`);

    this.addSql(`create table \`retention_policy\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`record_class\` text check (\`record_class\` in ('SESSIONS', 'TOKENS', 'LOGIN_THROTTLES', 'PROVIDER_TRIPS', 'PASSKEY_CHALLENGES', 'FACTOR_CHALLENGES', 'ADDRESS_PROOFS', 'TRUSTED_DEVICES', 'UNCONFIRMED_FACTORS', 'CONSENTS', 'NOTIFICATIONS', 'OLD_NOTIFICATIONS', 'MAILS', 'MESSAGES', 'MANUSCRIPTS', 'ORDERS', 'PAYMENTS', 'UNPAID_PAYMENTS', 'INVOICES', 'PROVIDER_EVENTS', 'EXPORTS', 'REQUESTS', 'RECEIPTS', 'LEGAL_HOLDS', 'RETENTION_RUNS', 'EVENTS', 'JOBS', 'UNUSED_ACCOUNTS', 'EXTRACTS', 'JOURNAL')) not null, \`days\` integer not null, \`changed_at\` datetime not null, \`changed_by_id\` char(36) not null);`);
    this.addSql(`create unique index \`retention_policy_record_class_unique\` on \`retention_policy\` (\`record_class\`);`);

    this.addSql(`create table \`retention_run\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`started_by_id\` char(36) null, \`as_of\` datetime not null, \`periods\` json not null, \`progress\` json not null, \`finished_at\` datetime null);`);
    this.addSql(`create index \`retention_run_finished_at_index\` on \`retention_run\` (\`finished_at\`);`);

    this.addSql(`create table \`schedule_run\` (\`name\` text not null, \`due_at\` datetime not null, \`created_at\` datetime not null, primary key (\`name\`, \`due_at\`));`);

    this.addSql(`create table \`user\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`email\` text not null, \`password_hash\` text null, \`first_name\` text not null, \`last_name\` text not null, \`role\` text check (\`role\` in ('CUSTOMER', 'PROOFREADER', 'ARTISAN', 'ADMIN')) not null default 'CUSTOMER', \`status\` text check (\`status\` in ('PENDING', 'ACTIVE', 'SUSPENDED', 'ERASED')) not null default 'PENDING', \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`phone\` text null, \`address\` text null, \`bio\` text null, \`avatar_file_id\` char(36) null, \`preferences\` json null, \`activated_at\` datetime null, \`invited_at\` datetime null, \`permission_sets\` json null, \`erased_at\` datetime null, \`session_version\` integer not null default 1, \`password_version\` integer not null default 1);`);
    this.addSql(`create unique index \`user_email_unique\` on \`user\` (\`email\`);`);
    this.addSql(`create index \`user_avatar_file_id_index\` on \`user\` (\`avatar_file_id\`);`);
    this.addSql(`create index \`user_role_status_index\` on \`user\` (\`role\`, \`status\`);`);

    this.addSql(`create table \`two_factor_challenge\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`purpose\` text check (\`purpose\` in ('LOGIN', 'STEP_UP', 'ERASURE', 'SETUP')) not null, \`token_hash\` text null, \`entrance\` text null, \`session_id\` char(36) null, \`session_version\` integer not null, \`tries\` integer not null default 0, \`code_method\` text check (\`code_method\` in ('TOTP', 'EMAIL_OTP', 'SMS_OTP')) null, \`code_number\` integer not null default 0, \`code_expires_at\` datetime null, \`expires_at\` datetime not null, \`ended_at\` datetime null, constraint \`two_factor_challenge_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`two_factor_challenge_user_id_index\` on \`two_factor_challenge\` (\`user_id\`);`);
    this.addSql(`create unique index \`two_factor_challenge_token_hash_unique\` on \`two_factor_challenge\` (\`token_hash\`);`);
    this.addSql(`create index \`two_factor_challenge_user_id_created_at_index\` on \`two_factor_challenge\` (\`user_id\`, \`created_at\`);`);

    this.addSql(`create table \`two_factor\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`method\` text check (\`method\` in ('TOTP', 'EMAIL_OTP', 'SMS_OTP')) not null, \`confirmed_at\` datetime null, \`data_key_id\` char(36) null, \`last_step\` integer null, \`phone\` text null, constraint \`two_factor_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`two_factor_user_id_index\` on \`two_factor\` (\`user_id\`);`);
    this.addSql(`create unique index \`two_factor_user_id_method_unique\` on \`two_factor\` (\`user_id\`, \`method\`);`);

    this.addSql(`create table \`trusted_device\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`token_hash\` text not null, \`address\` text null, \`agent\` text null, \`last_used_at\` datetime not null, \`expires_at\` datetime not null, \`revoked_at\` datetime null, constraint \`trusted_device_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`trusted_device_user_id_index\` on \`trusted_device\` (\`user_id\`);`);
    this.addSql(`create unique index \`trusted_device_token_hash_unique\` on \`trusted_device\` (\`token_hash\`);`);

    this.addSql(`create table \`stored_file\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`owner_id\` char(36) null, \`kind\` text check (\`kind\` in ('DOCUMENT', 'IMAGE', 'AUDIO', 'VIDEO', 'ARCHIVE', 'OTHER')) not null, \`name\` text not null, \`mime_type\` text not null, \`size_bytes\` bigint not null, \`sha256\` text not null, \`ciphertext_sha256\` text not null, \`version_id\` char(36) not null, \`data_key_id\` char(36) not null, \`deleted_at\` datetime null, constraint \`stored_file_owner_id_foreign\` foreign key (\`owner_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`stored_file_owner_id_index\` on \`stored_file\` (\`owner_id\`);`);
    this.addSql(`create unique index \`stored_file_version_id_unique\` on \`stored_file\` (\`version_id\`);`);
    this.addSql(`create index \`stored_file_deleted_at_index\` on \`stored_file\` (\`deleted_at\`);`);

    this.addSql(`create table \`session\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`refresh_hash\` text not null, \`parent_hash\` text null, \`rotated_at\` datetime null, \`expires_at\` datetime not null, \`last_used_at\` datetime not null, \`revoked_at\` datetime null, \`revoke_reason\` text null, \`session_version\` integer not null, \`proven_at\` datetime null, \`address\` text null, \`agent\` text null, constraint \`session_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`session_user_id_index\` on \`session\` (\`user_id\`);`);
    this.addSql(`create unique index \`session_refresh_hash_unique\` on \`session\` (\`refresh_hash\`);`);
    this.addSql(`create index \`session_parent_hash_index\` on \`session\` (\`parent_hash\`);`);

    this.addSql(`create table \`service_account\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`name\` text not null, \`description\` text null, \`created_by_id\` char(36) null, \`retired_at\` datetime null, constraint \`service_account_created_by_id_foreign\` foreign key (\`created_by_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`create unique index \`service_account_name_unique\` on \`service_account\` (\`name\`);`);
    this.addSql(`create index \`service_account_created_by_id_index\` on \`service_account\` (\`created_by_id\`);`);

    this.addSql(`create table \`api_token\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`account_id\` char(36) not null, \`name\` text not null, \`prefix\` text not null, \`token_hash\` text not null, \`scopes\` json not null, \`expires_at\` datetime not null, \`last_used_at\` datetime null, \`last_used_from\` text null, \`revoked_at\` datetime null, constraint \`api_token_account_id_foreign\` foreign key (\`account_id\`) references \`service_account\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`api_token_account_id_index\` on \`api_token\` (\`account_id\`);`);
    this.addSql(`create unique index \`api_token_token_hash_unique\` on \`api_token\` (\`token_hash\`);`);

    this.addSql(`create table \`recovery_code\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`code_hash\` text not null, \`used_at\` datetime null, constraint \`recovery_code_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`recovery_code_user_id_index\` on \`recovery_code\` (\`user_id\`);`);
    this.addSql(`create unique index \`recovery_code_code_hash_unique\` on \`recovery_code\` (\`code_hash\`);`);

    this.addSql(`create table \`privacy_request\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) null, \`kind\` text check (\`kind\` in ('ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'PORTABILITY', 'OBJECTION')) not null, \`status\` text check (\`status\` in ('OPEN', 'DONE', 'REFUSED')) not null default 'OPEN', \`details\` text null, \`answer\` text null, \`due_at\` datetime not null, \`extended_at\` datetime null, \`extension_reason\` text null, \`handled_at\` datetime null, \`handled_by_id\` char(36) null, \`warned_at\` datetime null, constraint \`privacy_request_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`privacy_request_handled_by_id_foreign\` foreign key (\`handled_by_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`privacy_request_user_id_index\` on \`privacy_request\` (\`user_id\`);`);
    this.addSql(`create index \`privacy_request_handled_by_id_index\` on \`privacy_request\` (\`handled_by_id\`);`);
    this.addSql(`create index \`privacy_request_status_due_at_index\` on \`privacy_request\` (\`status\`, \`due_at\`);`);

    this.addSql(`create table \`payment\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payer_id\` char(36) not null, \`subject_type\` text check (\`subject_type\` in ('ORDER')) not null, \`subject_id\` char(36) not null, \`description\` text not null, \`status\` text check (\`status\` in ('PENDING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`provider\` text check (\`provider\` in ('STRIPE', 'SANDBOX')) not null, \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`provider_session_id\` text null, \`provider_payment_id\` text null, \`checkout_url\` text null, \`expires_at\` datetime null, \`paid_at\` datetime null, \`failure_reason\` text null, \`refunded_cents\` bigint not null default '0', \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS')) null, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`payment_payer_id_index\` on \`payment\` (\`payer_id\`);`);
    this.addSql(`create unique index \`payment_provider_session_id_unique\` on \`payment\` (\`provider_session_id\`);`);
    this.addSql(`create index \`payment_provider_payment_id_index\` on \`payment\` (\`provider_payment_id\`);`);
    this.addSql(`create index \`payment_subject_type_subject_id_index\` on \`payment\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create index \`payment_status_index\` on \`payment\` (\`status\`);`);

    this.addSql(`create table \`passkey\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`credential_hash\` text not null, \`credential_id\` text not null, \`public_key\` text not null, \`counter\` bigint not null, \`transports\` text not null, \`is_synced\` integer not null, \`name\` text not null, \`last_used_at\` datetime null, constraint \`passkey_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`passkey_user_id_index\` on \`passkey\` (\`user_id\`);`);
    this.addSql(`create unique index \`passkey_credential_hash_unique\` on \`passkey\` (\`credential_hash\`);`);

    this.addSql(`create table \`customer_order\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`customer_id\` char(36) not null, \`proofreader_id\` char(36) null, \`title\` text not null, \`description\` text null, \`status\` text check (\`status\` in ('PENDING', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT', 'PAID', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'SUSPENDED')) not null default 'PENDING', \`priority\` text check (\`priority\` in ('LOW', 'NORMAL', 'HIGH', 'URGENT')) not null default 'NORMAL', \`price_item_id\` char(36) not null, \`service\` text not null, \`unit\` text check (\`unit\` in ('PACK', 'PAGE')) not null default 'PACK', \`declared_pages\` integer null, \`verified_pages\` integer null, \`total_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`customer_note\` text null, \`proofreader_note\` text null, \`paid_at\` datetime null, \`started_at\` datetime null, \`completed_at\` datetime null, \`cancelled_at\` datetime null, \`suspended_from\` text check (\`suspended_from\` in ('PENDING', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT', 'PAID', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'SUSPENDED')) null, constraint \`customer_order_customer_id_foreign\` foreign key (\`customer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`customer_order_proofreader_id_foreign\` foreign key (\`proofreader_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`customer_order_customer_id_index\` on \`customer_order\` (\`customer_id\`);`);
    this.addSql(`create index \`customer_order_proofreader_id_index\` on \`customer_order\` (\`proofreader_id\`);`);
    this.addSql(`create index \`customer_order_status_created_at_id_index\` on \`customer_order\` (\`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_customer_id_created_at_id_index\` on \`customer_order\` (\`customer_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_proofreader_id_created_at_id_index\` on \`customer_order\` (\`proofreader_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`customer_order_created_at_id_index\` on \`customer_order\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`order_file\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`order_id\` char(36) not null, \`file_id\` char(36) not null, \`role\` text check (\`role\` in ('MANUSCRIPT', 'CORRECTED', 'REFERENCE')) not null, constraint \`order_file_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade, constraint \`order_file_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`order_file_order_id_index\` on \`order_file\` (\`order_id\`);`);
    this.addSql(`create index \`order_file_file_id_index\` on \`order_file\` (\`file_id\`);`);
    this.addSql(`create unique index \`order_file_order_id_file_id_unique\` on \`order_file\` (\`order_id\`, \`file_id\`);`);

    this.addSql(`create table \`one_time_token\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`purpose\` text check (\`purpose\` in ('ACTIVATION', 'PASSWORD_RESET', 'EMAIL_CHANGE', 'EMAIL_UNDO', 'INVITATION')) not null, \`token_hash\` text not null, \`email\` text not null, \`new_email\` text null, \`password_version\` integer not null, \`expires_at\` datetime not null, \`used_at\` datetime null, constraint \`one_time_token_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`one_time_token_user_id_index\` on \`one_time_token\` (\`user_id\`);`);
    this.addSql(`create unique index \`one_time_token_token_hash_unique\` on \`one_time_token\` (\`token_hash\`);`);

    this.addSql(`create table \`oauth_flow\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`provider\` text check (\`provider\` in ('GOOGLE', 'MICROSOFT')) not null, \`purpose\` text check (\`purpose\` in ('SIGN_IN', 'LINK', 'STEP_UP', 'ERASURE')) not null, \`user_id\` char(36) null, \`state_hash\` text not null, \`proof_hash\` text not null, \`expires_at\` datetime not null, \`returned_at\` datetime null, \`code_hash\` text null, \`claims\` json null, \`consents\` json null, \`email\` text null, \`token_hash\` text null, \`done_at\` datetime null, constraint \`oauth_flow_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`oauth_flow_user_id_index\` on \`oauth_flow\` (\`user_id\`);`);
    this.addSql(`create unique index \`oauth_flow_state_hash_unique\` on \`oauth_flow\` (\`state_hash\`);`);
    this.addSql(`create index \`oauth_flow_expires_at_index\` on \`oauth_flow\` (\`expires_at\`);`);
    this.addSql(`create unique index \`oauth_flow_code_hash_unique\` on \`oauth_flow\` (\`code_hash\`);`);
    this.addSql(`create index \`oauth_flow_email_index\` on \`oauth_flow\` (\`email\`);`);
    this.addSql(`create unique index \`oauth_flow_token_hash_unique\` on \`oauth_flow\` (\`token_hash\`);`);

    this.addSql(`create table \`notification\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`title\` text not null, \`message\` text not null, \`type\` text check (\`type\` in ('INFO', 'SUCCESS', 'WARNING', 'ERROR', 'PAYMENT', 'ORDER', 'MESSAGE', 'SYSTEM', 'CONSULTATION', 'BOOKING', 'DOCUMENT', 'SECURITY')) not null default 'INFO', \`priority\` text check (\`priority\` in ('LOW', 'NORMAL', 'HIGH', 'URGENT')) not null default 'NORMAL', \`priority_rank\` integer not null default 1, \`data\` json null, \`action_url\` text null, \`read_at\` datetime null, \`deleted_at\` datetime null, \`expires_at\` datetime null, \`dedupe_key\` text not null, constraint \`notification_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`notification_user_id_index\` on \`notification\` (\`user_id\`);`);
    this.addSql(`create unique index \`notification_dedupe_key_unique\` on \`notification\` (\`dedupe_key\`);`);
    this.addSql(`create index \`notification_user_id_deleted_at_read_at_expires_at_index\` on \`notification\` (\`user_id\`, \`deleted_at\`, \`read_at\`, \`expires_at\`);`);
    this.addSql(`create index \`notification_user_id_deleted_at_priority_rank_created_at_id_index\` on \`notification\` (\`user_id\`, \`deleted_at\`, \`priority_rank\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`message\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`conversation_id\` char(36) not null, \`sender_id\` char(36) null, \`type\` text check (\`type\` in ('USER_MESSAGE', 'SYSTEM_MESSAGE', 'SUPPORT_MESSAGE', 'ADMIN_MESSAGE')) not null default 'USER_MESSAGE', \`content\` text not null, \`deleted_at\` datetime null, constraint \`message_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade, constraint \`message_sender_id_foreign\` foreign key (\`sender_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`message_conversation_id_index\` on \`message\` (\`conversation_id\`);`);
    this.addSql(`create index \`message_sender_id_index\` on \`message\` (\`sender_id\`);`);
    this.addSql(`create index \`message_conversation_id_created_at_id_index\` on \`message\` (\`conversation_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`message_attachment\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`message_id\` char(36) not null, \`file_id\` char(36) not null, constraint \`message_attachment_message_id_foreign\` foreign key (\`message_id\`) references \`message\` (\`id\`) on delete cascade, constraint \`message_attachment_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`message_attachment_message_id_index\` on \`message_attachment\` (\`message_id\`);`);
    this.addSql(`create index \`message_attachment_file_id_index\` on \`message_attachment\` (\`file_id\`);`);
    this.addSql(`create unique index \`message_attachment_message_id_file_id_unique\` on \`message_attachment\` (\`message_id\`, \`file_id\`);`);

    this.addSql(`create table \`invoice\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`kind\` text check (\`kind\` in ('INVOICE', 'DEPOSIT', 'CREDIT_NOTE')) not null default 'INVOICE', \`status\` text check (\`status\` in ('GENERATED', 'SENT', 'PAID', 'OVERDUE', 'CANCELLED')) not null default 'GENERATED', \`series\` text not null, \`sequence\` bigint not null, \`number\` text not null, \`subject_type\` text check (\`subject_type\` in ('ORDER')) not null, \`subject_id\` char(36) not null, \`customer_id\` char(36) not null, \`document\` json not null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`issued_at\` datetime not null, \`due_on\` text not null, \`paid_at\` datetime null, \`pdf_id\` char(36) null, constraint \`invoice_customer_id_foreign\` foreign key (\`customer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`invoice_pdf_id_foreign\` foreign key (\`pdf_id\`) references \`stored_file\` (\`id\`) on delete restrict);`);
    this.addSql(`create unique index \`invoice_number_unique\` on \`invoice\` (\`number\`);`);
    this.addSql(`create index \`invoice_customer_id_index\` on \`invoice\` (\`customer_id\`);`);
    this.addSql(`create index \`invoice_pdf_id_index\` on \`invoice\` (\`pdf_id\`);`);
    this.addSql(`create index \`invoice_subject_type_subject_id_index\` on \`invoice\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create index \`invoice_status_index\` on \`invoice\` (\`status\`);`);
    this.addSql(`create index \`invoice_created_at_index\` on \`invoice\` (\`created_at\`);`);
    this.addSql(`create unique index \`invoice_series_sequence_unique\` on \`invoice\` (\`series\`, \`sequence\`);`);
    this.addSql(`create unique index \`invoice_kind_subject_type_subject_id_unique\` on \`invoice\` (\`kind\`, \`subject_type\`, \`subject_id\`);`);

    this.addSql(`create table \`invoice_line\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`invoice_id\` char(36) not null, \`position\` integer not null, \`description\` text not null, \`quantity\` integer not null, \`unit_net_cents\` bigint not null, \`tax_rate\` integer not null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, constraint \`invoice_line_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`invoice_line_invoice_id_index\` on \`invoice_line\` (\`invoice_id\`);`);
    this.addSql(`create unique index \`invoice_line_invoice_id_position_unique\` on \`invoice_line\` (\`invoice_id\`, \`position\`);`);

    this.addSql(`create table \`identity\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`provider\` text check (\`provider\` in ('GOOGLE', 'MICROSOFT')) not null, \`issuer\` text not null, \`subject\` text not null, \`email\` text not null, \`last_used_at\` datetime null, constraint \`identity_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`identity_user_id_index\` on \`identity\` (\`user_id\`);`);
    this.addSql(`create unique index \`identity_issuer_subject_unique\` on \`identity\` (\`issuer\`, \`subject\`);`);

    this.addSql(`create table \`email_delivery\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`recipient_id\` char(36) null, \`to_email\` text not null, \`to_name\` text not null, \`template\` text not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null, \`data\` json not null, \`status\` text check (\`status\` in ('QUEUED', 'SENDING', 'SENT', 'AMBIGUOUS', 'FAILED')) not null default 'QUEUED', \`attempts\` integer not null default 0, \`sending_at\` datetime null, \`ambiguities\` integer not null default 0, \`stream\` text null, \`provider_id\` text null, \`last_error\` text null, \`sent_at\` datetime null, \`dedupe_key\` text not null, constraint \`email_delivery_recipient_id_foreign\` foreign key (\`recipient_id\`) references \`user\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`email_delivery_recipient_id_index\` on \`email_delivery\` (\`recipient_id\`);`);
    this.addSql(`create unique index \`email_delivery_dedupe_key_unique\` on \`email_delivery\` (\`dedupe_key\`);`);
    this.addSql(`create index \`email_delivery_status_sending_at_index\` on \`email_delivery\` (\`status\`, \`sending_at\`);`);
    this.addSql(`create index \`email_delivery_stream_status_index\` on \`email_delivery\` (\`stream\`, \`status\`);`);
    this.addSql(`create index \`email_delivery_created_at_index\` on \`email_delivery\` (\`created_at\`);`);

    this.addSql(`create table \`data_export\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) null, \`email\` text null, \`format\` text check (\`format\` in ('JSON', 'CSV', 'ZIP')) not null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`status\` text check (\`status\` in ('PENDING', 'RUNNING', 'READY', 'FETCHED', 'EXPIRED', 'FAILED')) not null default 'PENDING', \`progress\` integer not null default 0, \`token_hash\` text null, \`ready_at\` datetime null, \`expires_at\` datetime null, \`used_at\` datetime null, \`file_id\` char(36) null, constraint \`data_export_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade, constraint \`data_export_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete set null);`);
    this.addSql(`create index \`data_export_user_id_index\` on \`data_export\` (\`user_id\`);`);
    this.addSql(`create unique index \`data_export_token_hash_unique\` on \`data_export\` (\`token_hash\`);`);
    this.addSql(`create index \`data_export_file_id_index\` on \`data_export\` (\`file_id\`);`);
    this.addSql(`create index \`data_export_user_id_created_at_id_index\` on \`data_export\` (\`user_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`data_export_status_expires_at_index\` on \`data_export\` (\`status\`, \`expires_at\`);`);

    this.addSql(`create table \`conversation_participant\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`conversation_id\` char(36) not null, \`user_id\` char(36) not null, \`left_at\` datetime null, \`last_read_at\` datetime null, constraint \`conversation_participant_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade, constraint \`conversation_participant_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`conversation_participant_conversation_id_index\` on \`conversation_participant\` (\`conversation_id\`);`);
    this.addSql(`create index \`conversation_participant_user_id_index\` on \`conversation_participant\` (\`user_id\`);`);
    this.addSql(`create index \`conversation_participant_user_id_left_at_index\` on \`conversation_participant\` (\`user_id\`, \`left_at\`);`);
    this.addSql(`create unique index \`conversation_participant_conversation_id_user_id_unique\` on \`conversation_participant\` (\`conversation_id\`, \`user_id\`);`);

    this.addSql(`create table \`consent_record\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`user_id\` char(36) not null, \`purpose\` text check (\`purpose\` in ('TERMS', 'PRIVACY', 'MARKETING')) not null, \`policy_version\` text not null, \`is_granted\` integer not null, \`source\` text not null, \`address\` text null, constraint \`consent_record_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`consent_record_user_id_index\` on \`consent_record\` (\`user_id\`);`);

    this.addSql(`create table \`webhook_event\` (\`id\` text not null primary key, \`provider\` text not null, \`type\` text not null, \`payload\` json not null, \`status\` text check (\`status\` in ('RECEIVED', 'APPLIED', 'IGNORED')) not null default 'RECEIVED', \`occurred_at\` datetime not null, \`created_at\` datetime not null, \`applied_at\` datetime null);`);
    this.addSql(`create index \`webhook_event_created_at_index\` on \`webhook_event\` (\`created_at\`);`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`address_proof\`;`);
    this.addSql(`drop table if exists \`audit_checkpoint\`;`);
    this.addSql(`drop table if exists \`audit_entry\`;`);
    this.addSql(`drop table if exists \`audit_export\`;`);
    this.addSql(`drop table if exists \`audit_head\`;`);
    this.addSql(`drop table if exists \`audit_personal\`;`);
    this.addSql(`drop table if exists \`audit_segment\`;`);
    this.addSql(`drop table if exists \`audit_subject\`;`);
    this.addSql(`drop table if exists \`conversation\`;`);
    this.addSql(`drop table if exists \`data_key\`;`);
    this.addSql(`drop table if exists \`erasure_receipt\`;`);
    this.addSql(`drop table if exists \`faq_entry\`;`);
    this.addSql(`drop table if exists \`invoice_counter\`;`);
    this.addSql(`drop table if exists \`job\`;`);
    this.addSql(`drop table if exists \`legal_hold\`;`);
    this.addSql(`drop table if exists \`live_event\`;`);
    this.addSql(`drop table if exists \`live_stream\`;`);
    this.addSql(`drop table if exists \`login_throttle\`;`);
    this.addSql(`drop table if exists \`outbox_event\`;`);
    this.addSql(`drop table if exists \`page\`;`);
    this.addSql(`drop table if exists \`passkey_challenge\`;`);
    this.addSql(`drop table if exists \`price_item\`;`);
    this.addSql(`drop table if exists \`retention_policy\`;`);
    this.addSql(`drop table if exists \`retention_run\`;`);
    this.addSql(`drop table if exists \`schedule_run\`;`);
    this.addSql(`drop table if exists \`user\`;`);
    this.addSql(`drop table if exists \`two_factor_challenge\`;`);
    this.addSql(`drop table if exists \`two_factor\`;`);
    this.addSql(`drop table if exists \`trusted_device\`;`);
    this.addSql(`drop table if exists \`stored_file\`;`);
    this.addSql(`drop table if exists \`session\`;`);
    this.addSql(`drop table if exists \`service_account\`;`);
    this.addSql(`drop table if exists \`api_token\`;`);
    this.addSql(`drop table if exists \`recovery_code\`;`);
    this.addSql(`drop table if exists \`privacy_request\`;`);
    this.addSql(`drop table if exists \`payment\`;`);
    this.addSql(`drop table if exists \`passkey\`;`);
    this.addSql(`drop table if exists \`customer_order\`;`);
    this.addSql(`drop table if exists \`order_file\`;`);
    this.addSql(`drop table if exists \`one_time_token\`;`);
    this.addSql(`drop table if exists \`oauth_flow\`;`);
    this.addSql(`drop table if exists \`notification\`;`);
    this.addSql(`drop table if exists \`message\`;`);
    this.addSql(`drop table if exists \`message_attachment\`;`);
    this.addSql(`drop table if exists \`invoice\`;`);
    this.addSql(`drop table if exists \`invoice_line\`;`);
    this.addSql(`drop table if exists \`identity\`;`);
    this.addSql(`drop table if exists \`email_delivery\`;`);
    this.addSql(`drop table if exists \`data_export\`;`);
    this.addSql(`drop table if exists \`conversation_participant\`;`);
    this.addSql(`drop table if exists \`consent_record\`;`);
    this.addSql(`drop table if exists \`webhook_event\`;`);
  }

}
