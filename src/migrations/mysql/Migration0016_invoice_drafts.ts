import { Migration } from '@mikro-orm/migrations';

const fixed = ['id', 'created_at', 'buyer_id', 'locale', 'kind', 'series', 'sequence', 'number', 'subject_type', 'subject_id', 'net_cents', 'tax_cents', 'gross_cents', 'currency', 'issued_at', 'due_on', 'corrects_id'];

/** Drafts of invoices and their lines; an invoice knows its draft, a line the deposit that it takes back. */
export class Migration0016_invoice_drafts extends Migration {

  override name = 'Migration0016_invoice_drafts';

  override up(): void | Promise<void> {
    this.addSql(`create table \`invoice_draft\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`changed_at\` datetime(3) not null, \`author_id\` char(36) not null, \`buyer_id\` char(36) not null, \`subject_type\` varchar(40) null, \`subject_id\` char(36) null, \`kind\` enum('INVOICE','DEPOSIT') not null default 'INVOICE', \`price_basis\` enum('NET','GROSS') not null default 'NET', \`currency\` enum('EUR','XOF') not null default 'EUR', \`operation\` enum('SERVICES','GOODS','MIXED') not null default 'SERVICES', \`discount_cents\` bigint null, \`discount_basis_points\` int null, \`due_on\` varchar(10) null, \`supplied_on\` varchar(10) null, \`notes\` varchar(1000) null, \`purchase_order\` varchar(100) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`invoice_draft\` add index \`invoice_draft_buyer_id_index\` (\`buyer_id\`);`);
    this.addSql(`alter table \`invoice_draft\` add index \`invoice_draft_author_id_index\` (\`author_id\`);`);
    this.addSql(`alter table \`invoice_draft\` add index \`invoice_draft_subject_type_subject_id_index\` (\`subject_type\`, \`subject_id\`);`);

    this.addSql(`create table \`invoice_draft_line\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`draft_id\` char(36) not null, \`position\` int not null, \`description\` varchar(500) not null, \`quantity_thousandths\` bigint not null, \`unit\` varchar(20) not null default '', \`unit_price_ten_thousandths\` bigint not null, \`tax_rate\` int not null, \`discount_cents\` bigint null, \`discount_basis_points\` int null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`invoice_draft_line\` add index \`invoice_draft_line_draft_id_index\` (\`draft_id\`);`);
    this.addSql(`alter table \`invoice_draft_line\` add unique \`invoice_draft_line_draft_id_position_unique\` (\`draft_id\`, \`position\`);`);

    this.addSql(`alter table \`invoice\` add \`draft_id\` char(36) null;`);
    this.addSql(`alter table \`invoice\` add unique \`invoice_draft_id_unique\` (\`draft_id\`);`);

    this.addSql(`alter table \`invoice_line\` add \`deposit_id\` char(36) null;`);
    this.addSql(`alter table \`invoice_line\` add index \`invoice_line_deposit_id_index\` (\`deposit_id\`);`);

    this.addSql(`alter table \`invoice_draft\` add constraint \`invoice_draft_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete cascade;`);

    this.addSql(`alter table \`invoice_draft_line\` add constraint \`invoice_draft_line_draft_id_foreign\` foreign key (\`draft_id\`) references \`invoice_draft\` (\`id\`) on delete cascade;`);

    this.guard([...fixed, 'draft_id']);
  }

  private guard(columns: readonly string[]): void {
    const changed = [...columns.map((column) => `not (old.\`${column}\` <=> new.\`${column}\`)`), 'cast(old.`document` as char) <> cast(new.`document` as char)'];
    this.addSql(`drop trigger \`invoice_fixed\`;`);
    this.addSql(`create trigger \`invoice_fixed\` before update on \`invoice\` for each row begin if ${changed.join(' or ')} then signal sqlstate '45000' set message_text = 'an issued invoice is immutable'; end if; end;`);
  }

  override down(): void | Promise<void> {
    this.guard(fixed);
    this.addSql(`alter table \`invoice_draft_line\` drop foreign key \`invoice_draft_line_draft_id_foreign\`;`);

    this.addSql(`drop table if exists \`invoice_draft\`;`);
    this.addSql(`drop table if exists \`invoice_draft_line\`;`);

    this.addSql(`alter table \`invoice\` drop index \`invoice_draft_id_unique\`;`);
    this.addSql(`alter table \`invoice\` drop column \`draft_id\`;`);

    this.addSql(`alter table \`invoice_line\` drop index \`invoice_line_deposit_id_index\`;`);
    this.addSql(`alter table \`invoice_line\` drop column \`deposit_id\`;`);
  }

}
