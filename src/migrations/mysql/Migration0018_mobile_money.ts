import { Migration } from '@mikro-orm/migrations';

/** Mobile money: the network and the last digits of the phone of a push, and when its payer reported a debit. */
export class Migration0018_mobile_money extends Migration {

  override name = 'Migration0018_mobile_money';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`payment\` add \`network\` varchar(20) null, add \`phone_last4\` varchar(4) null, add \`debit_reported_at\` datetime(3) null;`);
    this.addSql(`alter table \`payment\` modify \`flow\` enum('CHECKOUT','FORM','SAVED_METHOD','PUSH','NOTHING') not null default 'CHECKOUT';`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`payment\` drop column \`network\`, drop column \`phone_last4\`, drop column \`debit_reported_at\`;`);
    this.addSql(`alter table \`payment\` modify \`flow\` enum('CHECKOUT','FORM','SAVED_METHOD','NOTHING') not null default 'CHECKOUT';`);
  }

}
