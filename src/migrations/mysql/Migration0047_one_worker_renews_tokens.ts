import { Migration } from '@mikro-orm/migrations';

export class Migration0047_one_worker_renews_tokens extends Migration {

  override name = 'Migration0047_one_worker_renews_tokens';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`calendar_connection\` add \`refreshing_until\` datetime(3) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`calendar_connection\` drop column \`refreshing_until\`;`);
  }

}
