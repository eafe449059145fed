import { Migration } from '@mikro-orm/migrations';

/** What happens to an invoice after it was issued: when it was sent, and when a link of it was opened. */
export class Migration0022_sending extends Migration {

  override name = 'Migration0022_sending';

  override up(): void | Promise<void> {
    this.addSql(`create table \`invoice_event\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`invoice_id\` char(36) not null, \`kind\` text not null, \`at\` datetime not null, constraint \`invoice_event_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`invoice_event_invoice_id_index\` on \`invoice_event\` (\`invoice_id\`);`);

    this.addSql(`alter table \`billing_token\` add column \`opened_at\` datetime null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`invoice_event\`;`);

    this.addSql(`alter table \`billing_token\` drop column \`opened_at\`;`);
  }

}
