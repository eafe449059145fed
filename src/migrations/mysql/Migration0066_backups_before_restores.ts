import { Migration } from '@mikro-orm/migrations';

export class Migration0066_backups_before_restores extends Migration {

  override name = 'Migration0066_backups_before_restores';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`restore_run\` add \`backup_before_id\` char(36) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`restore_run\` drop column \`backup_before_id\`;`);
  }

}
