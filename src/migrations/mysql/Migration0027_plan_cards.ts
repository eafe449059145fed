import { Migration } from '@mikro-orm/migrations';

/** Plans: the saved card that renewals are charged to. */
export class Migration0027_plan_cards extends Migration {

  override name = 'Migration0027_plan_cards';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`plan_subscription\` add \`payment_method_id\` char(36) null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`plan_subscription\` drop column \`payment_method_id\`;`);
  }

}
