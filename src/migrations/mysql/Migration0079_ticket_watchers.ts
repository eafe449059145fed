import { Migration } from '@mikro-orm/migrations';

export class Migration0079_ticket_watchers extends Migration {

  override name = 'Migration0079_ticket_watchers';

  override up(): void | Promise<void> {
    this.addSql(`create table \`ticket_watcher\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`ticket_id\` char(36) not null, \`user_id\` char(36) not null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`ticket_watcher\` add index \`ticket_watcher_ticket_id_index\` (\`ticket_id\`);`);
    this.addSql(`alter table \`ticket_watcher\` add index \`ticket_watcher_user_id_index\` (\`user_id\`);`);
    this.addSql(`alter table \`ticket_watcher\` add unique \`ticket_watcher_ticket_id_user_id_unique\` (\`ticket_id\`, \`user_id\`);`);

    this.addSql(`alter table \`ticket_watcher\` add constraint \`ticket_watcher_ticket_id_foreign\` foreign key (\`ticket_id\`) references \`ticket\` (\`id\`) on delete cascade;`);
    this.addSql(`alter table \`ticket_watcher\` add constraint \`ticket_watcher_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`ticket_watcher\`;`);
  }

}
