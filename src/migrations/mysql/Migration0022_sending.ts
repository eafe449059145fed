import { Migration } from '@mikro-orm/migrations';

/** What happens to an invoice after it was issued: when it was sent, and when a link of it was opened. */
export class Migration0022_sending extends Migration {

  override name = 'Migration0022_sending';

  override up(): void | Promise<void> {

    this.addSql(`create table \`invoice_event\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`invoice_id\` char(36) not null, \`kind\` varchar(20) not null, \`at\` datetime(3) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`invoice_event\` add index \`invoice_event_invoice_id_index\` (\`invoice_id\`);`);

    this.addSql(`alter table \`billing_token\` add \`opened_at\` datetime(3) null;`);

    this.addSql(`alter table \`invoice_event\` add constraint \`invoice_event_invoice_id_foreign\` foreign key (\`invoice_id\`) references \`invoice\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {

    this.addSql(`drop table if exists \`invoice_event\`;`);

    this.addSql(`alter table \`billing_token\` drop column \`opened_at\`;`);

  }

}
