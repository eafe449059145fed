import { Migration } from '@mikro-orm/migrations';

const refuse = (condition: string, why: string): string => `for each row begin if ${condition} then signal sqlstate '45000' set message_text = '${why}'; end if; end;`;
const limit = 'date_sub(utc_timestamp(3), interval 10 year)';
const offered = ['id', 'created_at', 'author_id', 'number', 'revision', 'replaces_id', 'subject_type', 'subject_id', 'buyer_id', 'person_name', 'person_email', 'person_locale', 'price_basis', 'operation', 'currency', 'discount_cents', 'discount_basis_points', 'net_cents', 'tax_cents', 'gross_cents', 'notes', 'purchase_order', 'valid_until', 'on_acceptance', 'deposit_percent', 'terms_id', 'sent_at'];
const evidence = ['id', 'created_at', 'quote_id', 'revision', 'pdf_sha256', 'terms_version', 'terms_sha256', 'name', 'accepted_at', 'accepted_on', 'address', 'agent', 'start_before_withdrawal', 'withdrawal_wording', 'recorded_by_id', 'proof_file_id'];
const changed = (columns: readonly string[]): string => columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`).join(' or ');
const rewritten = (columns: readonly string[]): string => columns.map((column) => `not (cast(old.\`${column}\` as char) <=> cast(new.\`${column}\` as char))`).join(' or ');
const isSent = (quoteId: string): string => `(select \`status\` from \`quote\` where \`id\` = ${quoteId}) <> 'DRAFT'`;

/** A quote that was sent says for ever what it said; an acceptance is only added, and goes with its quote ten years later. */
const guards = {
  quote_fixed: `before update on \`quote\` ${refuse(`old.\`status\` <> 'DRAFT' and (${changed(offered)} or ${rewritten(['document', 'person_address'])})`, 'a sent quote is immutable')}`,
  quote_printed: `before update on \`quote\` ${refuse(`old.\`pdf_sha256\` is not null and (${changed(['pdf_id', 'pdf_sha256'])})`, 'a sent quote is immutable')}`,
  quote_kept: `before delete on \`quote\` ${refuse(`old.\`status\` = 'ACCEPTED' and old.\`ended_at\` > ${limit}`, 'an accepted quote is kept')}`,
  quote_line_fixed: `before update on \`quote_line\` ${refuse(isSent('old.`quote_id`'), 'a sent quote is immutable')}`,
  quote_line_added: `before insert on \`quote_line\` ${refuse(isSent('new.`quote_id`'), 'a sent quote is immutable')}`,
  quote_acceptance_fixed: `before update on \`quote_acceptance\` ${refuse(changed(evidence), 'an acceptance is immutable')}`,
  quote_acceptance_numbered: `before update on \`quote_acceptance\` ${refuse(`old.\`audit_seq\` is not null and ${changed(['audit_seq'])}`, 'an acceptance is immutable')}`,
  quote_acceptance_kept: `before delete on \`quote_acceptance\` ${refuse(`old.\`accepted_at\` > ${limit}`, 'an acceptance is kept')}`,
  terms_version_fixed: `before update on \`terms_version\` ${refuse('true', 'a version of the terms is immutable')}`,
};

/** Quotes, their lines and acceptances, and the terms that they were sent with; a mailed link may open a quote. */
export class Migration0025_quotes extends Migration {

  override name = 'Migration0025_quotes';

  override up(): void | Promise<void> {
    this.addSql(`create table \`terms_version\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`slug\` varchar(255) not null, \`page_version\` int not null, \`sha256\` varchar(64) not null, \`title\` varchar(255) not null, \`content\` text not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`terms_version\` add unique \`terms_version_slug_page_version_sha256_unique\` (\`slug\`, \`page_version\`, \`sha256\`);`);

    this.addSql(`create table \`quote\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`changed_at\` datetime(3) not null, \`status\` enum('DRAFT','SENT','ACCEPTED','REFUSED','EXPIRED','SUPERSEDED') not null default 'DRAFT', \`author_id\` char(36) not null, \`number\` varchar(35) null, \`revision\` int not null default 1, \`replaces_id\` char(36) null, \`subject_type\` varchar(40) null, \`subject_id\` char(36) null, \`buyer_id\` char(36) null, \`person_name\` varchar(255) null, \`person_email\` varchar(255) null, \`person_address\` json null, \`person_locale\` enum('fr','en') null, \`price_basis\` enum('NET','GROSS') not null default 'NET', \`operation\` enum('SERVICES','GOODS','MIXED') not null default 'SERVICES', \`currency\` enum('EUR','XOF') not null default 'EUR', \`discount_cents\` bigint null, \`discount_basis_points\` int null, \`net_cents\` bigint not null, \`tax_cents\` bigint not null, \`gross_cents\` bigint not null, \`notes\` varchar(1000) null, \`purchase_order\` varchar(100) null, \`valid_until\` varchar(10) not null, \`on_acceptance\` enum('DEPOSIT','PAY_ALL','INVOICE_LATER') not null, \`deposit_percent\` int null, \`document\` json null, \`terms_id\` char(36) null, \`pdf_id\` char(36) null, \`pdf_sha256\` varchar(64) null, \`sent_at\` datetime(3) null, \`times_sent\` int not null default 0, \`ended_at\` datetime(3) null, \`invoice_id\` char(36) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`quote\` add unique \`quote_replaces_id_unique\` (\`replaces_id\`);`);
    this.addSql(`alter table \`quote\` add index \`quote_buyer_id_index\` (\`buyer_id\`);`);
    this.addSql(`alter table \`quote\` add index \`quote_person_email_index\` (\`person_email\`);`);
    this.addSql(`alter table \`quote\` add index \`quote_terms_id_index\` (\`terms_id\`);`);
    this.addSql(`alter table \`quote\` add index \`quote_pdf_id_index\` (\`pdf_id\`);`);
    this.addSql(`alter table \`quote\` add unique \`quote_invoice_id_unique\` (\`invoice_id\`);`);
    this.addSql(`alter table \`quote\` add index \`quote_status_valid_until_index\` (\`status\`, \`valid_until\`);`);
    this.addSql(`alter table \`quote\` add index \`quote_created_at_index\` (\`created_at\`);`);
    this.addSql(`alter table \`quote\` add index \`quote_buyer_id_id_index\` (\`buyer_id\`, \`id\`);`);
    this.addSql(`alter table \`quote\` add index \`quote_subject_type_subject_id_index\` (\`subject_type\`, \`subject_id\`);`);
    this.addSql(`alter table \`quote\` add unique \`quote_number_revision_unique\` (\`number\`, \`revision\`);`);

    this.addSql(`create table \`quote_line\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`quote_id\` char(36) not null, \`position\` int not null, \`description\` varchar(500) not null, \`quantity_thousandths\` bigint not null, \`unit\` varchar(20) not null default '', \`unit_price_ten_thousandths\` bigint not null, \`tax_rate\` int not null, \`discount_cents\` bigint null, \`discount_basis_points\` int null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`quote_line\` add index \`quote_line_quote_id_index\` (\`quote_id\`);`);
    this.addSql(`alter table \`quote_line\` add unique \`quote_line_quote_id_position_unique\` (\`quote_id\`, \`position\`);`);

    this.addSql(`create table \`quote_acceptance\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`quote_id\` char(36) not null, \`revision\` int not null, \`pdf_sha256\` varchar(64) not null, \`terms_version\` int not null, \`terms_sha256\` varchar(64) not null, \`name\` varchar(255) not null, \`accepted_at\` datetime(3) not null, \`accepted_on\` varchar(10) null, \`address\` varchar(50) null, \`agent\` varchar(255) null, \`start_before_withdrawal\` tinyint(1) null, \`withdrawal_wording\` varchar(1000) null, \`recorded_by_id\` char(36) null, \`proof_file_id\` char(36) null, \`audit_seq\` bigint null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`quote_acceptance\` add index \`quote_acceptance_quote_id_index\` (\`quote_id\`);`);
    this.addSql(`alter table \`quote_acceptance\` add unique \`quote_acceptance_quote_id_unique\` (\`quote_id\`);`);
    this.addSql(`alter table \`quote_acceptance\` add index \`quote_acceptance_proof_file_id_index\` (\`proof_file_id\`);`);

    this.addSql(`alter table \`billing_token\` add \`quote_id\` char(36) null;`);
    this.addSql(`alter table \`billing_token\` add constraint \`billing_token_quote_id_foreign\` foreign key (\`quote_id\`) references \`quote\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`billing_token\` modify \`invoice_id\` char(36) null;`);
    this.addSql(`alter table \`billing_token\` add index \`billing_token_quote_id_index\` (\`quote_id\`);`);
    this.addSql(`alter table \`billing_token\` add constraint \`billing_token_check\` check ((invoice_id is null) <> (quote_id is null));`);

    this.addSql(`alter table \`quote\` add constraint \`quote_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`quote\` add constraint \`quote_terms_id_foreign\` foreign key (\`terms_id\`) references \`terms_version\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`quote\` add constraint \`quote_pdf_id_foreign\` foreign key (\`pdf_id\`) references \`stored_file\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`quote\` add constraint \`quote_check\` check ((buyer_id is null) <> (person_email is null));`);

    this.addSql(`alter table \`quote_line\` add constraint \`quote_line_quote_id_foreign\` foreign key (\`quote_id\`) references \`quote\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`quote_acceptance\` add constraint \`quote_acceptance_quote_id_foreign\` foreign key (\`quote_id\`) references \`quote\` (\`id\`) on delete restrict;`);
    this.addSql(`alter table \`quote_acceptance\` add constraint \`quote_acceptance_proof_file_id_foreign\` foreign key (\`proof_file_id\`) references \`stored_file\` (\`id\`) on delete restrict;`);

    for (const [name, guard] of Object.entries(guards)) this.addSql(`create trigger \`${name}\` ${guard}`);
  }

  override down(): void | Promise<void> {
    for (const name of Object.keys(guards)) this.addSql(`drop trigger \`${name}\`;`);
    this.addSql(`delete from \`billing_token\` where \`invoice_id\` is null;`);
    this.addSql(`alter table \`quote\` drop foreign key \`quote_terms_id_foreign\`;`);
    this.addSql(`alter table \`quote_line\` drop foreign key \`quote_line_quote_id_foreign\`;`);
    this.addSql(`alter table \`quote_acceptance\` drop foreign key \`quote_acceptance_quote_id_foreign\`;`);
    this.addSql(`alter table \`billing_token\` drop foreign key \`billing_token_quote_id_foreign\`;`);

    this.addSql(`drop table if exists \`quote_acceptance\`;`);
    this.addSql(`drop table if exists \`quote_line\`;`);
    this.addSql(`drop table if exists \`quote\`;`);
    this.addSql(`drop table if exists \`terms_version\`;`);

    this.addSql(`alter table \`billing_token\` drop index \`billing_token_quote_id_index\`;`);
    this.addSql(`alter table \`billing_token\` drop constraint \`billing_token_check\`;`);
    this.addSql(`alter table \`billing_token\` drop column \`quote_id\`;`);
    this.addSql(`alter table \`billing_token\` modify \`invoice_id\` char(36) not null;`);
  }

}
