import assert from 'node:assert/strict';
import * as sdk from '../../sdk/index.ts';
import { refusalOf } from './listening.ts';
import { MainJobClients } from './main-job.clients.ts';
import { corrected, texts } from './main-job.texts.ts';

/** What follows the first delivery: the customer asks for changes, gets them, and accepts. */
export abstract class MainJobRevision extends MainJobClients {
  abstract orderId: string;

  protected async askForChanges(): Promise<string> {
    const { order } = await this.clients.customer.query(sdk.OrderDocument, { id: this.orderId });
    assert.deepEqual(order.availableActions, ['ACCEPT_DELIVERY', 'REQUEST_CHANGES']);
    const [first] = order.deliveries;
    assert.equal(first?.status, 'DELIVERED');
    const input = { deliveryId: first.id, text: texts.changes };
    assert.equal(await refusalOf(this.clients.stranger.mutate(sdk.RequestChangesDocument, { input })), 'NOT_FOUND');
    const { requestChanges } = await this.clients.customer.mutate(sdk.RequestChangesDocument, { input });
    assert.deepEqual([requestChanges.status, requestChanges.revisionsLeft], ['IN_PROGRESS', 1]);
    await this.notified('proofreader', /modifications/);
    await this.mail(this.environment.people.proofreader.email, /^Des modifications/);
    return `« ${texts.changes} »`;
  }

  protected async deliverAgain(): Promise<string> {
    const { proofreader } = this.clients;
    const input = { orderId: this.orderId };
    const file = {
      name: texts.changedName,
      type: texts.docxType,
      open: async function* () {
        yield new Uint8Array(corrected);
      },
    };
    assert.equal(await refusalOf(proofreader.mutate(sdk.DeliverOrderDocument, { input })), 'CORRECTED_FILE_REQUIRED');
    await proofreader.upload(sdk.UploadCorrectedFileDocument, { input: { ...input, file } });
    const { deliverOrder } = await proofreader.mutate(sdk.DeliverOrderDocument, { input });
    const names = deliverOrder.deliveries.map(({ files }) => files.map(({ name }) => name));
    assert.deepEqual(names, [[texts.correctedName], [texts.changedName]]);
    return texts.changedName;
  }

  protected async accept(): Promise<string> {
    const { order } = await this.clients.customer.query(sdk.OrderDocument, { id: this.orderId });
    const input = { deliveryId: order.deliveries[1]?.id ?? '', rating: 5, comment: texts.thanks };
    const { acceptDelivery } = await this.clients.customer.mutate(sdk.AcceptDeliveryDocument, { input });
    assert.deepEqual([acceptDelivery.status, acceptDelivery.availableActions], ['COMPLETED', []]);
    assert.deepEqual(
      acceptDelivery.deliveries.map(({ status }) => status),
      ['CHANGES_REQUESTED', 'ACCEPTED'],
    );
    await this.notified('proofreader', /accepté/);
    return '5/5';
  }
}
