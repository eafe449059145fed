import { Migration } from '@mikro-orm/migrations';

export class Migration0051_feed_links extends Migration {

  override name = 'Migration0051_feed_links';

  override up(): void | Promise<void> {
    this.addSql(`create table \`feed_link\` (\`id\` char(36) not null primary key, \`created_at\` datetime not null, \`version\` integer not null default 1, \`artisan_id\` char(36) not null, \`kind\` text check (\`kind\` in ('BUSY', 'DETAILS')) not null, \`token_hash\` text not null, \`last_read_at\` datetime null, \`revoked_at\` datetime null, constraint \`feed_link_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade);`);
    this.addSql(`create index \`feed_link_artisan_id_index\` on \`feed_link\` (\`artisan_id\`);`);
    this.addSql(`create unique index \`feed_link_token_hash_unique\` on \`feed_link\` (\`token_hash\`);`);
    this.addSql(`create index \`feed_link_artisan_id_created_at_id_index\` on \`feed_link\` (\`artisan_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`create index \`feed_link_revoked_at_index\` on \`feed_link\` (\`revoked_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`feed_link\`;`);
  }

}
