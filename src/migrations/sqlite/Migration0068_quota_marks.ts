import { Migration } from '@mikro-orm/migrations';

export class Migration0068_quota_marks extends Migration {

  override name = 'Migration0068_quota_marks';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`cabinet\` add column \`quota_mark\` integer not null default 0;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`cabinet\` drop column \`quota_mark\`;`);
  }

}
