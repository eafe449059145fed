import { Migration } from '@mikro-orm/migrations';

export class Migration0078_unread_index extends Migration {

  override name = 'Migration0078_unread_index';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`message\` add index \`message_unread_index\` (\`conversation_id\`, \`seq\`, \`audience\`, \`deleted_at\`, \`sender_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`message\` drop index \`message_unread_index\`;`);
  }

}
