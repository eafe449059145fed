import { Migration } from '@mikro-orm/migrations';

export class Migration0038_demo_and_guest_prices extends Migration {

  override name = 'Migration0038_demo_and_guest_prices';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`user\` add column \`is_demo\` integer not null default false;`);

    this.addSql(`alter table \`customer_order\` add column \`is_demo\` integer not null default false;`);

    this.addSql(`alter table \`guest_order\` add column \`unit_cents\` bigint null;`);
    this.addSql(`alter table \`guest_order\` add column \`minimum_cents\` bigint null;`);
    this.addSql(`alter table \`guest_order\` add column \`is_demo\` integer not null default false;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`customer_order\` drop column \`is_demo\`;`);

    this.addSql(`alter table \`guest_order\` drop column \`unit_cents\`;`);
    this.addSql(`alter table \`guest_order\` drop column \`minimum_cents\`;`);
    this.addSql(`alter table \`guest_order\` drop column \`is_demo\`;`);

    this.addSql(`alter table \`user\` drop column \`is_demo\`;`);
  }

}
