import { Migration } from '@mikro-orm/migrations';

/** The mark of an erased address; and a trigger that leaves a tombstone of it, as of the person. */
export class Migration0081_marks_of_erased_addresses extends Migration {

  override name = 'Migration0081_marks_of_erased_addresses';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`erasure_receipt\` add column \`address_mark\` char(36) null;`);
    this.addSql(`create trigger \`erased_address_buried\` after insert on \`erasure_receipt\` when new.\`address_mark\` is not null begin insert or ignore into \`tombstone\` (\`kind\`, \`subject_id\`, \`created_at\`) values ('PERSON', new.\`address_mark\`, cast(unixepoch('subsec') * 1000 as integer)); end;`);
  }

  override down(): void | Promise<void> {
    this.addSql('drop trigger `erased_address_buried`;');
    this.addSql(`alter table \`erasure_receipt\` drop column \`address_mark\`;`);
  }

}
