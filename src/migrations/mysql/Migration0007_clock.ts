import { Migration } from '@mikro-orm/migrations';

export class Migration0007_clock extends Migration {

  override name = 'Migration0007_clock';

  override up(): void | Promise<void> {
    this.addSql(`create table \`clock_state\` (\`id\` int unsigned not null, \`believed_at\` datetime(3) not null, \`stopped_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);

    this.addSql(`alter table \`invoice_counter\` add \`set_aside_at\` datetime(3) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`clock_state\`;`);

    this.addSql(`alter table \`invoice_counter\` drop column \`set_aside_at\`;`);
  }

}
