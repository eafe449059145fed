import { Migration } from '@mikro-orm/migrations';

/** The mark of an erased address; and a trigger that leaves a tombstone of it, as of the person. */
export class Migration0081_marks_of_erased_addresses extends Migration {

  override name = 'Migration0081_marks_of_erased_addresses';

  override up(): void | Promise<void> {
    this.addSql(`alter table \`erasure_receipt\` add \`address_mark\` char(36) null;`);
    this.addSql(`create trigger \`erased_address_buried\` after insert on \`erasure_receipt\` for each row begin insert ignore into \`tombstone\` (\`kind\`, \`subject_id\`, \`created_at\`) select 'PERSON', new.\`address_mark\`, utc_timestamp(3) from dual where new.\`address_mark\` is not null; end;`);
  }

  override down(): void | Promise<void> {
    this.addSql('drop trigger `erased_address_buried`;');
    this.addSql(`alter table \`erasure_receipt\` drop column \`address_mark\`;`);
  }

}
