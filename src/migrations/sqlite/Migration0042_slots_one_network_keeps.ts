import { Migration } from '@mikro-orm/migrations';

export class Migration0042_slots_one_network_keeps extends Migration {

  override name = 'Migration0042_slots_one_network_keeps';

  override up(): void | Promise<void> {
    this.addSql(`drop index \`slot_hold_network_status_index\`;`);
    this.addSql(`alter table \`slot_hold\` add column \`network_seat\` integer null;`);
    this.addSql(`create unique index \`slot_hold_network_network_seat_unique\` on \`slot_hold\` (\`network\`, \`network_seat\`);`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index \`slot_hold_network_network_seat_unique\`;`);
    this.addSql(`alter table \`slot_hold\` drop column \`network_seat\`;`);
    this.addSql(`create index \`slot_hold_network_status_index\` on \`slot_hold\` (\`network\`, \`status\`);`);
  }

}
