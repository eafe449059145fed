import { Migration } from '@mikro-orm/migrations';

export class Migration0080_broadcasts_in_batches extends Migration {

  override name = 'Migration0080_broadcasts_in_batches';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`broadcast\` add column \`named_ids\` json null;`);
    this.addSql(`alter table \`broadcast\` add column \`reached_id\` char(36) null;`);
    this.addSql(`alter table \`broadcast\` add column \`completed_at\` datetime null;`);
    // Those of before went out in one transaction.
    this.addSql(`update \`broadcast\` set \`completed_at\` = \`created_at\`;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`broadcast\` drop column \`named_ids\`;`);
    this.addSql(`alter table \`broadcast\` drop column \`reached_id\`;`);
    this.addSql(`alter table \`broadcast\` drop column \`completed_at\`;`);
  }

}
