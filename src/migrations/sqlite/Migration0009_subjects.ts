import { Migration } from '@mikro-orm/migrations';

/** The guards of Migration0002 and Migration0004: a rebuilt table has lost its own, and the other one names it. */
const guards = {
  invoice_kept: "before delete on `invoice` when old.`issued_at` > (cast(strftime('%s', 'now', '-10 years') as integer) * 1000) begin select raise(abort, 'an issued invoice is kept'); end;",
  invoice_line_kept: "before delete on `invoice_line` when (select `issued_at` from `invoice` where `id` = old.`invoice_id`) > (cast(strftime('%s', 'now', '-10 years') as integer) * 1000) begin select raise(abort, 'an issued invoice is kept'); end;",
  invoice_fixed: "before update of `kind`, `series`, `sequence`, `number`, `subject_type`, `subject_id`, `document`, `net_cents`, `tax_cents`, `gross_cents`, `currency`, `issued_at`, `due_on` on `invoice` begin select raise(abort, 'an issued invoice is immutable'); end;",
} as const;

/** Types of subjects and names of providers are text: a new one needs no migration. Events are known by provider and id. */
export class Migration0009_subjects extends Migration {

  override name = 'Migration0009_subjects';

  override up(): void | Promise<void> {
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`conversation__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`subject\` text not null, \`context_type\` text not null, \`context_id\` char(36) not null, \`last_message_at\` datetime not null);`);
    this.addSql(`insert into \`conversation__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`subject\`, \`context_type\`, \`context_id\`, \`last_message_at\` from \`conversation\`;`);
    this.addSql(`drop table \`conversation\`;`);
    this.addSql(`alter table \`conversation__temp_alter\` rename to \`conversation\`;`);
    this.addSql(`create index \`conversation_last_message_at_id_index\` on \`conversation\` (\`last_message_at\`, \`id\`);`);
    this.addSql(`create unique index \`conversation_context_type_context_id_unique\` on \`conversation\` (\`context_type\`, \`context_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`legal_hold__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`target_type\` text not null, \`target_id\` char(36) not null, \`person_id\` char(36) null, \`reason\` text not null, \`case_reference\` text null, \`placed_by_id\` char(36) not null, \`released_at\` datetime null, \`released_by_id\` char(36) null, \`release_reason\` text null);`);
    this.addSql(`insert into \`legal_hold__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`target_type\`, \`target_id\`, \`person_id\`, \`reason\`, \`case_reference\`, \`placed_by_id\`, \`released_at\`, \`released_by_id\`, \`release_reason\` from \`legal_hold\`;`);
    this.addSql(`drop table \`legal_hold\`;`);
    this.addSql(`alter table \`legal_hold__temp_alter\` rename to \`legal_hold\`;`);
    this.addSql(`create index \`legal_hold_person_id_index\` on \`legal_hold\` (\`person_id\`);`);
    this.addSql(`create index \`legal_hold_target_type_released_at_target_id_index\` on \`legal_hold\` (\`target_type\`, \`released_at\`, \`target_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`payer_id\` char(36) not null, \`subject_type\` text not null, \`subject_id\` char(36) not null, \`description\` text not null, \`status\` text check (\`status\` in ('PENDING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`provider\` text not null, \`amount_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`provider_session_id\` text null, \`provider_payment_id\` text null, \`checkout_url\` text null, \`expires_at\` datetime null, \`paid_at\` datetime null, \`failure_reason\` text null, \`refunded_cents\` bigint not null default '0', \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS')) null, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`payment__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`payer_id\`, \`subject_type\`, \`subject_id\`, \`description\`, \`status\`, \`provider\`, \`amount_cents\`, \`currency\`, \`provider_session_id\`, \`provider_payment_id\`, \`checkout_url\`, \`expires_at\`, \`paid_at\`, \`failure_reason\`, \`refunded_cents\`, \`refund_due_reason\` from \`payment\`;`);
    this.addSql(`drop table \`payment\`;`);
    this.addSql(`alter table \`payment__temp_alter\` rename to \`payment\`;`);
    this.addSql(`create index \`payment_payer_id_index\` on \`payment\` (\`payer_id\`);`);
    this.addSql(`create unique index \`payment_provider_session_id_unique\` on \`payment\` (\`provider_session_id\`);`);
    this.addSql(`create index \`payment_provider_payment_id_index\` on \`payment\` (\`provider_payment_id\`);`);
    this.addSql(`create index \`payment_subject_type_subject_id_index\` on \`payment\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create index \`payment_status_index\` on \`payment\` (\`status\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`invoice__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`kind\` text check (\`kind\` in ('INVOICE', 'DEPOSIT', 'CREDIT_NOTE')) not null default 'INVOICE', \`status\` text check (\`status\` in ('GENERATED', 'SENT', 'PAID', 'OVERDUE', 'CANCELLED')) not null default 'GENERATED', \`series\` text not null, \`sequence\` bigint not null, \`number\` text not null, \`subject_type\` text not null, \`subject_id\` char(36) not null, \`buyer_id\` char(36) not null, \`document\` json not null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`issued_at\` datetime not null, \`due_on\` text not null, \`paid_at\` datetime null, \`pdf_id\` char(36) null, constraint \`invoice_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`invoice_pdf_id_foreign\` foreign key (\`pdf_id\`) references \`stored_file\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`invoice__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`kind\`, \`status\`, \`series\`, \`sequence\`, \`number\`, \`subject_type\`, \`subject_id\`, \`customer_id\`, \`document\`, \`net_cents\`, \`tax_cents\`, \`gross_cents\`, \`currency\`, \`locale\`, \`issued_at\`, \`due_on\`, \`paid_at\`, \`pdf_id\` from \`invoice\`;`);
    for (const name of Object.keys(guards)) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table \`invoice\`;`);
    this.addSql(`alter table \`invoice__temp_alter\` rename to \`invoice\`;`);
    this.addSql(`create unique index \`invoice_number_unique\` on \`invoice\` (\`number\`);`);
    this.addSql(`create index \`invoice_buyer_id_index\` on \`invoice\` (\`buyer_id\`);`);
    this.addSql(`create index \`invoice_pdf_id_index\` on \`invoice\` (\`pdf_id\`);`);
    this.addSql(`create index \`invoice_subject_type_subject_id_index\` on \`invoice\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create index \`invoice_status_index\` on \`invoice\` (\`status\`);`);
    this.addSql(`create index \`invoice_created_at_index\` on \`invoice\` (\`created_at\`);`);
    this.addSql(`create unique index \`invoice_series_sequence_unique\` on \`invoice\` (\`series\`, \`sequence\`);`);
    this.addSql(`create unique index \`invoice_kind_subject_type_subject_id_unique\` on \`invoice\` (\`kind\`, \`subject_type\`, \`subject_id\`);`);
    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
    this.addSql(`pragma foreign_keys = on;`);


    // What waits in the queue and in the inbox is carried over.
    this.addSql(`update \`job\` set \`payload\` = json_set(\`payload\`, '$.subject', json_object('type', 'ORDER', 'id', json_extract(\`payload\`, '$.orderId'))) where \`kind\` = 'messaging.open-conversation';`);
    this.addSql(`update \`job\` set \`payload\` = json_set(\`payload\`, '$.provider', coalesce((select \`e\`.\`provider\` from \`webhook_event\` as \`e\` where \`e\`.\`id\` = json_extract(\`job\`.\`payload\`, '$.eventId')), 'STRIPE')) where \`kind\` = 'billing.apply-payment-event';`);
    this.addSql(`update \`webhook_event\` set \`payload\` = json_set(\`payload\`, '$.evidence', case \`type\` when 'checkout.session.async_payment_succeeded' then 'PAID' when 'charge.refunded' then 'REFUNDED' when 'payment_intent.payment_failed' then 'ANY' else 'ENDED' end) where json_extract(\`payload\`, '$.kind') in ('SESSION', 'PAYMENT');`);

    this.addSql(`create table \`webhook_event__temp_alter\` (\`id\` text not null, \`provider\` text not null, \`type\` text not null, \`payload\` json not null, \`status\` text check (\`status\` in ('RECEIVED', 'APPLIED', 'IGNORED')) not null default 'RECEIVED', \`occurred_at\` datetime not null, \`created_at\` datetime not null, \`applied_at\` datetime null, primary key (\`provider\`, \`id\`));`);
    this.addSql(`insert into \`webhook_event__temp_alter\` select \`id\`, \`provider\`, \`type\`, \`payload\`, \`status\`, \`occurred_at\`, \`created_at\`, \`applied_at\` from \`webhook_event\`;`);
    this.addSql(`drop table \`webhook_event\`;`);
    this.addSql(`alter table \`webhook_event__temp_alter\` rename to \`webhook_event\`;`);
    this.addSql(`create index \`webhook_event_created_at_index\` on \`webhook_event\` (\`created_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`conversation__temp_alter\` (\`context_id\` char not null, \`context_type\` text check (\`context_type\` in ('ORDER')) not null, \`created_at\` datetime not null, \`id\` char not null primary key, \`last_message_at\` datetime not null, \`subject\` text not null, \`version\` integer not null default 1);`);
    this.addSql(`insert into \`conversation__temp_alter\` select \`context_id\`, \`context_type\`, \`created_at\`, \`id\`, \`last_message_at\`, \`subject\`, \`version\` from \`conversation\`;`);
    this.addSql(`drop table \`conversation\`;`);
    this.addSql(`alter table \`conversation__temp_alter\` rename to \`conversation\`;`);
    this.addSql(`create unique index \`conversation_context_type_context_id_unique\` on \`conversation\` (\`context_type\`, \`context_id\`);`);
    this.addSql(`create index \`conversation_last_message_at_id_index\` on \`conversation\` (\`last_message_at\`, \`id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`invoice__temp_alter\` (\`created_at\` datetime not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`customer_id\` char not null, \`document\` json not null, \`due_on\` text not null, \`gross_cents\` bigint not null, \`id\` char not null primary key, \`issued_at\` datetime not null, \`kind\` text check (\`kind\` in ('INVOICE', 'DEPOSIT', 'CREDIT_NOTE')) not null default 'INVOICE', \`locale\` text check (\`locale\` in ('fr', 'en')) not null default 'fr', \`net_cents\` bigint not null, \`number\` text not null, \`paid_at\` datetime null, \`pdf_id\` char null, \`sequence\` bigint not null, \`series\` text not null, \`status\` text check (\`status\` in ('GENERATED', 'SENT', 'PAID', 'OVERDUE', 'CANCELLED')) not null default 'GENERATED', \`subject_id\` char not null, \`subject_type\` text check (\`subject_type\` in ('ORDER')) not null, \`tax_cents\` bigint not null, \`version\` integer not null default 1, constraint \`invoice_customer_id_foreign\` foreign key (\`customer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`invoice_pdf_id_foreign\` foreign key (\`pdf_id\`) references \`stored_file\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`invoice__temp_alter\` select \`created_at\`, \`currency\`, \`buyer_id\`, \`document\`, \`due_on\`, \`gross_cents\`, \`id\`, \`issued_at\`, \`kind\`, \`locale\`, \`net_cents\`, \`number\`, \`paid_at\`, \`pdf_id\`, \`sequence\`, \`series\`, \`status\`, \`subject_id\`, \`subject_type\`, \`tax_cents\`, \`version\` from \`invoice\`;`);
    for (const name of Object.keys(guards)) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`drop table \`invoice\`;`);
    this.addSql(`alter table \`invoice__temp_alter\` rename to \`invoice\`;`);
    this.addSql(`create index \`invoice_created_at_index\` on \`invoice\` (\`created_at\`);`);
    this.addSql(`create index \`invoice_customer_id_index\` on \`invoice\` (\`customer_id\`);`);
    this.addSql(`create unique index \`invoice_kind_subject_type_subject_id_unique\` on \`invoice\` (\`kind\`, \`subject_type\`, \`subject_id\`);`);
    this.addSql(`create unique index \`invoice_number_unique\` on \`invoice\` (\`number\`);`);
    this.addSql(`create index \`invoice_pdf_id_index\` on \`invoice\` (\`pdf_id\`);`);
    this.addSql(`create unique index \`invoice_series_sequence_unique\` on \`invoice\` (\`series\`, \`sequence\`);`);
    this.addSql(`create index \`invoice_status_index\` on \`invoice\` (\`status\`);`);
    this.addSql(`create index \`invoice_subject_type_subject_id_index\` on \`invoice\` (\`subject_type\`, \`subject_id\`);`);
    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`legal_hold__temp_alter\` (\`case_reference\` text null, \`created_at\` datetime not null, \`id\` char not null primary key, \`person_id\` char null, \`placed_by_id\` char not null, \`reason\` text not null, \`release_reason\` text null, \`released_at\` datetime null, \`released_by_id\` char null, \`target_id\` char not null, \`target_type\` text check (\`target_type\` in ('USER', 'ORDER', 'CONVERSATION', 'FILE', 'PAYMENT', 'INVOICE')) not null, \`version\` integer not null default 1);`);
    this.addSql(`insert into \`legal_hold__temp_alter\` select \`case_reference\`, \`created_at\`, \`id\`, \`person_id\`, \`placed_by_id\`, \`reason\`, \`release_reason\`, \`released_at\`, \`released_by_id\`, \`target_id\`, \`target_type\`, \`version\` from \`legal_hold\`;`);
    this.addSql(`drop table \`legal_hold\`;`);
    this.addSql(`alter table \`legal_hold__temp_alter\` rename to \`legal_hold\`;`);
    this.addSql(`create index \`legal_hold_person_id_index\` on \`legal_hold\` (\`person_id\`);`);
    this.addSql(`create index \`legal_hold_target_type_released_at_target_id_index\` on \`legal_hold\` (\`target_type\`, \`released_at\`, \`target_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`payment__temp_alter\` (\`amount_cents\` bigint not null, \`checkout_url\` text null, \`created_at\` datetime not null, \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`description\` text not null, \`expires_at\` datetime null, \`failure_reason\` text null, \`id\` char not null primary key, \`paid_at\` datetime null, \`payer_id\` char not null, \`provider\` text check (\`provider\` in ('STRIPE', 'SANDBOX')) not null, \`provider_payment_id\` text null, \`provider_session_id\` text null, \`refund_due_reason\` text check (\`refund_due_reason\` in ('ALREADY_PAID', 'NOT_PAYABLE', 'AMOUNT_DIFFERS')) null, \`refunded_cents\` bigint not null default '0', \`status\` text check (\`status\` in ('PENDING', 'PAID', 'FAILED', 'EXPIRED', 'REFUNDED', 'PARTIALLY_REFUNDED')) not null default 'PENDING', \`subject_id\` char not null, \`subject_type\` text check (\`subject_type\` in ('ORDER')) not null, \`version\` integer not null default 1, constraint \`payment_payer_id_foreign\` foreign key (\`payer_id\`) references \`user\` (\`id\`) on delete restrict);`);
    this.addSql(`insert into \`payment__temp_alter\` select \`amount_cents\`, \`checkout_url\`, \`created_at\`, \`currency\`, \`description\`, \`expires_at\`, \`failure_reason\`, \`id\`, \`paid_at\`, \`payer_id\`, \`provider\`, \`provider_payment_id\`, \`provider_session_id\`, \`refund_due_reason\`, \`refunded_cents\`, \`status\`, \`subject_id\`, \`subject_type\`, \`version\` from \`payment\`;`);
    this.addSql(`drop table \`payment\`;`);
    this.addSql(`alter table \`payment__temp_alter\` rename to \`payment\`;`);
    this.addSql(`create index \`payment_payer_id_index\` on \`payment\` (\`payer_id\`);`);
    this.addSql(`create index \`payment_provider_payment_id_index\` on \`payment\` (\`provider_payment_id\`);`);
    this.addSql(`create unique index \`payment_provider_session_id_unique\` on \`payment\` (\`provider_session_id\`);`);
    this.addSql(`create index \`payment_status_index\` on \`payment\` (\`status\`);`);
    this.addSql(`create index \`payment_subject_type_subject_id_index\` on \`payment\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`create table \`webhook_event__temp_alter\` (\`id\` text not null primary key, \`provider\` text not null, \`type\` text not null, \`payload\` json not null, \`status\` text check (\`status\` in ('RECEIVED', 'APPLIED', 'IGNORED')) not null default 'RECEIVED', \`occurred_at\` datetime not null, \`created_at\` datetime not null, \`applied_at\` datetime null);`);
    this.addSql(`insert into \`webhook_event__temp_alter\` select \`id\`, \`provider\`, \`type\`, \`payload\`, \`status\`, \`occurred_at\`, \`created_at\`, \`applied_at\` from \`webhook_event\`;`);
    this.addSql(`drop table \`webhook_event\`;`);
    this.addSql(`alter table \`webhook_event__temp_alter\` rename to \`webhook_event\`;`);
    this.addSql(`create index \`webhook_event_created_at_index\` on \`webhook_event\` (\`created_at\`);`);
  }

}
