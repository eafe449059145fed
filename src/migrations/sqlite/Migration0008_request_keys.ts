import { Migration } from '@mikro-orm/migrations';

export class Migration0008_request_keys extends Migration {

  override name = 'Migration0008_request_keys';

  override up(): void | Promise<void> {
    this.addSql(`create table \`request_key\` (\`key_hash\` text not null primary key, \`content_hash\` text not null, \`actor_id\` char(36) not null, \`operation\` text not null, \`result_id\` char(36) null, \`created_at\` datetime not null);`);
    this.addSql(`create index \`request_key_actor_id_index\` on \`request_key\` (\`actor_id\`);`);
    this.addSql(`create index \`request_key_created_at_index\` on \`request_key\` (\`created_at\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists \`request_key\`;`);
  }

}
