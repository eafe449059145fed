import { Migration } from '@mikro-orm/migrations';

export class Migration0080_broadcasts_in_batches extends Migration {

  override name = 'Migration0080_broadcasts_in_batches';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`broadcast\` add \`named_ids\` json null, add \`reached_id\` char(36) null, add \`completed_at\` datetime(3) null;`);
    // Those of before went out in one transaction.
    this.addSql(`update \`broadcast\` set \`completed_at\` = \`created_at\`;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`broadcast\` drop column \`named_ids\`, drop column \`reached_id\`, drop column \`completed_at\`;`);
  }

}
