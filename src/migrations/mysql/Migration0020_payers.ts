import { Migration } from '@mikro-orm/migrations';

const fixed = ['id', 'created_at', 'buyer_id', 'locale', 'kind', 'series', 'sequence', 'number', 'subject_type', 'subject_id', 'net_cents', 'tax_cents', 'gross_cents', 'currency', 'issued_at', 'due_on', 'corrects_id'];
const person = ['person_name', 'person_email', 'person_locale'];

/** A payer is a user or a person without an account; whoever holds a token of an invoice may read it. */
export class Migration0020_payers extends Migration {

  override name = 'Migration0020_payers';

  override up(): void | Promise<void> {
    this.addSql(`create table \`billing_token\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`purpose\` varchar(20) not null, \`invoice_id\` char(36) not null, \`token_hash\` varchar(64) not null, \`expires_at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`billing_token\` add index \`billing_token_invoice_id_index\` (\`invoice_id\`);`);
    this.addSql(`alter table \`billing_token\` add unique \`billing_token_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(`alter table \`billing_token\` add index \`billing_token_expires_at_index\` (\`expires_at\`);`);

    this.addSql(`alter table \`payment\` add \`person_name\` varchar(255) null, add \`person_email\` varchar(255) null, add \`person_address\` json null, add \`person_locale\` enum('fr','en') null;`);
    this.addSql(`alter table \`payment\` modify \`payer_id\` char(36) null;`);
    this.addSql(`alter table \`payment\` add index \`payment_person_email_index\` (\`person_email\`);`);
    this.addSql(`alter table \`payment\` add constraint \`payment_check\` check ((payer_id is null) <> (person_email is null));`);

    this.addSql(`alter table \`invoice\` add \`person_name\` varchar(255) null, add \`person_email\` varchar(255) null, add \`person_address\` json null, add \`person_locale\` enum('fr','en') null;`);
    this.addSql(`alter table \`invoice\` modify \`buyer_id\` char(36) null;`);
    this.addSql(`alter table \`invoice\` add index \`invoice_person_email_index\` (\`person_email\`);`);
    this.addSql(`alter table \`invoice\` add constraint \`invoice_check\` check ((buyer_id is null) <> (person_email is null));`);

    this.addSql(`alter table \`billing_token\` add constraint \`billing_token_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade;`);
    this.guard([...fixed, ...person], ['document', 'person_address']);
  }

  private guard(columns: readonly string[], documents: readonly string[]): void {
    const changed = [
      ...columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`),
      ...documents.map((column) => `not (cast(old.\`${column}\` as char) <=> cast(new.\`${column}\` as char))`),
    ];
    this.addSql(`drop trigger \`invoice_fixed\`;`);
    this.addSql(`create trigger \`invoice_fixed\` before update on \`invoice\` for each row begin if ${changed.join(' or ')} then signal sqlstate '45000' set message_text = 'an issued invoice is immutable'; end if; end;`);
  }

  override down(): void | Promise<void> {
    this.guard(fixed, ['document']);
    this.addSql(`drop table if exists \`billing_token\`;`);

    this.addSql(`alter table \`invoice\` drop index \`invoice_person_email_index\`;`);
    this.addSql(`alter table \`invoice\` drop constraint \`invoice_check\`;`);
    this.addSql(`alter table \`invoice\` drop column \`person_name\`, drop column \`person_email\`, drop column \`person_address\`, drop column \`person_locale\`;`);
    this.addSql(`alter table \`invoice\` modify \`buyer_id\` char(36) not null;`);

    this.addSql(`alter table \`payment\` drop index \`payment_person_email_index\`;`);
    this.addSql(`alter table \`payment\` drop constraint \`payment_check\`;`);
    this.addSql(`alter table \`payment\` drop column \`person_name\`, drop column \`person_email\`, drop column \`person_address\`, drop column \`person_locale\`;`);
    this.addSql(`alter table \`payment\` modify \`payer_id\` char(36) not null;`);
  }

}
