import { Migration } from '@mikro-orm/migrations';

export class Migration0007_clock extends Migration {

  override name = 'Migration0007_clock';

  override up(): void | Promise<void> {
    this.addSql(`create table \`clock_state\` (\`id\` integer not null primary key, \`believed_at\` datetime not null, \`stopped_at\` datetime null);`);

    this.addSql(`alter table \`invoice_counter\` add column \`set_aside_at\` datetime null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`clock_state\`;`);

    this.addSql(`alter table \`invoice_counter\` drop column \`set_aside_at\`;`);
  }

}
