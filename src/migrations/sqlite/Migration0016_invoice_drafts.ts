import { Migration } from '@mikro-orm/migrations';

const fixed = '`id`, `created_at`, `buyer_id`, `locale`, `kind`, `series`, `sequence`, `number`, `subject_type`, `subject_id`, `document`, `net_cents`, `tax_cents`, `gross_cents`, `currency`, `issued_at`, `due_on`, `corrects_id`';

/** Drafts of invoices and their lines; an invoice knows its draft, a line the deposit that it takes back. */
export class Migration0016_invoice_drafts extends Migration {

  override name = 'Migration0016_invoice_drafts';

  override up(): void | Promise<void> {
    this.addSql(`create table \`invoice_draft\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`changed_at\` datetime not null, \`author_id\` char(36) not null, \`buyer_id\` char(36) not null, \`subject_type\` text null, \`subject_id\` char(36) null, \`kind\` text check (\`kind\` in ('INVOICE', 'DEPOSIT')) not null default 'INVOICE', \`price_basis\` text check (\`price_basis\` in ('NET', 'GROSS')) not null default 'NET', \`currency\` text check (\`currency\` in ('EUR', 'XOF')) not null default 'EUR', \`operation\` text check (\`operation\` in ('SERVICES', 'GOODS', 'MIXED')) not null default 'SERVICES', \`discount_cents\` bigint null, \`discount_basis_points\` integer null, \`due_on\` text null, \`supplied_on\` text null, \`notes\` text null, \`purchase_order\` text null, constraint \`invoice_draft_buyer_id_foreign\` foreign key (\`buyer_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`invoice_draft_buyer_id_index\` on \`invoice_draft\` (\`buyer_id\`);`);
    this.addSql(`create index \`invoice_draft_author_id_index\` on \`invoice_draft\` (\`author_id\`);`);
    this.addSql(`create index \`invoice_draft_subject_type_subject_id_index\` on \`invoice_draft\` (\`subject_type\`, \`subject_id\`);`);

    this.addSql(`create table \`invoice_draft_line\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`draft_id\` char(36) not null, \`position\` integer not null, \`description\` text not null, \`quantity_thousandths\` bigint not null, \`unit\` text not null default '', \`unit_price_ten_thousandths\` bigint not null, \`tax_rate\` integer not null, \`discount_cents\` bigint null, \`discount_basis_points\` integer null, constraint \`invoice_draft_line_draft_id_foreign\` foreign key (\`draft_id\`) references \`invoice_draft\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`invoice_draft_line_draft_id_index\` on \`invoice_draft_line\` (\`draft_id\`);`);
    this.addSql(`create unique index \`invoice_draft_line_draft_id_position_unique\` on \`invoice_draft_line\` (\`draft_id\`, \`position\`);`);

    this.addSql(`alter table \`invoice\` add column \`draft_id\` char(36) null;`);
    this.addSql(`create unique index \`invoice_draft_id_unique\` on \`invoice\` (\`draft_id\`);`);

    this.addSql(`alter table \`invoice_line\` add column \`deposit_id\` char(36) null;`);
    this.addSql(`create index \`invoice_line_deposit_id_index\` on \`invoice_line\` (\`deposit_id\`);`);

    this.guard(`${fixed}, \`draft_id\``);
  }

  private guard(columns: string): void {
    this.addSql(`drop trigger \`invoice_fixed\`;`);
    this.addSql(`create trigger \`invoice_fixed\` before update of ${columns} on \`invoice\` begin select raise(abort, 'an issued invoice is immutable'); end;`);
  }

  override down(): void | Promise<void> {
    this.guard(fixed);

    this.addSql(`drop table if exists \`invoice_draft\`;`);
    this.addSql(`drop table if exists \`invoice_draft_line\`;`);

    this.addSql(`drop index \`invoice_draft_id_unique\`;`);
    this.addSql(`alter table \`invoice\` drop column \`draft_id\`;`);

    this.addSql(`drop index \`invoice_line_deposit_id_index\`;`);
    this.addSql(`alter table \`invoice_line\` drop column \`deposit_id\`;`);
  }

}
