import { Migration } from '@mikro-orm/migrations';

/** Payments in a form and by saved cards: holds, payments under way or in doubt; cards and whose they are. */
export class Migration0017_cards extends Migration {

  override name = 'Migration0017_cards';

  override up(): void | Promise<void> {
    this.addSql(`create table \`payment_method\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`person_id\` char(36) not null, \`provider\` text not null, \`provider_method_id\` text not null, \`brand\` text not null, \`last4\` text not null, \`exp_month\` integer not null, \`exp_year\` integer not null, \`fingerprint\` text null, \`default_for\` char(36) null, \`is_active\` integer not null default true, constraint \`payment_method_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`payment_method_person_id_index\` on \`payment_method\` (\`person_id\`);`);
    this.addSql(`create unique index \`payment_method_default_for_unique\` on \`payment_method\` (\`default_for\`);`);
    this.addSql(`create unique index \`payment_method_provider_provider_method_id_unique\` on \`payment_method\` (\`provider\`, \`provider_method_id\`);`);

    this.addSql(`create table \`payment_customer\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`person_id\` char(36) not null, \`provider\` text not null, \`provider_customer_id\` text null, constraint \`payment_customer_person_id_foreign\` foreign key (\`person_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`payment_customer_person_id_index\` on \`payment_customer\` (\`person_id\`);`);
    this.addSql(`create unique index \`payment_customer_person_id_provider_unique\` on \`payment_customer\` (\`person_id\`, \`provider\`);`);
    this.addSql(`create unique index \`payment_customer_provider_provider_customer_id_unique\` on \`payment_customer\` (\`provider\`, \`provider_customer_id\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payer_id\` char(36) not null, \`subject_type\` text not null, \`subject_id\` char(36) not null, \`invoice_id\` char(36) null, \`description\` text not null, \`status\` text check (\`status\` in ('PENDING', 'PROCESSING', 'AUTHORIZED', 'UNKNOWN', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`flow\` text check (\`flow\` in ('CHECKOUT', 'FORM', 'SAVED_METHOD', 'NOTHING')) not null default 'CHECKOUT', \`is_hold\` integer not null default false, \`saves_method\` integer not null default false, \`payment_method_id\` char(36) null, \`provider\` text not null, \`method\` text check (\`method\` in ('CARD', 'SEPA', 'MOBILE_MONEY', 'TRANSFER', 'CHEQUE', 'CASH', 'OTHER')) not null default 'CARD', \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`provider_session_id\` text null, \`provider_payment_id\` text null, \`checkout_url\` text null, \`expires_at\` datetime null, \`paid_at\` datetime null, \`capture_before\` datetime null, \`unknown_since\` datetime null, \`received_on\` text null, \`reference\` text null, \`failure_reason\` text null, \`refunded_cents\` bigint not null default '0', \`allocated_cents\` bigint not null default '0', \`disputed_cents\` bigint not null default '0', \`reversed_at\` datetime null, \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS', 'OVERPAID')) null, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`payment__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`payer_id\`, \`subject_type\`, \`subject_id\`, \`invoice_id\`, \`description\`, \`status\`, 'CHECKOUT' as \`flow\`, false as \`is_hold\`, false as \`saves_method\`, null as \`payment_method_id\`, \`provider\`, \`method\`, \`amount_cents\`, \`currency\`, \`provider_session_id\`, \`provider_payment_id\`, \`checkout_url\`, \`expires_at\`, \`paid_at\`, null as \`capture_before\`, null as \`unknown_since\`, \`received_on\`, \`reference\`, \`failure_reason\`, \`refunded_cents\`, \`allocated_cents\`, \`disputed_cents\`, \`reversed_at\`, \`refund_due_reason\` from \`payment\`;`);
    this.addSql(`drop table \`payment\`;`);
    this.addSql(`alter table \`payment__temp_alter\` rename to \`payment\`;`);
    this.addSql(`create index \`payment_payer_id_index\` on \`payment\` (\`payer_id\`);`);
    this.addSql(`create unique index \`payment_provider_session_id_unique\` on \`payment\` (\`provider_session_id\`);`);
    this.addSql(`create index \`payment_subject_type_subject_id_index\` on \`payment\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create index \`payment_status_index\` on \`payment\` (\`status\`);`);
    this.addSql(`create unique index \`payment_provider_provider_payment_id_unique\` on \`payment\` (\`provider\`, \`provider_payment_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`payment_method\`;`);
    this.addSql(`drop table if exists \`payment_customer\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`allocated_cents\` bigint not null default '0', \`amount_cents\` bigint not null, \`checkout_url\` text null, \`created_at\` datetime not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`description\` text not null, \`disputed_cents\` bigint not null default '0', \`expires_at\` datetime null, \`failure_reason\` text null, \`id\` char not null primary key, \`invoice_id\` char null, \`method\` text check (\`method\` in ('CARD', 'SEPA', 'MOBILE_MONEY', 'TRANSFER', 'CHEQUE', 'CASH', 'OTHER')) not null default 'CARD', \`paid_at\` datetime null, \`payer_id\` char not null, \`provider\` text not null, \`provider_payment_id\` text null, \`provider_session_id\` text null, \`received_on\` text null, \`reference\` text null, \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS', 'OVERPAID')) null, \`refunded_cents\` bigint not null default '0', \`reversed_at\` datetime null, \`status\` text check (\`status\` in ('PENDING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`subject_id\` char not null, \`subject_type\` text not null, \`version\` integer not null default 1, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`payment__temp_alter\` select \`allocated_cents\`, \`amount_cents\`, \`checkout_url\`, \`created_at\`, \`currency\`, \`description\`, \`disputed_cents\`, \`expires_at\`, \`failure_reason\`, \`id\`, \`invoice_id\`, \`method\`, \`paid_at\`, \`payer_id\`, \`provider\`, \`provider_payment_id\`, \`provider_session_id\`, \`received_on\`, \`reference\`, \`refund_due_reason\`, \`refunded_cents\`, \`reversed_at\`, \`status\`, \`subject_id\`, \`subject_type\`, \`version\` from \`payment\`;`);
    this.addSql(`drop table \`payment\`;`);
    this.addSql(`alter table \`payment__temp_alter\` rename to \`payment\`;`);
    this.addSql(`create index \`payment_payer_id_index\` on \`payment\` (\`payer_id\`);`);
    this.addSql(`create unique index \`payment_provider_provider_payment_id_unique\` on \`payment\` (\`provider\`, \`provider_payment_id\`);`);
    this.addSql(`create unique index \`payment_provider_session_id_unique\` on \`payment\` (\`provider_session_id\`);`);
    this.addSql(`create index \`payment_status_index\` on \`payment\` (\`status\`);`);
    this.addSql(`create index \`payment_subject_type_subject_id_index\` on \`payment\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
