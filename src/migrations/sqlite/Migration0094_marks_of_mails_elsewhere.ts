import { Migration } from '@mikro-orm/migrations';

export class Migration0094_marks_of_mails_elsewhere extends Migration {

  override name = 'Migration0094_marks_of_mails_elsewhere';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`conversation_participant\` add column \`mailed_seq\` integer not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`conversation_participant\` drop column \`mailed_seq\`;`);
  }

}
