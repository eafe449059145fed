import { Migration } from '@mikro-orm/migrations';

const young = "(cast(strftime('%s', 'now', '-10 years') as integer) * 1000)";
/** Allocations and reversals are only added; they go with what they are about, ten years later by the database's own clock. */
const guards = {
  payment_allocation_fixed: "before update on `payment_allocation` begin select raise(abort, 'an allocation is immutable'); end;",
  payment_allocation_kept: `before delete on \`payment_allocation\` when (select \`issued_at\` from \`invoice\` where \`id\` = old.\`invoice_id\`) > ${young} begin select raise(abort, 'an allocation is kept'); end;`,
  payment_allocation_within: "before insert on `payment_allocation` when new.`amount_cents` > 0 and new.`amount_cents` + (select coalesce(sum(`amount_cents`), 0) from `payment_allocation` where `invoice_id` = new.`invoice_id`) > (select `gross_cents` from `invoice` where `id` = new.`invoice_id`) begin select raise(abort, 'more is allocated than the invoice'); end;",
  payment_reversal_fixed: "before update on `payment_reversal` begin select raise(abort, 'a reversal is immutable'); end;",
  payment_reversal_kept: `before delete on \`payment_reversal\` when old.\`at\` > ${young} begin select raise(abort, 'a reversal is kept'); end;`,
};
const fixedBefore = '`kind`, `series`, `sequence`, `number`, `subject_type`, `subject_id`, `document`, `net_cents`, `tax_cents`, `gross_cents`, `currency`, `issued_at`, `due_on`, `corrects_id`';
const fixed = `\`id\`, \`created_at\`, \`buyer_id\`, \`locale\`, ${fixedBefore}`;

/** Allocations, reversals and disputes; each invoice knows its sums and its balance. All but what moves of it is protected. */
export class Migration0015_ledger extends Migration {

  override name = 'Migration0015_ledger';

  override up(): void | Promise<void> {
    this.addSql(`create table \`payment_reversal\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payment_id\` char(36) not null, \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`reason\` text not null, \`at\` datetime not null, constraint \`payment_reversal_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict);`);
    this.addSql(`create unique index \`payment_reversal_payment_id_unique\` on \`payment_reversal\` (\`payment_id\`);`);

    this.addSql(`create table \`dispute\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payment_id\` char(36) not null, \`status\` text check (\`status\` in ('OPEN', 'WON', 'LOST')) not null default 'OPEN', \`provider\` text not null, \`provider_dispute_id\` text not null, \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`reason\` text not null, \`respond_by\` datetime null, \`closed_at\` datetime null, constraint \`dispute_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`dispute_payment_id_index\` on \`dispute\` (\`payment_id\`);`);
    this.addSql(`create index \`dispute_status_index\` on \`dispute\` (\`status\`);`);
    this.addSql(`create unique index \`dispute_provider_provider_dispute_id_unique\` on \`dispute\` (\`provider\`, \`provider_dispute_id\`);`);

    this.addSql(`create table \`payment_allocation\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payment_id\` char(36) not null, \`invoice_id\` char(36) not null, \`cause\` text check (\`cause\` in ('PAYMENT', 'REFUND', 'DISPUTE', 'REVERSAL')) not null, \`amount_cents\` bigint not null, \`at\` datetime not null, constraint \`payment_allocation_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict, constraint \`payment_allocation_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`payment_allocation_payment_id_index\` on \`payment_allocation\` (\`payment_id\`);`);
    this.addSql(`create index \`payment_allocation_invoice_id_index\` on \`payment_allocation\` (\`invoice_id\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payer_id\` char(36) not null, \`subject_type\` text not null, \`subject_id\` char(36) not null, \`invoice_id\` char(36) null, \`description\` text not null, \`status\` text check (\`status\` in ('PENDING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`provider\` text not null, \`method\` text check (\`method\` in ('CARD', 'SEPA', 'MOBILE_MONEY', 'TRANSFER', 'CHEQUE', 'CASH', 'OTHER')) not null default 'CARD', \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`provider_session_id\` text null, \`provider_payment_id\` text null, \`checkout_url\` text null, \`expires_at\` datetime null, \`paid_at\` datetime null, \`received_on\` text null, \`reference\` text null, \`failure_reason\` text null, \`refunded_cents\` bigint not null default '0', \`allocated_cents\` bigint not null default '0', \`disputed_cents\` bigint not null default '0', \`reversed_at\` datetime null, \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS', 'OVERPAID')) null, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`payment__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`payer_id\`, \`subject_type\`, \`subject_id\`, \`invoice_id\`, \`description\`, \`status\`, \`provider\`, 'CARD', \`amount_cents\`, \`currency\`, \`provider_session_id\`, \`provider_payment_id\`, \`checkout_url\`, \`expires_at\`, \`paid_at\`, null, null, \`failure_reason\`, \`refunded_cents\`, 0, 0, null, \`refund_due_reason\` from \`payment\`;`);
    this.addSql(`drop table \`payment\`;`);
    this.addSql(`alter table \`payment__temp_alter\` rename to \`payment\`;`);
    this.addSql(`create index \`payment_payer_id_index\` on \`payment\` (\`payer_id\`);`);
    this.addSql(`create unique index \`payment_provider_session_id_unique\` on \`payment\` (\`provider_session_id\`);`);
    this.addSql(`create index \`payment_subject_type_subject_id_index\` on \`payment\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create index \`payment_status_index\` on \`payment\` (\`status\`);`);
    this.addSql(`create unique index \`payment_provider_provider_payment_id_unique\` on \`payment\` (\`provider\`, \`provider_payment_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`drop index \`invoice_status_index\`;`);
    this.addSql(`alter table \`invoice\` add column \`paid_cents\` bigint not null default '0';`);
    this.addSql(`alter table \`invoice\` add column \`refunded_cents\` bigint not null default '0';`);
    this.addSql(`alter table \`invoice\` add column \`lost_cents\` bigint not null default '0';`);
    this.addSql(`alter table \`invoice\` add column \`balance_cents\` bigint not null default '0';`);
    this.addSql(`alter table \`invoice\` add column \`sent_at\` datetime null;`);
    this.addSql(`alter table \`invoice\` add column \`overdue_at\` datetime null;`);
    this.addSql(`create index \`invoice_status_due_on_index\` on \`invoice\` (\`status\`, \`due_on\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`refund__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payment_id\` char(36) not null, \`credit_note_id\` char(36) null, \`status\` text check (\`status\` in ('PENDING', 'REQUESTED', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'UNKNOWN')) not null default 'PENDING', \`origin\` text check (\`origin\` in ('SYSTEM', 'PROVIDER')) not null default 'SYSTEM', \`reason\` text check (\`reason\` in ('REQUESTED_BY_CUSTOMER', 'DUPLICATE', 'WITHDRAWAL', 'NOT_DELIVERED', 'GOODWILL', 'FRAUD')) null, \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`provider\` text not null, \`provider_refund_id\` text null, \`attempt\` integer not null default 1, \`is_manual\` integer not null default false, \`due_reason\` text check (\`due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS', 'OVERPAID')) null, \`failure_reason\` text null, \`succeeded_at\` datetime null, \`paid_on\` text null, \`reference\` text null, \`proof_file_id\` char(36) null, constraint \`refund_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict, constraint \`refund_credit_note_id_foreign\` foreign key (\`credit_note_id\`) references \`invoice\` (\`id\`) on delete restrict, constraint \`refund_proof_file_id_foreign\` foreign key (\`proof_file_id\`) references \`stored_file\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`refund__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`payment_id\`, \`credit_note_id\`, \`status\`, \`origin\`, \`reason\`, \`amount_cents\`, \`currency\`, \`provider\`, \`provider_refund_id\`, \`attempt\`, \`is_manual\`, \`due_reason\`, \`failure_reason\`, \`succeeded_at\`, \`paid_on\`, \`reference\`, \`proof_file_id\` from \`refund\`;`);
    this.addSql(`drop table \`refund\`;`);
    this.addSql(`alter table \`refund__temp_alter\` rename to \`refund\`;`);
    this.addSql(`create index \`refund_payment_id_index\` on \`refund\` (\`payment_id\`);`);
    this.addSql(`create index \`refund_credit_note_id_index\` on \`refund\` (\`credit_note_id\`);`);
    this.addSql(`create index \`refund_proof_file_id_index\` on \`refund\` (\`proof_file_id\`);`);
    this.addSql(`create index \`refund_status_index\` on \`refund\` (\`status\`);`);
    this.addSql(`create unique index \`refund_provider_provider_refund_id_unique\` on \`refund\` (\`provider\`, \`provider_refund_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    // Existing invoices: each was paid by the payment that knows it; of what went back, what a credit note documents is taken back.
    this.addSql(`update \`payment\` set \`allocated_cents\` = \`amount_cents\` where \`invoice_id\` is not null;`);
    this.addSql(`insert into \`payment_allocation\` (\`id\`, \`created_at\`, \`payment_id\`, \`invoice_id\`, \`cause\`, \`amount_cents\`, \`at\`) select \`id\`, \`paid_at\`, \`id\`, \`invoice_id\`, 'PAYMENT', \`amount_cents\`, \`paid_at\` from \`payment\` where \`invoice_id\` is not null;`);
    this.addSql(`insert into \`payment_allocation\` (\`id\`, \`created_at\`, \`payment_id\`, \`invoice_id\`, \`cause\`, \`amount_cents\`, \`at\`) select '1' || substr(\`payment\`.\`id\`, 2), \`payment\`.\`paid_at\`, \`payment\`.\`id\`, \`invoice_id\`, 'REFUND', -min(\`payment\`.\`refunded_cents\`, \`credited_cents\`), \`payment\`.\`paid_at\` from \`payment\` inner join \`invoice\` on \`invoice\`.\`id\` = \`payment\`.\`invoice_id\` where min(\`payment\`.\`refunded_cents\`, \`credited_cents\`) > 0;`);
    this.addSql(`update \`invoice\` set \`paid_cents\` = coalesce((select sum(\`amount_cents\`) from \`payment_allocation\` where \`invoice_id\` = \`invoice\`.\`id\` and \`cause\` = 'PAYMENT'), 0), \`refunded_cents\` = coalesce((select -sum(\`amount_cents\`) from \`payment_allocation\` where \`invoice_id\` = \`invoice\`.\`id\` and \`cause\` = 'REFUND'), 0) where \`kind\` <> 'CREDIT_NOTE';`);
    this.addSql(`update \`invoice\` set \`balance_cents\` = \`gross_cents\` - \`credited_cents\` - \`paid_cents\` + \`refunded_cents\` where \`kind\` <> 'CREDIT_NOTE';`);

    this.guard(fixed);
    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
  }

  private guard(columns: string): void {
    this.addSql(`drop trigger \`invoice_fixed\`;`);
    this.addSql(`create trigger \`invoice_fixed\` before update of ${columns} on \`invoice\` begin select raise(abort, 'an issued invoice is immutable'); end;`);
  }

  override down(): void | Promise<void> {
    for (const name of Object.keys(guards)) this.addSql(`drop trigger \`${name}\`;`);
    this.guard(fixedBefore);
    this.addSql(`update \`payment\` set \`refund_due_reason\` = 'NOT_PAYABLE' where \`refund_due_reason\` = 'OVERPAID';`);
    this.addSql(`update \`refund\` set \`due_reason\` = 'NOT_PAYABLE' where \`due_reason\` = 'OVERPAID';`);
    this.addSql(`drop table if exists \`payment_reversal\`;`);
    this.addSql(`drop table if exists \`dispute\`;`);
    this.addSql(`drop table if exists \`payment_allocation\`;`);

    this.addSql(`drop index \`invoice_status_due_on_index\`;`);
    this.addSql(`alter table \`invoice\` drop column \`paid_cents\`;`);
    this.addSql(`alter table \`invoice\` drop column \`refunded_cents\`;`);
    this.addSql(`alter table \`invoice\` drop column \`lost_cents\`;`);
    this.addSql(`alter table \`invoice\` drop column \`balance_cents\`;`);
    this.addSql(`alter table \`invoice\` drop column \`sent_at\`;`);
    this.addSql(`alter table \`invoice\` drop column \`overdue_at\`;`);
    this.addSql(`create index \`invoice_status_index\` on \`invoice\` (\`status\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`amount_cents\` bigint not null, \`checkout_url\` text null, \`created_at\` datetime not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`description\` text not null, \`expires_at\` datetime null, \`failure_reason\` text null, \`id\` char not null primary key, \`invoice_id\` char null, \`paid_at\` datetime null, \`payer_id\` char not null, \`provider\` text not null, \`provider_payment_id\` text null, \`provider_session_id\` text null, \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS')) null, \`refunded_cents\` bigint not null default '0', \`status\` text check (\`status\` in ('PENDING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`subject_id\` char not null, \`subject_type\` text not null, \`version\` integer not null default 1, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`payment__temp_alter\` select \`amount_cents\`, \`checkout_url\`, \`created_at\`, \`currency\`, \`description\`, \`expires_at\`, \`failure_reason\`, \`id\`, \`invoice_id\`, \`paid_at\`, \`payer_id\`, \`provider\`, \`provider_payment_id\`, \`provider_session_id\`, \`refund_due_reason\`, \`refunded_cents\`, \`status\`, \`subject_id\`, \`subject_type\`, \`version\` from \`payment\`;`);
    this.addSql(`drop table \`payment\`;`);
    this.addSql(`alter table \`payment__temp_alter\` rename to \`payment\`;`);
    this.addSql(`create index \`payment_payer_id_index\` on \`payment\` (\`payer_id\`);`);
    this.addSql(`create unique index \`payment_provider_provider_payment_id_unique\` on \`payment\` (\`provider\`, \`provider_payment_id\`);`);
    this.addSql(`create unique index \`payment_provider_session_id_unique\` on \`payment\` (\`provider_session_id\`);`);
    this.addSql(`create index \`payment_status_index\` on \`payment\` (\`status\`);`);
    this.addSql(`create index \`payment_subject_type_subject_id_index\` on \`payment\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`refund__temp_alter\` (\`amount_cents\` bigint not null, \`attempt\` integer not null default 1, \`created_at\` datetime not null, \`credit_note_id\` char null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`due_reason\` text check (\`due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS')) null, \`failure_reason\` text null, \`id\` char not null primary key, \`is_manual\` integer not null default false, \`origin\` text check (\`origin\` in ('SYSTEM', 'PROVIDER')) not null default 'SYSTEM', \`paid_on\` text null, \`payment_id\` char not null, \`proof_file_id\` char null, \`provider\` text not null, \`provider_refund_id\` text null, \`reason\` text check (\`reason\` in ('REQUESTED_BY_CUSTOMER', 'DUPLICATE', 'WITHDRAWAL', 'NOT_DELIVERED', 'GOODWILL', 'FRAUD')) null, \`reference\` text null, \`status\` text check (\`status\` in ('PENDING', 'REQUESTED', 'SUCCEEDED', 'FAILED', 'CANCELLED', 'UNKNOWN')) not null default 'PENDING', \`succeeded_at\` datetime null, \`version\` integer not null default 1, constraint \`refund_credit_note_id_foreign\` foreign key (\`credit_note_id\`) references \`invoice\` (\`id\`) on delete restrict, constraint \`refund_payment_id_foreign\` foreign key (\`payment_id\`) references \`payment\` (\`id\`) on delete restrict, constraint \`refund_proof_file_id_foreign\` foreign key (\`proof_file_id\`) references \`stored_file\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`refund__temp_alter\` select \`amount_cents\`, \`attempt\`, \`created_at\`, \`credit_note_id\`, \`currency\`, \`due_reason\`, \`failure_reason\`, \`id\`, \`is_manual\`, \`origin\`, \`paid_on\`, \`payment_id\`, \`proof_file_id\`, \`provider\`, \`provider_refund_id\`, \`reason\`, \`reference\`, \`status\`, \`succeeded_at\`, \`version\` from \`refund\`;`);
    this.addSql(`drop table \`refund\`;`);
    this.addSql(`alter table \`refund__temp_alter\` rename to \`refund\`;`);
    this.addSql(`create index \`refund_credit_note_id_index\` on \`refund\` (\`credit_note_id\`);`);
    this.addSql(`create index \`refund_payment_id_index\` on \`refund\` (\`payment_id\`);`);
    this.addSql(`create index \`refund_proof_file_id_index\` on \`refund\` (\`proof_file_id\`);`);
    this.addSql(`create unique index \`refund_provider_provider_refund_id_unique\` on \`refund\` (\`provider\`, \`provider_refund_id\`);`);
    this.addSql(`create index \`refund_status_index\` on \`refund\` (\`status\`);`);
    this.addSql(`pragma foreign_keys = on;`);
  }

}
