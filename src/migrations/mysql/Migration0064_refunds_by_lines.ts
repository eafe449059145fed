import { Migration } from '@mikro-orm/migrations';

export class Migration0064_refunds_by_lines extends Migration {

  override name = 'Migration0064_refunds_by_lines';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`refund\` add \`refunded_lines\` json null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`refund\` drop column \`refunded_lines\`;`);
  }

}
