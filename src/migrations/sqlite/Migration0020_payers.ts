import { Migration } from '@mikro-orm/migrations';

const fixed = '`id`, `created_at`, `buyer_id`, `locale`, `kind`, `series`, `sequence`, `number`, `subject_type`, `subject_id`, `document`, `net_cents`, `tax_cents`, `gross_cents`, `currency`, `issued_at`, `due_on`, `corrects_id`, `draft_id`';
const person = '`person_name`, `person_email`, `person_address`, `person_locale`';
const young = "(cast(strftime('%s', 'now', '-10 years') as integer) * 1000)";

/** The guards of Migration0004, 0014, 0015 and 0016: a rebuilt table has lost its own, and those of other tables name it. */
const guards = (columns: string): Readonly<Record<string, string>> => ({
  invoice_kept: `before delete on \`invoice\` when old.\`issued_at\` > ${young} begin select raise(abort, 'an issued invoice is kept'); end;`,
  invoice_line_kept: `before delete on \`invoice_line\` when (select \`issued_at\` from \`invoice\` where \`id\` = old.\`invoice_id\`) > ${young} begin select raise(abort, 'an issued invoice is kept'); end;`,
  invoice_fixed: `before update of ${columns} on \`invoice\` begin select raise(abort, 'an issued invoice is immutable'); end;`,
  payment_allocation_kept: `before delete on \`payment_allocation\` when (select \`issued_at\` from \`invoice\` where \`id\` = old.\`invoice_id\`) > ${young} begin select raise(abort, 'an allocation is kept'); end;`,
  payment_allocation_within: "before insert on `payment_allocation` when new.`amount_cents` > 0 and new.`amount_cents` + (select coalesce(sum(`amount_cents`), 0) from `payment_allocation` where `invoice_id` = new.`invoice_id`) > (select `gross_cents` from `invoice` where `id` = new.`invoice_id`) begin select raise(abort, 'more is allocated than the invoice'); end;",
});

/** A payer is a user or a person without an account; whoever holds a token of an invoice may read it. */
export class Migration0020_payers extends Migration {

  override name = 'Migration0020_payers';

  override up(): void | Promise<void> {
    this.addSql(`create table \`billing_token\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`purpose\` text not null, \`invoice_id\` char(36) not null, \`token_hash\` text not null, \`expires_at\` datetime not null, constraint \`billing_token_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`billing_token_invoice_id_index\` on \`billing_token\` (\`invoice_id\`);`);
    this.addSql(`create unique index \`billing_token_token_hash_unique\` on \`billing_token\` (\`token_hash\`);`);
    this.addSql(`create index \`billing_token_expires_at_index\` on \`billing_token\` (\`expires_at\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payer_id\` char(36) null, \`person_name\` text null, \`person_email\` text null, \`person_address\` json null, \`person_locale\` text check (\`person_locale\` in ('fr', 'en')) null, \`subject_type\` text not null, \`subject_id\` char(36) not null, \`invoice_id\` char(36) null, \`description\` text not null, \`status\` text check (\`status\` in ('PENDING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`provider\` text not null, \`method\` text check (\`method\` in ('CARD', 'SEPA', 'MOBILE_MONEY', 'TRANSFER', 'CHEQUE', 'CASH', 'OTHER')) not null default 'CARD', \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`provider_session_id\` text null, \`provider_payment_id\` text null, \`checkout_url\` text null, \`expires_at\` datetime null, \`paid_at\` datetime null, \`received_on\` text null, \`reference\` text null, \`failure_reason\` text null, \`refunded_cents\` bigint not null default '0', \`allocated_cents\` bigint not null default '0', \`disputed_cents\` bigint not null default '0', \`reversed_at\` datetime null, \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS', 'OVERPAID')) null, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`payment_check\` check ((payer_id is null) <> (person_email is null)));`);
    this.addSql(`insert into \`payment__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`payer_id\`, null as \`person_name\`, null as \`person_email\`, null as \`person_address\`, null as \`person_locale\`, \`subject_type\`, \`subject_id\`, \`invoice_id\`, \`description\`, \`status\`, \`provider\`, \`method\`, \`amount_cents\`, \`currency\`, \`provider_session_id\`, \`provider_payment_id\`, \`checkout_url\`, \`expires_at\`, \`paid_at\`, \`received_on\`, \`reference\`, \`failure_reason\`, \`refunded_cents\`, \`allocated_cents\`, \`disputed_cents\`, \`reversed_at\`, \`refund_due_reason\` from \`payment\`;`);
    this.addSql(`drop table \`payment\`;`);
    this.addSql(`alter table \`payment__temp_alter\` rename to \`payment\`;`);
    this.addSql(`create index \`payment_payer_id_index\` on \`payment\` (\`payer_id\`);`);
    this.addSql(`create index \`payment_person_email_index\` on \`payment\` (\`person_email\`);`);
    this.addSql(`create unique index \`payment_provider_session_id_unique\` on \`payment\` (\`provider_session_id\`);`);
    this.addSql(`create index \`payment_subject_type_subject_id_index\` on \`payment\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create index \`payment_status_index\` on \`payment\` (\`status\`);`);
    this.addSql(`create unique index \`payment_provider_provider_payment_id_unique\` on \`payment\` (\`provider\`, \`provider_payment_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`invoice__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`kind\` text check (\`kind\` in ('INVOICE', 'DEPOSIT', 'CREDIT_NOTE')) not null default 'INVOICE', \`status\` text check (\`status\` in ('GENERATED', 'SENT', 'PAID', 'OVERDUE', 'CANCELLED')) not null default 'GENERATED', \`series\` text not null, \`sequence\` bigint not null, \`number\` text not null, \`subject_type\` text not null, \`subject_id\` char(36) not null, \`live_for\` text null, \`corrects_id\` char(36) null, \`draft_id\` char(36) null, \`buyer_id\` char(36) null, \`person_name\` text null, \`person_email\` text null, \`person_address\` json null, \`person_locale\` text check (\`person_locale\` in ('fr', 'en')) null, \`document\` json not null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, \`credited_cents\` bigint not null default '0', \`paid_cents\` bigint not null default '0', \`refunded_cents\` bigint not null default '0', \`lost_cents\` bigint not null default '0', \`balance_cents\` bigint not null default '0', \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`issued_at\` datetime not null, \`due_on\` text not null, \`paid_at\` datetime null, \`sent_at\` datetime null, \`overdue_at\` datetime null, \`cancelled_at\` datetime null, \`pdf_id\` char(36) null, constraint \`invoice_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`invoice_pdf_id_foreign\` foreign key (\`pdf_id\`) references \`stored_file\` (\`id\`) on delete restrict, constraint \`invoice_check\` check ((buyer_id is null) <> (person_email is null)));`);
    this.addSql(`insert into \`invoice__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`kind\`, \`status\`, \`series\`, \`sequence\`, \`number\`, \`subject_type\`, \`subject_id\`, \`live_for\`, \`corrects_id\`, \`draft_id\`, \`buyer_id\`, null as \`person_name\`, null as \`person_email\`, null as \`person_address\`, null as \`person_locale\`, \`document\`, \`net_cents\`, \`tax_cents\`, \`gross_cents\`, \`credited_cents\`, \`paid_cents\`, \`refunded_cents\`, \`lost_cents\`, \`balance_cents\`, \`currency\`, \`locale\`, \`issued_at\`, \`due_on\`, \`paid_at\`, \`sent_at\`, \`overdue_at\`, \`cancelled_at\`, \`pdf_id\` from \`invoice\`;`);
    for (const name of Object.keys(guards(fixed))) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table \`invoice\`;`);
    this.addSql(`alter table \`invoice__temp_alter\` rename to \`invoice\`;`);
    this.addSql(`create unique index \`invoice_number_unique\` on \`invoice\` (\`number\`);`);
    this.addSql(`create unique index \`invoice_live_for_unique\` on \`invoice\` (\`live_for\`);`);
    this.addSql(`create unique index \`invoice_draft_id_unique\` on \`invoice\` (\`draft_id\`);`);
    this.addSql(`create index \`invoice_buyer_id_index\` on \`invoice\` (\`buyer_id\`);`);
    this.addSql(`create index \`invoice_person_email_index\` on \`invoice\` (\`person_email\`);`);
    this.addSql(`create index \`invoice_pdf_id_index\` on \`invoice\` (\`pdf_id\`);`);
    this.addSql(`create index \`invoice_subject_type_subject_id_index\` on \`invoice\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create index \`invoice_corrects_id_index\` on \`invoice\` (\`corrects_id\`);`);
    this.addSql(`create index \`invoice_status_due_on_index\` on \`invoice\` (\`status\`, \`due_on\`);`);
    this.addSql(`create index \`invoice_created_at_index\` on \`invoice\` (\`created_at\`);`);
    this.addSql(`create index \`invoice_buyer_id_id_index\` on \`invoice\` (\`buyer_id\`, \`id\`);`);
    this.addSql(`create index \`invoice_buyer_id_gross_cents_id_index\` on \`invoice\` (\`buyer_id\`, \`gross_cents\`, \`id\`);`);
    this.addSql(`create unique index \`invoice_series_sequence_unique\` on \`invoice\` (\`series\`, \`sequence\`);`);
    this.guard(`${fixed}, ${person}`);
    this.addSql(`pragma foreign_keys = on;`);
  }

  private guard(columns: string): void {
    for (const [name, guard] of Object.entries(guards(columns))) this.addSql(`create trigger \`${name}\` ${guard}`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`billing_token\`;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`invoice__temp_alter\` (\`balance_cents\` bigint not null default '0', \`buyer_id\` char not null, \`cancelled_at\` datetime null, \`corrects_id\` char null, \`created_at\` datetime not null, \`credited_cents\` bigint not null default '0', \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`document\` json not null, \`draft_id\` char null, \`due_on\` text not null, \`gross_cents\` bigint not null, \`id\` char not null primary key, \`issued_at\` datetime not null, \`kind\` text check (\`kind\` in ('INVOICE', 'DEPOSIT', 'CREDIT_NOTE')) not null default 'INVOICE', \`live_for\` text null, \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`lost_cents\` bigint not null default '0', \`net_cents\` bigint not null, \`number\` text not null, \`overdue_at\` datetime null, \`paid_at\` datetime null, \`paid_cents\` bigint not null default '0', \`pdf_id\` char null, \`refunded_cents\` bigint not null default '0', \`sent_at\` datetime null, \`sequence\` bigint not null, \`series\` text not null, \`status\` text check (\`status\` in ('GENERATED', 'SENT', 'PAID', 'OVERDUE', 'CANCELLED')) not null default 'GENERATED', \`subject_id\` char not null, \`subject_type\` text not null, \`tax_cents\` bigint not null, \`version\` integer not null default 1, constraint \`invoice_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`invoice_pdf_id_foreign\` foreign key (\`pdf_id\`) references \`stored_file\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`invoice__temp_alter\` select \`balance_cents\`, \`buyer_id\`, \`cancelled_at\`, \`corrects_id\`, \`created_at\`, \`credited_cents\`, \`currency\`, \`document\`, \`draft_id\`, \`due_on\`, \`gross_cents\`, \`id\`, \`issued_at\`, \`kind\`, \`live_for\`, \`locale\`, \`lost_cents\`, \`net_cents\`, \`number\`, \`overdue_at\`, \`paid_at\`, \`paid_cents\`, \`pdf_id\`, \`refunded_cents\`, \`sent_at\`, \`sequence\`, \`series\`, \`status\`, \`subject_id\`, \`subject_type\`, \`tax_cents\`, \`version\` from \`invoice\`;`);
    for (const name of Object.keys(guards(fixed))) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table \`invoice\`;`);
    this.addSql(`alter table \`invoice__temp_alter\` rename to \`invoice\`;`);
    this.addSql(`create index \`invoice_buyer_id_gross_cents_id_index\` on \`invoice\` (\`buyer_id\`, \`gross_cents\`, \`id\`);`);
    this.addSql(`create index \`invoice_buyer_id_id_index\` on \`invoice\` (\`buyer_id\`, \`id\`);`);
    this.addSql(`create index \`invoice_buyer_id_index\` on \`invoice\` (\`buyer_id\`);`);
    this.addSql(`create index \`invoice_corrects_id_index\` on \`invoice\` (\`corrects_id\`);`);
    this.addSql(`create index \`invoice_created_at_index\` on \`invoice\` (\`created_at\`);`);
    this.addSql(`create unique index \`invoice_draft_id_unique\` on \`invoice\` (\`draft_id\`);`);
    this.addSql(`create unique index \`invoice_live_for_unique\` on \`invoice\` (\`live_for\`);`);
    this.addSql(`create unique index \`invoice_number_unique\` on \`invoice\` (\`number\`);`);
    this.addSql(`create index \`invoice_pdf_id_index\` on \`invoice\` (\`pdf_id\`);`);
    this.addSql(`create unique index \`invoice_series_sequence_unique\` on \`invoice\` (\`series\`, \`sequence\`);`);
    this.addSql(`create index \`invoice_status_due_on_index\` on \`invoice\` (\`status\`, \`due_on\`);`);
    this.addSql(`create index \`invoice_subject_type_subject_id_index\` on \`invoice\` (\`subject_type\`, \`subject_id\`);`);
    this.guard(fixed);
    this.addSql(`pragma foreign_keys = on;`);

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
