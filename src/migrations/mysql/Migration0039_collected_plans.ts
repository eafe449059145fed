import { Migration } from '@mikro-orm/migrations';

export class Migration0039_collected_plans extends Migration {

  override name = 'Migration0039_collected_plans';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`reconciliation_difference\` add \`place\` varchar(100) null;`);

    this.addSql(`alter table \`plan_subscription\` add \`provider\` varchar(20) null, add \`provider_subscription_id\` varchar(255) null;`);
    this.addSql(`alter table \`plan_subscription\` add unique \`plan_subscription_provider_provider_subscription_id_unique\` (\`provider\`, \`provider_subscription_id\`);`);

    this.addSql(`alter table \`payment\` add \`provider_subscription_id\` varchar(255) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`payment\` drop column \`provider_subscription_id\`;`);

    this.addSql(`alter table \`plan_subscription\` drop index \`plan_subscription_provider_provider_subscription_id_unique\`;`);
    this.addSql(`alter table \`plan_subscription\` drop column \`provider\`, drop column \`provider_subscription_id\`;`);

    this.addSql(`alter table \`reconciliation_difference\` drop column \`place\`;`);
  }

}
