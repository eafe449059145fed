import { Migration } from '@mikro-orm/migrations';

export class Migration0042_slots_one_network_keeps extends Migration {

  override name = 'Migration0042_slots_one_network_keeps';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`slot_hold\` drop index \`slot_hold_network_status_index\`;`);
    this.addSql(`alter table \`slot_hold\` add \`network_seat\` int null;`);
    this.addSql(`alter table \`slot_hold\` add unique \`slot_hold_network_network_seat_unique\` (\`network\`, \`network_seat\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table \`slot_hold\` drop index \`slot_hold_network_network_seat_unique\`;`);
    this.addSql(`alter table \`slot_hold\` drop column \`network_seat\`;`);
    this.addSql(`alter table \`slot_hold\` add index \`slot_hold_network_status_index\` (\`network\`, \`status\`);`);
  }

}
