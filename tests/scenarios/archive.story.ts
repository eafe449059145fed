import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import * as sdk from '../../sdk/index.ts';
import { eventually } from './listening.ts';
import type { MainJobEnvironment } from './main-job.clients.ts';
import type { Step } from './main-job.story.ts';

type ArchiveEnvironment = Pick<MainJobEnvironment, 'url' | 'people'>;

const client = resolve(import.meta.dirname, '../../sdk/bin/archive.mjs');
/** Large enough that its sender can be killed before it is through. */
const largeBytes = 24 * 2 ** 20;
const first = 'Devis du 1er décembre : 1 200 €.';
const second = 'Devis du 2 décembre : 1 350 €.';

/** Somebody keeps papers in a cabinet: sent with an interruption, corrected, thrown away, brought back, destroyed. `npm run demo` plays these steps. */
export class ArchiveStory {
  readonly #environment: ArchiveEnvironment;
  readonly #owner: sdk.AtelierClient;
  readonly #admin: sdk.AtelierClient;
  #cabinetId = '';
  #quote = { id: '', versions: 0 };
  #backupId = '';
  /** The certificate of destruction, as a file. */
  certificate = '';

  constructor(environment: ArchiveEnvironment) {
    const open = () => sdk.createClient({ url: `${environment.url}/graphql`, locale: 'fr' });
    this.#environment = environment;
    this.#owner = open();
    this.#admin = open();
  }

  get steps(): readonly Step[] {
    return [
      { name: 'Somebody chooses a plan for archives, and pays it', play: () => this.#subscribe() },
      { name: 'They open an encrypted cabinet', play: () => this.#open() },
      { name: 'A folder is sent, its sender is killed in the middle, and goes on', play: () => this.#send() },
      { name: 'A quote is corrected, and both versions are there', play: () => this.#correct() },
      { name: 'It goes to the trash and comes back', play: () => this.#throwAway() },
      { name: 'The night’s backup is made', play: () => this.#backUp() },
      { name: 'A restore from it is a new version, and overwrites nothing', play: () => this.#restore() },
      { name: 'A paper is destroyed, with a certificate', play: () => this.#destroy() },
    ];
  }

  async close(): Promise<void> {
    await Promise.all([this.#owner, this.#admin].map((one) => one.close()));
  }

  async #subscribe(): Promise<string> {
    const { people } = this.#environment;
    for (const [who, { email, password }] of [
      [this.#owner, people.stranger],
      [this.#admin, people.admin],
    ] as const) {
      const { login } = await who.mutate(sdk.LoginDocument, { input: { email, password } });
      assert.equal(login.__typename, 'Session');
      who.useTokens(login);
    }
    const input = { plan: 'ARCHIVE_S', interval: 'MONTH', currency: 'EUR' } as const;
    await this.#owner.mutate(sdk.ChoosePlanDocument, { input });
    const { paySubscription } = await this.#owner.mutate(sdk.PaySubscriptionDocument, { input: { family: 'ARCHIVE' } });
    const page = await (await fetch(String(paySubscription.url))).text();
    const [, action = ''] = /<form[^>]*action="([^"]+\/pay)"/.exec(page) ?? [];
    await fetch(new URL(action, String(paySubscription.url)), { method: 'POST' });
    return eventually('the plan is in force', async () => {
      const { myPlanSubscription: mine } = await this.#owner.query(sdk.MyPlanSubscriptionDocument, {
        family: 'ARCHIVE',
      });
      return mine?.status === 'ACTIVE' ? mine.plan.code : undefined;
    });
  }

  async #open(): Promise<string> {
    const { createCabinet } = await this.#owner.mutate(sdk.CreateCabinetDocument, { input: { name: 'Chantiers' } });
    this.#cabinetId = createCabinet.id;
    return createCabinet.name;
  }

  async #send(): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'atelier-folder-'));
    try {
      await mkdir(join(folder, 'Chantier', 'Photos'), { recursive: true });
      await writeFile(join(folder, 'Chantier', 'devis.txt'), first);
      await writeFile(join(folder, 'Chantier', 'Photos', 'mesures.csv'), `${'12;34;56\n'.repeat(largeBytes / 9)}`);
      const killed = await this.#upload(folder, { isKilled: true });
      const code = await this.#upload(folder);
      assert.equal(code, 0);
      const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
      // Each was deleted here once the server had proved that it holds it.
      assert.deepEqual(files, []);
      const { documents } = await this.#owner.query(sdk.DocumentsDocument, {
        ...{ cabinetId: this.#cabinetId, search: 'devis', first: 5 },
      });
      const [quote] = documents.nodes;
      assert.ok(quote);
      this.#quote = { id: quote.id, versions: quote.lastNumber };
      return killed === null ? 'killed once; 2 files there, none left here' : '2 files there, none left here';
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Runs the client; answers its exit code, null when it was killed. */
  async #upload(folder: string, { isKilled = false } = {}): Promise<number | null> {
    const token = await this.#owner.accessToken();
    const args = ['upload', join(folder, 'Chantier'), '--cabinet', this.#cabinetId];
    const child = spawn(
      process.execPath,
      [client, ...args, '--delete-after-upload', '--yes', '--state', join(folder, '..', `${this.#cabinetId}.json`)],
      { env: { ...process.env, ATELIER_URL: this.#environment.url, ATELIER_TOKEN: token ?? '' }, stdio: 'pipe' },
    );
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += String(chunk)));
    const ended = once(child, 'exit') as Promise<[number | null]>;
    if (isKilled) await Promise.race([sleep(250).then(() => child.kill('SIGKILL')), ended]);
    const [code] = await ended;
    assert.ok(isKilled || code === 0, said);
    return code;
  }

  async #correct(): Promise<string> {
    const file = new File([second], 'devis.txt', { type: 'text/plain' });
    const { addDocumentVersion } = await this.#owner.upload(sdk.AddDocumentVersionDocument, {
      input: { documentId: this.#quote.id, expectedVersion: this.#quote.versions, file },
    });
    this.#quote.versions += 1;
    assert.equal(addDocumentVersion.version.number, this.#quote.versions);
    const { document } = await this.#owner.query(sdk.DocumentDocument, { id: this.#quote.id });
    return `versions ${document.versions.nodes.map(({ number }) => number).join(' and ')}`;
  }

  async #throwAway(): Promise<string> {
    const input = { id: this.#quote.id };
    const { trashDocument } = await this.#owner.mutate(sdk.TrashDocumentDocument, { input });
    const { restoreDocument } = await this.#owner.mutate(sdk.RestoreDocumentDocument, { input });
    assert.deepEqual([trashDocument.state, restoreDocument.state], ['TRASHED', 'ACTIVE']);
    return restoreDocument.title;
  }

  async #backUp(): Promise<string> {
    const { createBackup } = await this.#admin.mutate(sdk.CreateBackupDocument, { input: { label: 'Démonstration' } });
    this.#backupId = createBackup.id;
    const { backup } = await eventually('the backup is complete', async () => {
      const found = await this.#admin.query(sdk.BackupDocument, { id: createBackup.id });
      return found.backup.status === 'RUNNING' ? undefined : found;
    });
    assert.equal(backup.status, 'COMPLETE');
    return `${Math.round(Number(backup.sizeBytes) / 1_024)} KiB, sealed`;
  }

  async #restore(): Promise<string> {
    const file = new File(['Devis écrasé par erreur.'], 'devis.txt', { type: 'text/plain' });
    const { id: documentId, versions: expectedVersion } = this.#quote;
    await this.#owner.upload(sdk.AddDocumentVersionDocument, { input: { documentId, expectedVersion, file } });
    const { restoreBackup } = await this.#admin.mutate(sdk.RestoreBackupDocument, {
      input: { backupId: this.#backupId, documentIds: [documentId], dryRun: false },
    });
    const { restoreRun } = await eventually('the restore is complete', async () => {
      const found = await this.#admin.query(sdk.RestoreRunDocument, { id: restoreBackup.id });
      return found.restoreRun.status === 'RUNNING' ? undefined : found;
    });
    assert.deepEqual([restoreRun.status, restoreRun.restored], ['COMPLETE', 1]);
    const { document } = await this.#owner.query(sdk.DocumentDocument, { id: documentId });
    assert.equal(document.currentVersion?.origin, 'RESTORED_BACKUP');
    return `version ${document.lastNumber} of ${document.versions.nodes.length}`;
  }

  async #destroy(): Promise<string> {
    const input = { id: this.#quote.id };
    await this.#owner.mutate(sdk.TrashDocumentDocument, { input });
    const { purgeDocument } = await this.#owner.mutate(sdk.PurgeDocumentDocument, { input });
    this.certificate = purgeDocument.file;
    return `certificate ${purgeDocument.number}`;
  }
}
