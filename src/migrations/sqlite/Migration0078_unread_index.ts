import { Migration } from '@mikro-orm/migrations';

export class Migration0078_unread_index extends Migration {

  override name = 'Migration0078_unread_index';

  override up(): void | Promise<void> {
    this.addSql(`create index \`message_unread_index\` on \`message\` (\`conversation_id\`, \`seq\`, \`audience\`, \`deleted_at\`, \`sender_id\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`message_unread_index\`;`);
  }

}
