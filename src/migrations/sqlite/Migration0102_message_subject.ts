import { Migration } from '@mikro-orm/migrations';

export class Migration0102_message_subject extends Migration {

  override name = 'Migration0102_message_subject';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`message\` add column \`subject\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`message\` drop column \`subject\`;`);
  }

}
