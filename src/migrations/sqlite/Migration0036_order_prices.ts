import { Migration } from '@mikro-orm/migrations';

export class Migration0036_order_prices extends Migration {

  override name = 'Migration0036_order_prices';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`customer_order\` add column \`unit_cents\` bigint null;`);
    this.addSql(`alter table \`customer_order\` add column \`minimum_cents\` bigint null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`customer_order\` drop column \`unit_cents\`;`);
    this.addSql(`alter table \`customer_order\` drop column \`minimum_cents\`;`);
  }

}
