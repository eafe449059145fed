import { Migration } from '@mikro-orm/migrations';

/** Mobile money: the network and the last digits of the phone of a push, and when its payer reported a debit. */
export class Migration0018_mobile_money extends Migration {

  override name = 'Migration0018_mobile_money';

  override up(): void | Promise<void> {
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payer_id\` char(36) not null, \`subject_type\` text not null, \`subject_id\` char(36) not null, \`invoice_id\` char(36) null, \`description\` text not null, \`status\` text check (\`status\` in ('PENDING', 'PROCESSING', 'AUTHORIZED', 'UNKNOWN', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`flow\` text check (\`flow\` in ('CHECKOUT', 'FORM', 'SAVED_METHOD', 'PUSH', 'NOTHING')) not null default 'CHECKOUT', \`is_hold\` integer not null default false, \`saves_method\` integer not null default false, \`payment_method_id\` char(36) null, \`provider\` text not null, \`method\` text check (\`method\` in ('CARD', 'SEPA', 'MOBILE_MONEY', 'TRANSFER', 'CHEQUE', 'CASH', 'OTHER')) not null default 'CARD', \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`network\` text null, \`phone_last4\` text null, \`debit_reported_at\` datetime null, \`provider_session_id\` text null, \`provider_payment_id\` text null, \`checkout_url\` text null, \`expires_at\` datetime null, \`paid_at\` datetime null, \`capture_before\` datetime null, \`unknown_since\` datetime null, \`received_on\` text null, \`reference\` text null, \`failure_reason\` text null, \`refunded_cents\` bigint not null default '0', \`allocated_cents\` bigint not null default '0', \`disputed_cents\` bigint not null default '0', \`reversed_at\` datetime null, \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS', 'OVERPAID')) null, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`payment__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`payer_id\`, \`subject_type\`, \`subject_id\`, \`invoice_id\`, \`description\`, \`status\`, \`flow\`, \`is_hold\`, \`saves_method\`, \`payment_method_id\`, \`provider\`, \`method\`, \`amount_cents\`, \`currency\`, null as \`network\`, null as \`phone_last4\`, null as \`debit_reported_at\`, \`provider_session_id\`, \`provider_payment_id\`, \`checkout_url\`, \`expires_at\`, \`paid_at\`, \`capture_before\`, \`unknown_since\`, \`received_on\`, \`reference\`, \`failure_reason\`, \`refunded_cents\`, \`allocated_cents\`, \`disputed_cents\`, \`reversed_at\`, \`refund_due_reason\` from \`payment\`;`);
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
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`allocated_cents\` bigint not null default '0', \`amount_cents\` bigint not null, \`capture_before\` datetime null, \`checkout_url\` text null, \`created_at\` datetime not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`description\` text not null, \`disputed_cents\` bigint not null default '0', \`expires_at\` datetime null, \`failure_reason\` text null, \`flow\` text check (\`flow\` in ('CHECKOUT', 'FORM', 'SAVED_METHOD', 'NOTHING')) not null default 'CHECKOUT', \`id\` char not null primary key, \`invoice_id\` char null, \`is_hold\` integer not null default false, \`method\` text check (\`method\` in ('CARD', 'SEPA', 'MOBILE_MONEY', 'TRANSFER', 'CHEQUE', 'CASH', 'OTHER')) not null default 'CARD', \`paid_at\` datetime null, \`payer_id\` char not null, \`payment_method_id\` char null, \`provider\` text not null, \`provider_payment_id\` text null, \`provider_session_id\` text null, \`received_on\` text null, \`reference\` text null, \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS', 'OVERPAID')) null, \`refunded_cents\` bigint not null default '0', \`reversed_at\` datetime null, \`saves_method\` integer not null default false, \`status\` text check (\`status\` in ('PENDING', 'PROCESSING', 'AUTHORIZED', 'UNKNOWN', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`subject_id\` char not null, \`subject_type\` text not null, \`unknown_since\` datetime null, \`version\` integer not null default 1, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`payment__temp_alter\` select \`allocated_cents\`, \`amount_cents\`, \`capture_before\`, \`checkout_url\`, \`created_at\`, \`currency\`, \`description\`, \`disputed_cents\`, \`expires_at\`, \`failure_reason\`, \`flow\`, \`id\`, \`invoice_id\`, \`is_hold\`, \`method\`, \`paid_at\`, \`payer_id\`, \`payment_method_id\`, \`provider\`, \`provider_payment_id\`, \`provider_session_id\`, \`received_on\`, \`reference\`, \`refund_due_reason\`, \`refunded_cents\`, \`reversed_at\`, \`saves_method\`, \`status\`, \`subject_id\`, \`subject_type\`, \`unknown_since\`, \`version\` from \`payment\`;`);
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
