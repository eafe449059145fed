import { Migration } from '@mikro-orm/migrations';

/** Entries leave with a sealed segment only; what was signed stays as it was signed. */
export class Migration0003_journal_guards extends Migration {
  override name = 'Migration0003_journal_guards';

  override up(): void {
    const refuse = (name: string, when: string, why: string) =>
      this.addSql(`create trigger \`${name}\` before ${when} begin select raise(abort, '${why}'); end;`);
    this.addSql('drop trigger `audit_entry_kept`;');
    refuse('audit_entry_kept', 'delete on `audit_entry` when old.`seq` > (select coalesce(max(`last_seq`), 0) from `audit_segment`)', 'the journal only grows');
    refuse('audit_checkpoint_kept', 'delete on `audit_checkpoint`', 'a checkpoint is kept');
    refuse('audit_checkpoint_fixed', 'update of `seq`, `mac`, `root`, `frontier`, `at`, `key_id`, `signature` on `audit_checkpoint`', 'a checkpoint is immutable');
    refuse('audit_segment_kept', 'delete on `audit_segment`', 'a sealed segment is kept');
    refuse('audit_segment_fixed', 'update of `id`, `first_seq`, `last_seq`, `file_id`, `sha256`, `signature`, `sealed_at` on `audit_segment`', 'a sealed segment is immutable');
    refuse('audit_personal_fixed', 'update on `audit_personal`', 'what an entry commits to is immutable');
  }

  override down(): void {
    for (const name of ['audit_checkpoint_kept', 'audit_checkpoint_fixed', 'audit_segment_kept', 'audit_segment_fixed', 'audit_personal_fixed', 'audit_entry_kept']) {
      this.addSql(`drop trigger \`${name}\`;`);
    }
    this.addSql("create trigger `audit_entry_kept` before delete on `audit_entry` begin select raise(abort, 'the journal only grows'); end;");
  }
}
