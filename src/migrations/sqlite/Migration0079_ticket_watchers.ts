import { Migration } from '@mikro-orm/migrations';

export class Migration0079_ticket_watchers extends Migration {

  override name = 'Migration0079_ticket_watchers';

  override up(): void | Promise<void> {
    this.addSql(`create table \`ticket_watcher\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`ticket_id\` char(36) not null, \`user_id\` char(36) not null, constraint \`ticket_watcher_ticket_id_foreign\` foreign key (\`ticket_id\`) references \`ticket\` (\`id\`) on delete cascade, constraint \`ticket_watcher_user_id_foreign\` foreign key (\`user_id\`) references \`user\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`ticket_watcher_ticket_id_index\` on \`ticket_watcher\` (\`ticket_id\`);`);
    this.addSql(`create index \`ticket_watcher_user_id_index\` on \`ticket_watcher\` (\`user_id\`);`);
    this.addSql(`create unique index \`ticket_watcher_ticket_id_user_id_unique\` on \`ticket_watcher\` (\`ticket_id\`, \`user_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`ticket_watcher\`;`);
  }

}
