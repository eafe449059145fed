import { Migration } from '@mikro-orm/migrations';

export class Migration0001_foundation extends Migration {

  override name = 'Migration0001_foundation';

  override up(): void | Promise<void> {
    this.addSql(`create table \`address_proof\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`email\` varchar(255) not null, \`locale\` enum('fr','en') not null default 'fr', \`token_hash\` varchar(64) not null, \`expires_at\` datetime(3) not null, \`used_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`address_proof\` add index \`address_proof_email_index\` (\`email\`);`);
    this.addSql(`alter table \`address_proof\` add unique \`address_proof_token_hash_unique\` (\`token_hash\`);`);

    this.addSql(`create table \`audit_checkpoint\` (\`seq\` bigint unsigned not null, \`mac\` varchar(64) not null, \`root\` varchar(64) not null, \`frontier\` json not null, \`at\` datetime(3) not null, \`key_id\` varchar(16) not null, \`signature\` varchar(88) not null, \`exported_at\` datetime(3) null, primary key (\`seq\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`audit_checkpoint\` add index \`audit_checkpoint_exported_at_index\` (\`exported_at\`);`);

    this.addSql(`create table \`audit_entry\` (\`seq\` bigint unsigned not null, \`at\` datetime(3) not null, \`actor_kind\` enum('PERSON','SERVICE','ANONYMOUS','SYSTEM') not null, \`actor_id\` char(36) null, \`action\` varchar(60) not null, \`severity\` enum('LOW','MEDIUM','HIGH','CRITICAL') not null, \`outcome\` enum('SUCCESS','FAILURE') not null default 'SUCCESS', \`target_type\` varchar(40) not null, \`target_id\` varchar(64) null, \`address\` varchar(45) null, \`agent\` varchar(60) null, \`request_id\` varchar(64) null, \`payload\` text not null, \`pii_ref\` varchar(64) null, \`prev_mac\` varchar(64) not null, \`mac\` varchar(64) not null, \`key_epoch\` int not null, primary key (\`seq\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_at_index\` (\`at\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_actor_id_index\` (\`actor_id\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_pii_ref_index\` (\`pii_ref\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_target_type_target_id_index\` (\`target_type\`, \`target_id\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_action_index\` (\`action\`);`);
    this.addSql(`alter table \`audit_entry\` add index \`audit_entry_severity_index\` (\`severity\`);`);

    this.addSql(`create table \`audit_export\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`requested_by_id\` char(36) not null, \`format\` enum('CSV','JSON','PROOFS') not null, \`filter\` json not null, \`until_seq\` bigint not null, \`total_entries\` int not null, \`written_entries\` int not null default 0, \`file_id\` char(36) null, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`audit_export\` add index \`audit_export_requested_by_id_index\` (\`requested_by_id\`);`);
    this.addSql(`alter table \`audit_export\` add index \`audit_export_file_id_index\` (\`file_id\`);`);

    this.addSql(`create table \`audit_head\` (\`id\` int unsigned not null, \`seq\` bigint not null, \`mac\` varchar(64) not null, \`key_epoch\` int not null default 0, \`epoch_from\` bigint not null default '0', \`epoch_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`audit_personal\` (\`ref\` varchar(64) not null, \`subject_id\` char(36) not null, \`ciphertext\` blob not null, primary key (\`ref\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`audit_personal\` add index \`audit_personal_subject_id_index\` (\`subject_id\`);`);

    this.addSql(`create table \`audit_segment\` (\`id\` char(36) not null, \`first_seq\` bigint not null, \`last_seq\` bigint not null, \`file_id\` char(36) not null, \`sha256\` varchar(64) not null, \`signature\` varchar(88) not null, \`sealed_at\` datetime(3) not null, \`sealed_by_id\` char(36) null, \`purged_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`audit_segment\` add unique \`audit_segment_last_seq_unique\` (\`last_seq\`);`);
    this.addSql(`alter table \`audit_segment\` add index \`audit_segment_file_id_index\` (\`file_id\`);`);

    this.addSql(`create table \`audit_subject\` (\`id\` char(36) not null, \`key_id\` char(36) null, \`forgotten_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`conversation\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`subject\` varchar(255) not null, \`context_type\` enum('ORDER') not null, \`context_id\` char(36) not null, \`last_message_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`conversation\` add index \`conversation_last_message_at_id_index\` (\`last_message_at\`, \`id\`);`);
    this.addSql(`alter table \`conversation\` add unique \`conversation_context_type_context_id_unique\` (\`context_type\`, \`context_id\`);`);

    this.addSql(`create table \`data_key\` (\`id\` char(36) not null, \`file_id\` char(36) not null, \`version_id\` char(36) not null, \`kek_id\` char(36) not null, \`wrapped\` blob not null, \`created_at\` datetime(3) not null, \`rotated_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`data_key\` add unique \`data_key_version_id_unique\` (\`version_id\`);`);
    this.addSql(`alter table \`data_key\` add index \`data_key_kek_id_index\` (\`kek_id\`);`);

    this.addSql(`create table \`erasure_receipt\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`decided_by\` enum('PERSON','ADMIN') not null, \`reason\` enum('NO_LONGER_NEEDED','PRIVACY','DISSATISFIED','ASKED_OTHERWISE','UNUSED','MISUSE','OTHER') not null, \`lines\` json not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`erasure_receipt\` add index \`erasure_receipt_user_id_index\` (\`user_id\`);`);

    this.addSql(`create table \`faq_entry\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`question\` varchar(500) not null, \`answer\` text not null, \`details\` text null, \`category\` varchar(100) not null, \`position\` int not null default 0, \`is_visible\` tinyint(1) not null default true, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`faq_entry\` add unique \`faq_entry_question_unique\` (\`question\`);`);
    this.addSql(`alter table \`faq_entry\` add index \`faq_entry_is_visible_position_index\` (\`is_visible\`, \`position\`);`);
    this.addSql(`alter table \`faq_entry\` add index \`faq_entry_category_index\` (\`category\`);`);

    this.addSql(`create table \`invoice_counter\` (\`series\` varchar(20) not null, \`next_number\` bigint not null, \`last_issued_at\` datetime(3) not null, primary key (\`series\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`job\` (\`id\` char(36) not null, \`kind\` varchar(100) not null, \`payload\` json not null, \`state\` enum('PENDING','RUNNING','RETRYING','COMPLETED','FAILED','CANCELLED') not null default 'PENDING', \`priority\` int not null default 100, \`run_at\` datetime(3) not null, \`attempts\` int not null default 0, \`max_attempts\` int not null default 8, \`owner\` char(36) null, \`lease_until\` datetime(3) null, \`last_error\` varchar(500) null, \`dedupe_key\` varchar(160) null, \`event_id\` char(36) null, \`request_id\` varchar(64) null, \`created_at\` datetime(3) not null, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`job\` add unique \`job_dedupe_key_unique\` (\`dedupe_key\`);`);
    this.addSql(`alter table \`job\` add index \`job_event_id_index\` (\`event_id\`);`);
    this.addSql(`alter table \`job\` add index \`job_state_priority_run_at_id_index\` (\`state\`, \`priority\`, \`run_at\`, \`id\`);`);
    this.addSql(`alter table \`job\` add index \`job_state_lease_until_index\` (\`state\`, \`lease_until\`);`);
    this.addSql(`alter table \`job\` add index \`job_kind_state_index\` (\`kind\`, \`state\`);`);
    this.addSql(`alter table \`job\` add index \`job_finished_at_index\` (\`finished_at\`);`);

    this.addSql(`create table \`legal_hold\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`target_type\` enum('USER','ORDER','CONVERSATION','FILE','PAYMENT','INVOICE') not null, \`target_id\` char(36) not null, \`person_id\` char(36) null, \`reason\` text not null, \`case_reference\` varchar(100) null, \`placed_by_id\` char(36) not null, \`released_at\` datetime(3) null, \`released_by_id\` char(36) null, \`release_reason\` text null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`legal_hold\` add index \`legal_hold_person_id_index\` (\`person_id\`);`);
    this.addSql(`alter table \`legal_hold\` add index \`legal_hold_target_type_released_at_target_id_index\` (\`target_type\`, \`released_at\`, \`target_id\`);`);

    this.addSql(`create table \`live_event\` (\`stream\` varchar(120) not null, \`seq\` bigint unsigned not null, \`payload\` json not null, \`created_at\` datetime(3) not null, primary key (\`stream\`, \`seq\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`live_event\` add index \`live_event_created_at_index\` (\`created_at\`);`);

    this.addSql(`create table \`live_stream\` (\`stream\` varchar(120) not null, \`last_seq\` bigint not null, primary key (\`stream\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`login_throttle\` (\`key\` varchar(64) not null, \`failures\` int not null, \`last_failure_at\` datetime(3) not null, \`locked_until\` datetime(3) null, \`day\` varchar(10) not null, \`day_failures\` int not null, primary key (\`key\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`login_throttle\` add index \`login_throttle_last_failure_at_index\` (\`last_failure_at\`);`);

    this.addSql(`create table \`outbox_event\` (\`id\` char(36) not null, \`name\` varchar(80) not null, \`payload\` json not null, \`request_id\` varchar(64) null, \`created_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`outbox_event\` add index \`outbox_event_created_at_index\` (\`created_at\`);`);

    this.addSql(`create table \`page\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`slug\` varchar(255) not null, \`title\` varchar(255) not null, \`content\` text not null, \`excerpt\` text null, \`type\` enum('PAGE','FAQ','BLOG','LEGAL','HELP','LANDING') not null default 'PAGE', \`status\` enum('DRAFT','PUBLISHED','ARCHIVED','SCHEDULED') not null default 'DRAFT', \`position\` int not null default 0, \`published_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`page\` add unique \`page_slug_unique\` (\`slug\`);`);
    this.addSql(`alter table \`page\` add index \`page_type_status_position_index\` (\`type\`, \`status\`, \`position\`);`);

    this.addSql(`create table \`passkey_challenge\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`purpose\` enum('REGISTRATION','SIGN_IN','SECOND_FACTOR','STEP_UP','ERASURE') not null, \`challenge_hash\` varchar(64) not null, \`user_id\` char(36) null, \`asked_by\` char(36) null, \`expires_at\` datetime(3) not null, \`used_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`passkey_challenge\` add unique \`passkey_challenge_challenge_hash_unique\` (\`challenge_hash\`);`);
    this.addSql(`alter table \`passkey_challenge\` add index \`passkey_challenge_expires_at_index\` (\`expires_at\`);`);

    this.addSql(`create table \`price_item\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`name\` varchar(255) not null, \`description\` text not null, \`price_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`unit\` enum('PACK','PAGE') not null, \`service_type\` varchar(100) not null, \`estimated_duration\` varchar(100) null, \`is_active\` tinyint(1) not null default true, \`position\` int not null default 0, \`stripe_price_id\` varchar(255) null, \`stripe_product_id\` varchar(255) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`price_item\` add unique \`price_item_name_unique\` (\`name\`);`);
    this.addSql(`alter table \`price_item\` add index \`price_item_is_active_position_index\` (\`is_active\`, \`position\`);`);
    this.addSql(`alter table \`price_item\` add index \`price_item_service_type_index\` (\`service_type\`);`);

    this.addSql(`create table \`retention_policy\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`record_class\` enum('SESSIONS','TOKENS','LOGIN_THROTTLES','PROVIDER_TRIPS','PASSKEY_CHALLENGES','FACTOR_CHALLENGES','ADDRESS_PROOFS','TRUSTED_DEVICES','UNCONFIRMED_FACTORS','CONSENTS','NOTIFICATIONS','OLD_NOTIFICATIONS','MAILS','MESSAGES','MANUSCRIPTS','ORDERS','PAYMENTS','UNPAID_PAYMENTS','INVOICES','PROVIDER_EVENTS','EXPORTS','REQUESTS','RECEIPTS','LEGAL_HOLDS','RETENTION_RUNS','EVENTS','JOBS','UNUSED_ACCOUNTS','EXTRACTS','JOURNAL') not null, \`days\` int not null, \`changed_at\` datetime(3) not null, \`changed_by_id\` char(36) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`retention_policy\` add unique \`retention_policy_record_class_unique\` (\`record_class\`);`);

    this.addSql(`create table \`retention_run\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`started_by_id\` char(36) null, \`as_of\` datetime(3) not null, \`periods\` json not null, \`progress\` json not null, \`finished_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`retention_run\` add index \`retention_run_finished_at_index\` (\`finished_at\`);`);

    this.addSql(`create table \`schedule_run\` (\`name\` varchar(80) not null, \`due_at\` datetime(3) not null, \`created_at\` datetime(3) not null, primary key (\`name\`, \`due_at\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`create table \`user\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`email\` varchar(255) not null, \`password_hash\` varchar(100) null, \`first_name\` varchar(50) not null, \`last_name\` varchar(50) not null, \`role\` enum('CUSTOMER','PROOFREADER','ARTISAN','ADMIN') not null default 'CUSTOMER', \`status\` enum('PENDING','ACTIVE','SUSPENDED','ERASED') not null default 'PENDING', \`locale\` enum('fr','en') not null default 'fr', \`phone\` varchar(20) null, \`address\` text null, \`bio\` text null, \`avatar_file_id\` char(36) null, \`preferences\` json null, \`activated_at\` datetime(3) null, \`invited_at\` datetime(3) null, \`permission_sets\` json null, \`erased_at\` datetime(3) null, \`session_version\` int not null default 1, \`password_version\` int not null default 1, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`user\` add unique \`user_email_unique\` (\`email\`);`);
    this.addSql(`alter table \`user\` add index \`user_avatar_file_id_index\` (\`avatar_file_id\`);`);
    this.addSql(`alter table \`user\` add index \`user_role_status_index\` (\`role\`, \`status\`);`);

    this.addSql(`create table \`two_factor_challenge\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`purpose\` enum('LOGIN','STEP_UP','ERASURE','SETUP') not null, \`token_hash\` varchar(64) null, \`entrance\` varchar(20) null, \`session_id\` char(36) null, \`session_version\` int not null, \`tries\` int not null default 0, \`code_method\` enum('TOTP','EMAIL_OTP','SMS_OTP') null, \`code_number\` int not null default 0, \`code_expires_at\` datetime(3) null, \`expires_at\` datetime(3) not null, \`ended_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`two_factor_challenge\` add index \`two_factor_challenge_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`two_factor_challenge\` add unique \`two_factor_challenge_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(`alter table \`two_factor_challenge\` add index \`two_factor_challenge_user_id_created_at_index\` (\`user_id\`, \`created_at\`);`);

    this.addSql(`create table \`two_factor\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`method\` enum('TOTP','EMAIL_OTP','SMS_OTP') not null, \`confirmed_at\` datetime(3) null, \`data_key_id\` char(36) null, \`last_step\` int null, \`phone\` varchar(20) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`two_factor\` add index \`two_factor_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`two_factor\` add unique \`two_factor_user_id_method_unique\` (\`user_id\`, \`method\`);`);

    this.addSql(`create table \`trusted_device\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`token_hash\` varchar(64) not null, \`address\` varchar(45) null, \`agent\` varchar(255) null, \`last_used_at\` datetime(3) not null, \`expires_at\` datetime(3) not null, \`revoked_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`trusted_device\` add index \`trusted_device_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`trusted_device\` add unique \`trusted_device_token_hash_unique\` (\`token_hash\`);`);

    this.addSql(`create table \`stored_file\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`owner_id\` char(36) null, \`kind\` enum('DOCUMENT','IMAGE','AUDIO','VIDEO','ARCHIVE','OTHER') not null, \`name\` varchar(255) not null, \`mime_type\` varchar(100) not null, \`size_bytes\` bigint not null, \`sha256\` varchar(64) not null, \`ciphertext_sha256\` varchar(64) not null, \`version_id\` char(36) not null, \`data_key_id\` char(36) not null, \`deleted_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`stored_file\` add index \`stored_file_owner_id_index\` (\`owner_id\`);`);
    this.addSql(`alter table \`stored_file\` add unique \`stored_file_version_id_unique\` (\`version_id\`);`);
    this.addSql(`alter table \`stored_file\` add index \`stored_file_deleted_at_index\` (\`deleted_at\`);`);

    this.addSql(`create table \`session\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`refresh_hash\` varchar(64) not null, \`parent_hash\` varchar(64) null, \`rotated_at\` datetime(3) null, \`expires_at\` datetime(3) not null, \`last_used_at\` datetime(3) not null, \`revoked_at\` datetime(3) null, \`revoke_reason\` varchar(40) null, \`session_version\` int not null, \`proven_at\` datetime(3) null, \`address\` varchar(45) null, \`agent\` varchar(255) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`session\` add index \`session_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`session\` add unique \`session_refresh_hash_unique\` (\`refresh_hash\`);`);
    this.addSql(`alter table \`session\` add index \`session_parent_hash_index\` (\`parent_hash\`);`);

    this.addSql(`create table \`service_account\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`name\` varchar(80) not null, \`description\` varchar(255) null, \`created_by_id\` char(36) null, \`retired_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`service_account\` add unique \`service_account_name_unique\` (\`name\`);`);
    this.addSql(`alter table \`service_account\` add index \`service_account_created_by_id_index\` (\`created_by_id\`);`);

    this.addSql(`create table \`api_token\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`account_id\` char(36) not null, \`name\` varchar(80) not null, \`prefix\` varchar(16) not null, \`token_hash\` varchar(64) not null, \`scopes\` json not null, \`expires_at\` datetime(3) not null, \`last_used_at\` datetime(3) null, \`last_used_from\` varchar(45) null, \`revoked_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`api_token\` add index \`api_token_account_id_index\` (\`account_id\`);`);
    this.addSql(`alter table \`api_token\` add unique \`api_token_token_hash_unique\` (\`token_hash\`);`);

    this.addSql(`create table \`recovery_code\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`code_hash\` varchar(64) not null, \`used_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`recovery_code\` add index \`recovery_code_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`recovery_code\` add unique \`recovery_code_code_hash_unique\` (\`code_hash\`);`);

    this.addSql(`create table \`privacy_request\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) null, \`kind\` enum('ACCESS','RECTIFICATION','ERASURE','RESTRICTION','PORTABILITY','OBJECTION') not null, \`status\` enum('OPEN','DONE','REFUSED') not null default 'OPEN', \`details\` text null, \`answer\` text null, \`due_at\` datetime(3) not null, \`extended_at\` datetime(3) null, \`extension_reason\` text null, \`handled_at\` datetime(3) null, \`handled_by_id\` char(36) null, \`warned_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`privacy_request\` add index \`privacy_request_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`privacy_request\` add index \`privacy_request_handled_by_id_index\` (\`handled_by_id\`);`);
    this.addSql(`alter table \`privacy_request\` add index \`privacy_request_status_due_at_index\` (\`status\`, \`due_at\`);`);

    this.addSql(`create table \`payment\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`payer_id\` char(36) not null, \`subject_type\` enum('ORDER') not null, \`subject_id\` char(36) not null, \`description\` varchar(255) not null, \`status\` enum('PENDING','PAID','FAILED','EXPIRED','REFUNDED','PARTIALLY_REFUNDED') not null default 'PENDING', \`provider\` enum('STRIPE','SANDBOX') not null, \`amount_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`provider_session_id\` varchar(255) null, \`provider_payment_id\` varchar(255) null, \`checkout_url\` text null, \`expires_at\` datetime(3) null, \`paid_at\` datetime(3) null, \`failure_reason\` varchar(255) null, \`refunded_cents\` bigint not null default '0', \`refund_due_reason\` enum('ALREADY_PAID','NOT_PAYABLE','AMOUNT_DIFFERS') null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`payment\` add index \`payment_payer_id_index\` (\`payer_id\`);`);
    this.addSql(`alter table \`payment\` add unique \`payment_provider_session_id_unique\` (\`provider_session_id\`);`);
    this.addSql(`alter table \`payment\` add index \`payment_provider_payment_id_index\` (\`provider_payment_id\`);`);
    this.addSql(`alter table \`payment\` add index \`payment_subject_type_subject_id_index\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`alter table \`payment\` add index \`payment_status_index\` (\`status\`);`);

    this.addSql(`create table \`passkey\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`credential_hash\` varchar(64) not null, \`credential_id\` text not null, \`public_key\` text not null, \`counter\` bigint not null, \`transports\` varchar(100) not null, \`is_synced\` tinyint(1) not null, \`name\` varchar(60) not null, \`last_used_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`passkey\` add index \`passkey_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`passkey\` add unique \`passkey_credential_hash_unique\` (\`credential_hash\`);`);

    this.addSql(`create table \`customer_order\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`customer_id\` char(36) not null, \`proofreader_id\` char(36) null, \`title\` varchar(255) not null, \`description\` text null, \`status\` enum('PENDING','AWAITING_REVIEW','AWAITING_CONSULTATION','QUOTE_SENT','PAID','IN_PROGRESS','COMPLETED','CANCELLED','SUSPENDED') not null default 'PENDING', \`priority\` enum('LOW','NORMAL','HIGH','URGENT') not null default 'NORMAL', \`price_item_id\` char(36) not null, \`service\` varchar(255) not null, \`unit\` enum('PACK','PAGE') not null default 'PACK', \`declared_pages\` int null, \`verified_pages\` int null, \`total_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`customer_note\` text null, \`proofreader_note\` text null, \`paid_at\` datetime(3) null, \`started_at\` datetime(3) null, \`completed_at\` datetime(3) null, \`cancelled_at\` datetime(3) null, \`suspended_from\` enum('PENDING','AWAITING_REVIEW','AWAITING_CONSULTATION','QUOTE_SENT','PAID','IN_PROGRESS','COMPLETED','CANCELLED','SUSPENDED') null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_customer_id_index\` (\`customer_id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_proofreader_id_index\` (\`proofreader_id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_status_created_at_id_index\` (\`status\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_customer_id_created_at_id_index\` (\`customer_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_proofreader_id_created_at_id_index\` (\`proofreader_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`customer_order\` add index \`customer_order_created_at_id_index\` (\`created_at\`, \`id\`);`);

    this.addSql(`create table \`order_file\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`order_id\` char(36) not null, \`file_id\` char(36) not null, \`role\` enum('MANUSCRIPT','CORRECTED','REFERENCE') not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`order_file\` add index \`order_file_order_id_index\` (\`order_id\`);`);
    this.addSql(`alter table \`order_file\` add index \`order_file_file_id_index\` (\`file_id\`);`);
    this.addSql(`alter table \`order_file\` add unique \`order_file_order_id_file_id_unique\` (\`order_id\`, \`file_id\`);`);

    this.addSql(`create table \`one_time_token\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`purpose\` enum('ACTIVATION','PASSWORD_RESET','EMAIL_CHANGE','EMAIL_UNDO','INVITATION') not null, \`token_hash\` varchar(64) not null, \`email\` varchar(255) not null, \`new_email\` varchar(255) null, \`password_version\` int not null, \`expires_at\` datetime(3) not null, \`used_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`one_time_token\` add index \`one_time_token_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`one_time_token\` add unique \`one_time_token_token_hash_unique\` (\`token_hash\`);`);

    this.addSql(`create table \`oauth_flow\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`provider\` enum('GOOGLE','MICROSOFT') not null, \`purpose\` enum('SIGN_IN','LINK','STEP_UP','ERASURE') not null, \`user_id\` char(36) null, \`state_hash\` varchar(64) not null, \`proof_hash\` varchar(64) not null, \`expires_at\` datetime(3) not null, \`returned_at\` datetime(3) null, \`code_hash\` varchar(64) null, \`claims\` json null, \`consents\` json null, \`email\` varchar(255) null, \`token_hash\` varchar(64) null, \`done_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`oauth_flow\` add index \`oauth_flow_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`oauth_flow\` add unique \`oauth_flow_state_hash_unique\` (\`state_hash\`);`);
    this.addSql(`alter table \`oauth_flow\` add index \`oauth_flow_expires_at_index\` (\`expires_at\`);`);
    this.addSql(`alter table \`oauth_flow\` add unique \`oauth_flow_code_hash_unique\` (\`code_hash\`);`);
    this.addSql(`alter table \`oauth_flow\` add index \`oauth_flow_email_index\` (\`email\`);`);
    this.addSql(`alter table \`oauth_flow\` add unique \`oauth_flow_token_hash_unique\` (\`token_hash\`);`);

    this.addSql(`create table \`notification\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`title\` varchar(255) not null, \`message\` text not null, \`type\` enum('INFO','SUCCESS','WARNING','ERROR','PAYMENT','ORDER','MESSAGE','SYSTEM','CONSULTATION','BOOKING','DOCUMENT','SECURITY') not null default 'INFO', \`priority\` enum('LOW','NORMAL','HIGH','URGENT') not null default 'NORMAL', \`priority_rank\` int not null default 1, \`data\` json null, \`action_url\` varchar(500) null, \`read_at\` datetime(3) null, \`deleted_at\` datetime(3) null, \`expires_at\` datetime(3) null, \`dedupe_key\` varchar(160) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`notification\` add index \`notification_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`notification\` add unique \`notification_dedupe_key_unique\` (\`dedupe_key\`);`);
    this.addSql(`alter table \`notification\` add index \`notification_user_id_deleted_at_read_at_expires_at_index\` (\`user_id\`, \`deleted_at\`, \`read_at\`, \`expires_at\`);`);
    this.addSql(`alter table \`notification\` add index \`notification_user_id_deleted_at_priority_rank_creat_3f846_index\` (\`user_id\`, \`deleted_at\`, \`priority_rank\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`message\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`conversation_id\` char(36) not null, \`sender_id\` char(36) null, \`type\` enum('USER_MESSAGE','SYSTEM_MESSAGE','SUPPORT_MESSAGE','ADMIN_MESSAGE') not null default 'USER_MESSAGE', \`content\` text not null, \`deleted_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`message\` add index \`message_conversation_id_index\` (\`conversation_id\`);`);
    this.addSql(`alter table \`message\` add index \`message_sender_id_index\` (\`sender_id\`);`);
    this.addSql(`alter table \`message\` add index \`message_conversation_id_created_at_id_index\` (\`conversation_id\`, \`created_at\`, \`id\`);`);

    this.addSql(`create table \`message_attachment\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`message_id\` char(36) not null, \`file_id\` char(36) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`message_attachment\` add index \`message_attachment_message_id_index\` (\`message_id\`);`);
    this.addSql(`alter table \`message_attachment\` add index \`message_attachment_file_id_index\` (\`file_id\`);`);
    this.addSql(`alter table \`message_attachment\` add unique \`message_attachment_message_id_file_id_unique\` (\`message_id\`, \`file_id\`);`);

    this.addSql(`create table \`invoice\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`kind\` enum('INVOICE','DEPOSIT','CREDIT_NOTE') not null default 'INVOICE', \`status\` enum('GENERATED','SENT','PAID','OVERDUE','CANCELLED') not null default 'GENERATED', \`series\` varchar(20) not null, \`sequence\` bigint not null, \`number\` varchar(35) not null, \`subject_type\` enum('ORDER') not null, \`subject_id\` char(36) not null, \`customer_id\` char(36) not null, \`document\` json not null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, \`currency\` enum('EUR','XOF') not null default 'EUR', \`locale\` enum('fr','en') not null default 'fr', \`issued_at\` datetime(3) not null, \`due_on\` varchar(10) not null, \`paid_at\` datetime(3) null, \`pdf_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`invoice\` add unique \`invoice_number_unique\` (\`number\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_customer_id_index\` (\`customer_id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_pdf_id_index\` (\`pdf_id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_subject_type_subject_id_index\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_status_index\` (\`status\`);`);
    this.addSql(`alter table \`invoice\` add index \`invoice_created_at_index\` (\`created_at\`);`);
    this.addSql(`alter table \`invoice\` add unique \`invoice_series_sequence_unique\` (\`series\`, \`sequence\`);`);
    this.addSql(`alter table \`invoice\` add unique \`invoice_kind_subject_type_subject_id_unique\` (\`kind\`, \`subject_type\`, \`subject_id\`);`);

    this.addSql(`create table \`invoice_line\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`invoice_id\` char(36) not null, \`position\` int not null, \`description\` varchar(500) not null, \`quantity\` int not null, \`unit_net_cents\` bigint not null, \`tax_rate\` int not null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`invoice_line\` add index \`invoice_line_invoice_id_index\` (\`invoice_id\`);`);
    this.addSql(`alter table \`invoice_line\` add unique \`invoice_line_invoice_id_position_unique\` (\`invoice_id\`, \`position\`);`);

    this.addSql(`create table \`identity\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`provider\` enum('GOOGLE','MICROSOFT') not null, \`issuer\` varchar(255) not null, \`subject\` varchar(255) not null, \`email\` varchar(255) not null, \`last_used_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`identity\` add index \`identity_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`identity\` add unique \`identity_issuer_subject_unique\` (\`issuer\`, \`subject\`);`);

    this.addSql(`create table \`email_delivery\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`recipient_id\` char(36) null, \`to_email\` varchar(255) not null, \`to_name\` varchar(120) not null, \`template\` varchar(60) not null, \`locale\` enum('fr','en') not null, \`data\` json not null, \`status\` enum('QUEUED','SENDING','SENT','AMBIGUOUS','FAILED') not null default 'QUEUED', \`attempts\` int not null default 0, \`sending_at\` datetime(3) null, \`ambiguities\` int not null default 0, \`stream\` varchar(120) null, \`provider_id\` varchar(120) null, \`last_error\` varchar(500) null, \`sent_at\` datetime(3) null, \`dedupe_key\` varchar(160) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`email_delivery\` add index \`email_delivery_recipient_id_index\` (\`recipient_id\`);`);
    this.addSql(`alter table \`email_delivery\` add unique \`email_delivery_dedupe_key_unique\` (\`dedupe_key\`);`);
    this.addSql(`alter table \`email_delivery\` add index \`email_delivery_status_sending_at_index\` (\`status\`, \`sending_at\`);`);
    this.addSql(`alter table \`email_delivery\` add index \`email_delivery_stream_status_index\` (\`stream\`, \`status\`);`);
    this.addSql(`alter table \`email_delivery\` add index \`email_delivery_created_at_index\` (\`created_at\`);`);

    this.addSql(`create table \`data_export\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) null, \`email\` varchar(255) null, \`format\` enum('JSON','CSV','ZIP') not null, \`locale\` enum('fr','en') not null default 'fr', \`status\` enum('PENDING','RUNNING','READY','FETCHED','EXPIRED','FAILED') not null default 'PENDING', \`progress\` int not null default 0, \`token_hash\` varchar(64) null, \`ready_at\` datetime(3) null, \`expires_at\` datetime(3) null, \`used_at\` datetime(3) null, \`file_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`data_export\` add index \`data_export_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`data_export\` add unique \`data_export_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(`alter table \`data_export\` add index \`data_export_file_id_index\` (\`file_id\`);`);
    this.addSql(`alter table \`data_export\` add index \`data_export_user_id_created_at_id_index\` (\`user_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`data_export\` add index \`data_export_status_expires_at_index\` (\`status\`, \`expires_at\`);`);

    this.addSql(`create table \`conversation_participant\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`conversation_id\` char(36) not null, \`user_id\` char(36) not null, \`left_at\` datetime(3) null, \`last_read_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`conversation_participant\` add index \`conversation_participant_conversation_id_index\` (\`conversation_id\`);`);
    this.addSql(`alter table \`conversation_participant\` add index \`conversation_participant_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`conversation_participant\` add index \`conversation_participant_user_id_left_at_index\` (\`user_id\`, \`left_at\`);`);
    this.addSql(`alter table \`conversation_participant\` add unique \`conversation_participant_conversation_id_user_id_unique\` (\`conversation_id\`, \`user_id\`);`);

    this.addSql(`create table \`consent_record\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`user_id\` char(36) not null, \`purpose\` enum('TERMS','PRIVACY','MARKETING') not null, \`policy_version\` varchar(20) not null, \`is_granted\` tinyint(1) not null, \`source\` varchar(40) not null, \`address\` varchar(45) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`consent_record\` add index \`consent_record_user_id_index\` (\`user_id\`);`);

    this.addSql(`create table \`webhook_event\` (\`id\` varchar(255) not null, \`provider\` varchar(20) not null, \`type\` varchar(100) not null, \`payload\` json not null, \`status\` enum('RECEIVED','APPLIED','IGNORED') not null default 'RECEIVED', \`occurred_at\` datetime(3) not null, \`created_at\` datetime(3) not null, \`applied_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`webhook_event\` add index \`webhook_event_created_at_index\` (\`created_at\`);`);

    this.addSql(`alter table \`two_factor_challenge\` add constraint \`two_factor_challenge_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`two_factor\` add constraint \`two_factor_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`trusted_device\` add constraint \`trusted_device_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`stored_file\` add constraint \`stored_file_owner_id_foreign\` foreign key (\`owner_id\`) references \`user\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`session\` add constraint \`session_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`service_account\` add constraint \`service_account_created_by_id_foreign\` foreign key (\`created_by_id\`) references \`user\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`api_token\` add constraint \`api_token_account_id_foreign\` foreign key (\`account_id\`) references \`service_account\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`recovery_code\` add constraint \`recovery_code_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`privacy_request\` add constraint \`privacy_request_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`privacy_request\` add constraint \`privacy_request_handled_by_id_foreign\` foreign key (\`handled_by_id\`) references \`user\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`payment\` add constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`passkey\` add constraint \`passkey_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`customer_order\` add constraint \`customer_order_customer_id_foreign\` foreign key (\`customer_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`customer_order\` add constraint \`customer_order_proofreader_id_foreign\` foreign key (\`proofreader_id\`) references \`user\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`order_file\` add constraint \`order_file_order_id_foreign\` foreign key (\`order_id\`) references \`customer_order\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`order_file\` add constraint \`order_file_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`one_time_token\` add constraint \`one_time_token_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`oauth_flow\` add constraint \`oauth_flow_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`notification\` add constraint \`notification_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`message\` add constraint \`message_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`message\` add constraint \`message_sender_id_foreign\` foreign key (\`sender_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`message_attachment\` add constraint \`message_attachment_message_id_foreign\` foreign key (\`message_id\`) references \`message\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`message_attachment\` add constraint \`message_attachment_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`invoice\` add constraint \`invoice_customer_id_foreign\` foreign key (\`customer_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`invoice\` add constraint \`invoice_pdf_id_foreign\` foreign key (\`pdf_id\`) references \`stored_file\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`invoice_line\` add constraint \`invoice_line_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete restrict;`);

    this.addSql(`alter table \`identity\` add constraint \`identity_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`email_delivery\` add constraint \`email_delivery_recipient_id_foreign\` foreign key (\`recipient_id\`) references \`user\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`data_export\` add constraint \`data_export_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`data_export\` add constraint \`data_export_file_id_foreign\` foreign key (\`file_id\`) references \`stored_file\` (\`id\`) on delete set null;`);

    this.addSql(`alter table \`conversation_participant\` add constraint \`conversation_participant_conversation_id_foreign\` foreign key (\`conversation_id\`) references \`conversation\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`conversation_participant\` add constraint \`conversation_participant_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`consent_record\` add constraint \`consent_record_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`message\` drop foreign key \`message_conversation_id_foreign\`;`);
    this.addSql(`alter table \`conversation_participant\` drop foreign key \`conversation_participant_conversation_id_foreign\`;`);
    this.addSql(`alter table \`two_factor_challenge\` drop foreign key \`two_factor_challenge_user_id_foreign\`;`);
    this.addSql(`alter table \`two_factor\` drop foreign key \`two_factor_user_id_foreign\`;`);
    this.addSql(`alter table \`trusted_device\` drop foreign key \`trusted_device_user_id_foreign\`;`);
    this.addSql(`alter table \`stored_file\` drop foreign key \`stored_file_owner_id_foreign\`;`);
    this.addSql(`alter table \`session\` drop foreign key \`session_user_id_foreign\`;`);
    this.addSql(`alter table \`service_account\` drop foreign key \`service_account_created_by_id_foreign\`;`);
    this.addSql(`alter table \`recovery_code\` drop foreign key \`recovery_code_user_id_foreign\`;`);
    this.addSql(`alter table \`privacy_request\` drop foreign key \`privacy_request_user_id_foreign\`;`);
    this.addSql(`alter table \`privacy_request\` drop foreign key \`privacy_request_handled_by_id_foreign\`;`);
    this.addSql(`alter table \`payment\` drop foreign key \`payment_payer_id_foreign\`;`);
    this.addSql(`alter table \`passkey\` drop foreign key \`passkey_user_id_foreign\`;`);
    this.addSql(`alter table \`customer_order\` drop foreign key \`customer_order_customer_id_foreign\`;`);
    this.addSql(`alter table \`customer_order\` drop foreign key \`customer_order_proofreader_id_foreign\`;`);
    this.addSql(`alter table \`one_time_token\` drop foreign key \`one_time_token_user_id_foreign\`;`);
    this.addSql(`alter table \`oauth_flow\` drop foreign key \`oauth_flow_user_id_foreign\`;`);
    this.addSql(`alter table \`notification\` drop foreign key \`notification_user_id_foreign\`;`);
    this.addSql(`alter table \`message\` drop foreign key \`message_sender_id_foreign\`;`);
    this.addSql(`alter table \`invoice\` drop foreign key \`invoice_customer_id_foreign\`;`);
    this.addSql(`alter table \`identity\` drop foreign key \`identity_user_id_foreign\`;`);
    this.addSql(`alter table \`email_delivery\` drop foreign key \`email_delivery_recipient_id_foreign\`;`);
    this.addSql(`alter table \`data_export\` drop foreign key \`data_export_user_id_foreign\`;`);
    this.addSql(`alter table \`conversation_participant\` drop foreign key \`conversation_participant_user_id_foreign\`;`);
    this.addSql(`alter table \`consent_record\` drop foreign key \`consent_record_user_id_foreign\`;`);
    this.addSql(`alter table \`order_file\` drop foreign key \`order_file_file_id_foreign\`;`);
    this.addSql(`alter table \`message_attachment\` drop foreign key \`message_attachment_file_id_foreign\`;`);
    this.addSql(`alter table \`invoice\` drop foreign key \`invoice_pdf_id_foreign\`;`);
    this.addSql(`alter table \`data_export\` drop foreign key \`data_export_file_id_foreign\`;`);
    this.addSql(`alter table \`api_token\` drop foreign key \`api_token_account_id_foreign\`;`);
    this.addSql(`alter table \`order_file\` drop foreign key \`order_file_order_id_foreign\`;`);
    this.addSql(`alter table \`message_attachment\` drop foreign key \`message_attachment_message_id_foreign\`;`);
    this.addSql(`alter table \`invoice_line\` drop foreign key \`invoice_line_invoice_id_foreign\`;`);

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
