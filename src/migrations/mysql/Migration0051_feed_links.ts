import { Migration } from '@mikro-orm/migrations';

export class Migration0051_feed_links extends Migration {

  override name = 'Migration0051_feed_links';

  override up(): void | Promise<void> {
    this.addSql(`create table \`feed_link\` (\`id\` char(36) not null, \`created_at\` datetime(3) not null, \`version\` int not null default 1, \`artisan_id\` char(36) not null, \`kind\` enum('BUSY','DETAILS') not null, \`token_hash\` varchar(64) not null, \`last_read_at\` datetime(3) null, \`revoked_at\` datetime(3) null, primary key (\`id\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`feed_link\` add index \`feed_link_artisan_id_index\` (\`artisan_id\`);`);
    this.addSql(`alter table \`feed_link\` add unique \`feed_link_token_hash_unique\` (\`token_hash\`);`);
    this.addSql(`alter table \`feed_link\` add index \`feed_link_artisan_id_created_at_id_index\` (\`artisan_id\`, \`created_at\`, \`id\`);`);
    this.addSql(`alter table \`feed_link\` add index \`feed_link_revoked_at_index\` (\`revoked_at\`);`);

    this.addSql(`alter table \`feed_link\` add constraint \`feed_link_artisan_id_foreign\` foreign key (\`artisan_id\`) references \`artisan\` (\`id\`) on delete cascade;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`feed_link\`;`);
  }

}
