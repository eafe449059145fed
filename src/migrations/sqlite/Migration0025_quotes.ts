import { Migration } from '@mikro-orm/migrations';

const young = "(cast(strftime('%s', 'now', '-10 years') as integer) * 1000)";
const offered = '`id`, `created_at`, `author_id`, `number`, `revision`, `replaces_id`, `subject_type`, `subject_id`, `buyer_id`, `person_name`, `person_email`, `person_locale`, `price_basis`, `operation`, `currency`, `discount_cents`, `discount_basis_points`, `net_cents`, `tax_cents`, `gross_cents`, `notes`, `purchase_order`, `valid_until`, `on_acceptance`, `deposit_percent`, `terms_id`, `sent_at`, `person_address`, `document`';
const evidence = '`id`, `created_at`, `quote_id`, `revision`, `pdf_sha256`, `terms_version`, `terms_sha256`, `name`, `accepted_at`, `accepted_on`, `address`, `agent`, `start_before_withdrawal`, `withdrawal_wording`, `recorded_by_id`, `proof_file_id`';

/** A quote that was sent says for ever what it said; an acceptance is only added, and goes with its quote ten years later. */
const guards = {
  quote_fixed: `before update of ${offered} on \`quote\` when old.\`status\` <> 'DRAFT' begin select raise(abort, 'a sent quote is immutable'); end;`,
  quote_printed: "before update of `pdf_id`, `pdf_sha256` on `quote` when old.`pdf_sha256` is not null begin select raise(abort, 'a sent quote is immutable'); end;",
  quote_kept: `before delete on \`quote\` when old.\`status\` = 'ACCEPTED' and old.\`ended_at\` > ${young} begin select raise(abort, 'an accepted quote is kept'); end;`,
  quote_line_fixed: "before update on `quote_line` when (select `status` from `quote` where `id` = old.`quote_id`) <> 'DRAFT' begin select raise(abort, 'a sent quote is immutable'); end;",
  quote_line_added: "before insert on `quote_line` when (select `status` from `quote` where `id` = new.`quote_id`) <> 'DRAFT' begin select raise(abort, 'a sent quote is immutable'); end;",
  quote_acceptance_fixed: `before update of ${evidence} on \`quote_acceptance\` begin select raise(abort, 'an acceptance is immutable'); end;`,
  quote_acceptance_numbered: "before update of `audit_seq` on `quote_acceptance` when old.`audit_seq` is not null begin select raise(abort, 'an acceptance is immutable'); end;",
  quote_acceptance_kept: `before delete on \`quote_acceptance\` when old.\`accepted_at\` > ${young} begin select raise(abort, 'an acceptance is kept'); end;`,
  terms_version_fixed: "before update on `terms_version` begin select raise(abort, 'a version of the terms is immutable'); end;",
};

/** Quotes, their lines and acceptances, and the terms that they were sent with; a mailed link may open a quote. */
export class Migration0025_quotes extends Migration {

  override name = 'Migration0025_quotes';

  override up(): void | Promise<void> {
    this.addSql(`create table \`terms_version\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`slug\` text not null, \`page_version\` integer not null, \`sha256\` text not null, \`title\` text not null, \`content\` text not null);`);
    this.addSql(`create unique index \`terms_version_slug_page_version_sha256_unique\` on \`terms_version\` (\`slug\`, \`page_version\`, \`sha256\`);`);

    this.addSql(`create table \`quote\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`changed_at\` datetime not null, \`status\` text check (\`status\` in ('DRAFT', 'SENT', 'ACCEPTED', 'REFUSED', 'EXPIRED', 'SUPERSEDED')) not null default 'DRAFT', \`author_id\` char(36) not null, \`number\` text null, \`revision\` integer not null default 1, \`replaces_id\` char(36) null, \`subject_type\` text null, \`subject_id\` char(36) null, \`buyer_id\` char(36) null, \`person_name\` text null, \`person_email\` text null, \`person_address\` json null, \`person_locale\` text check (\`person_locale\` in ('fr', 'en')) null, \`price_basis\` text check (\`price_basis\` in ('NET', 'GROSS')) not null default 'NET', \`operation\` text check (\`operation\` in ('SERVICES', 'GOODS', 'MIXED')) not null default 'SERVICES', \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`discount_cents\` bigint null, \`discount_basis_points\` integer null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, \`notes\` text null, \`purchase_order\` text null, \`valid_until\` text not null, \`on_acceptance\` text check (\`on_acceptance\` in ('DEPOSIT', 'PAY_ALL', 'INVOICE_LATER')) not null, \`deposit_percent\` integer null, \`document\` json null, \`terms_id\` char(36) null, \`pdf_id\` char(36) null, \`pdf_sha256\` text null, \`sent_at\` datetime null, \`times_sent\` integer not null default 0, \`ended_at\` datetime null, \`invoice_id\` char(36) null, constraint \`quote_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete restrict, constraint \`quote_terms_id_foreign\` foreign key (\`terms_id\`) references \`terms_version\` (\`id\`) on delete restrict, constraint \`quote_pdf_id_foreign\` foreign key (\`pdf_id\`) references \`stored_file\` (\`id\`) on delete restrict, constraint \`quote_check\` check ((buyer_id is null) <> (person_email is null)));`);
    this.addSql(`create unique index \`quote_replaces_id_unique\` on \`quote\` (\`replaces_id\`);`);
    this.addSql(`create index \`quote_buyer_id_index\` on \`quote\` (\`buyer_id\`);`);
    this.addSql(`create index \`quote_person_email_index\` on \`quote\` (\`person_email\`);`);
    this.addSql(`create index \`quote_terms_id_index\` on \`quote\` (\`terms_id\`);`);
    this.addSql(`create index \`quote_pdf_id_index\` on \`quote\` (\`pdf_id\`);`);
    this.addSql(`create unique index \`quote_invoice_id_unique\` on \`quote\` (\`invoice_id\`);`);
    this.addSql(`create index \`quote_status_valid_until_index\` on \`quote\` (\`status\`, \`valid_until\`);`);
    this.addSql(`create index \`quote_created_at_index\` on \`quote\` (\`created_at\`);`);
    this.addSql(`create index \`quote_buyer_id_id_index\` on \`quote\` (\`buyer_id\`, \`id\`);`);
    this.addSql(`create index \`quote_subject_type_subject_id_index\` on \`quote\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`create unique index \`quote_number_revision_unique\` on \`quote\` (\`number\`, \`revision\`);`);

    this.addSql(`create table \`quote_line\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`quote_id\` char(36) not null, \`position\` integer not null, \`description\` text not null, \`quantity_thousandths\` bigint not null, \`unit\` text not null default '', \`unit_price_ten_thousandths\` bigint not null, \`tax_rate\` integer not null, \`discount_cents\` bigint null, \`discount_basis_points\` integer null, constraint \`quote_line_quote_id_foreign\` foreign key (\`quote_id\`) references \`quote\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`quote_line_quote_id_index\` on \`quote_line\` (\`quote_id\`);`);
    this.addSql(`create unique index \`quote_line_quote_id_position_unique\` on \`quote_line\` (\`quote_id\`, \`position\`);`);

    this.addSql(`create table \`quote_acceptance\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`quote_id\` char(36) not null, \`revision\` integer not null, \`pdf_sha256\` text not null, \`terms_version\` integer not null, \`terms_sha256\` text not null, \`name\` text not null, \`accepted_at\` datetime not null, \`accepted_on\` text null, \`address\` text null, \`agent\` text null, \`start_before_withdrawal\` integer null, \`withdrawal_wording\` text null, \`recorded_by_id\` char(36) null, \`proof_file_id\` char(36) null, \`audit_seq\` bigint null, constraint \`quote_acceptance_quote_id_foreign\` foreign key (\`quote_id\`) references \`quote\` (\`id\`) on delete restrict, constraint \`quote_acceptance_proof_file_id_foreign\` foreign key (\`proof_file_id\`) references \`stored_file\` (\`id\`) on delete restrict);`);
    this.addSql(`create index \`quote_acceptance_quote_id_index\` on \`quote_acceptance\` (\`quote_id\`);`);
    this.addSql(`create unique index \`quote_acceptance_quote_id_unique\` on \`quote_acceptance\` (\`quote_id\`);`);
    this.addSql(`create index \`quote_acceptance_proof_file_id_index\` on \`quote_acceptance\` (\`proof_file_id\`);`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`billing_token__temp_alter\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`purpose\` text not null, \`invoice_id\` char(36) null, \`quote_id\` char(36) null, \`token_hash\` text not null, \`expires_at\` datetime not null, constraint \`billing_token_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade, constraint \`billing_token_quote_id_foreign\` foreign key (\`quote_id\`) references \`quote\` (\`id\`) on delete cascade, constraint \`billing_token_check\` check ((invoice_id is null) <> (quote_id is null)));`);
    this.addSql(`insert into \`billing_token__temp_alter\` select \`id\`, \`created_at\`, \`version\`, \`purpose\`, \`invoice_id\`, null as \`quote_id\`, \`token_hash\`, \`expires_at\` from \`billing_token\`;`);
    this.addSql(`drop table \`billing_token\`;`);
    this.addSql(`alter table \`billing_token__temp_alter\` rename to \`billing_token\`;`);
    this.addSql(`create index \`billing_token_invoice_id_index\` on \`billing_token\` (\`invoice_id\`);`);
    this.addSql(`create index \`billing_token_quote_id_index\` on \`billing_token\` (\`quote_id\`);`);
    this.addSql(`create unique index \`billing_token_token_hash_unique\` on \`billing_token\` (\`token_hash\`);`);
    this.addSql(`create index \`billing_token_expires_at_index\` on \`billing_token\` (\`expires_at\`);`);
    this.addSql(`pragma foreign_keys = on;`);
    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
  }

  override down(): void | Promise<void> {
    for (const name of Object.keys(guards)) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`delete from \`billing_token\` where \`invoice_id\` is null;`);

    this.addSql(`pragma foreign_keys = off;`);
    this.addSql(`create table \`billing_token__temp_alter\` (\`created_at\` datetime not null, \`expires_at\` datetime not null, \`id\` char not null primary key, \`invoice_id\` char not null, \`purpose\` text not null, \`token_hash\` text not null, \`version\` integer not null default 1, constraint \`billing_token_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade);`);
    this.addSql(`insert into \`billing_token__temp_alter\` select \`created_at\`, \`expires_at\`, \`id\`, \`invoice_id\`, \`purpose\`, \`token_hash\`, \`version\` from \`billing_token\`;`);
    this.addSql(`drop table \`billing_token\`;`);
    this.addSql(`alter table \`billing_token__temp_alter\` rename to \`billing_token\`;`);
    this.addSql(`create index \`billing_token_expires_at_index\` on \`billing_token\` (\`expires_at\`);`);
    this.addSql(`create index \`billing_token_invoice_id_index\` on \`billing_token\` (\`invoice_id\`);`);
    this.addSql(`create unique index \`billing_token_token_hash_unique\` on \`billing_token\` (\`token_hash\`);`);
    this.addSql(`pragma foreign_keys = on;`);

    this.addSql(`drop table if exists \`quote_acceptance\`;`);
    this.addSql(`drop table if exists \`quote_line\`;`);
    this.addSql(`drop table if exists \`quote\`;`);
    this.addSql(`drop table if exists \`terms_version\`;`);
  }

}
