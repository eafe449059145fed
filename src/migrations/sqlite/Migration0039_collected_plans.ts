import { Migration } from '@mikro-orm/migrations';

export class Migration0039_collected_plans extends Migration {

  override name = 'Migration0039_collected_plans';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`reconciliation_difference\` add column \`place\` text null;`);

    this.addSql(`alter table \`plan_subscription\` add column \`provider\` text null;`);
    this.addSql(`alter table \`plan_subscription\` add column \`provider_subscription_id\` text null;`);
    this.addSql(`create unique index \`plan_subscription_provider_provider_subscription_id_unique\` on \`plan_subscription\` (\`provider\`, \`provider_subscription_id\`);`);

    this.addSql(`alter table \`payment\` add column \`provider_subscription_id\` text null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`payment\` drop column \`provider_subscription_id\`;`);

    this.addSql(`drop index \`plan_subscription_provider_provider_subscription_id_unique\`;`);
    this.addSql(`alter table \`plan_subscription\` drop column \`provider\`;`);
    this.addSql(`alter table \`plan_subscription\` drop column \`provider_subscription_id\`;`);

    this.addSql(`alter table \`reconciliation_difference\` drop column \`place\`;`);
  }

}
