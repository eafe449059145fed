import { Migration } from '@mikro-orm/migrations';

export class Migration0085_marks_of_digests extends Migration {

  override name = 'Migration0085_marks_of_digests';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`notification\` add column \`gathered_at\` datetime null;`);
    this.addSql(`create index \`notification_user_id_gathered_at_created_at_index\` on \`notification\` (\`user_id\`, \`gathered_at\`, \`created_at\`);`);

    this.addSql(`alter table \`email_delivery\` add column \`reaches_to\` integer null;`);
    // What the mails about conversations have named so far; their keys begin with `conversation-mail:<its id>:`.
    this.addSql(`update \`email_delivery\` set \`reaches_to\` = (select max(\`m\`.\`seq\`) from \`message\` as \`m\`
      where \`m\`.\`conversation_id\` = substr(\`email_delivery\`.\`dedupe_key\`, 19, 36)
      and \`m\`.\`created_at\` < \`email_delivery\`.\`created_at\`)
      where \`dedupe_key\` like 'conversation-mail:%';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`email_delivery\` drop column \`reaches_to\`;`);

    this.addSql(`drop index \`notification_user_id_gathered_at_created_at_index\`;`);
    this.addSql(`alter table \`notification\` drop column \`gathered_at\`;`);
  }

}
