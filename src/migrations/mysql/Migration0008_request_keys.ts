import { Migration } from '@mikro-orm/migrations';

export class Migration0008_request_keys extends Migration {

  override name = 'Migration0008_request_keys';

  override up(): void | Promise<void> {
    this.addSql(`create table \`request_key\` (\`key_hash\` varchar(64) not null, \`content_hash\` varchar(64) not null, \`actor_id\` char(36) not null, \`operation\` varchar(60) not null, \`result_id\` char(36) null, \`created_at\` datetime(3) not null, primary key (\`key_hash\`)) default character set utf8mb4 collate utf8mb4_unicode_ci engine = InnoDB;`);
    this.addSql(`alter table \`request_key\` add index \`request_key_actor_id_index\` (\`actor_id\`);`);
    this.addSql(`alter table \`request_key\` add index \`request_key_created_at_index\` (\`created_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`request_key\`;`);
  }

}
