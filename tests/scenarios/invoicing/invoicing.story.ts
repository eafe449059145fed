import type { MainJobEnvironment } from '../main-job.clients.ts';
import { InvoicingContext, type Paper, type Step } from './invoicing.context.ts';
import { acceptQuote } from './accept-a-quote.ts';
import { changePlan, choosePlan } from './choose-a-plan.ts';
import { payDeposit } from './pay-a-deposit.ts';
import { payByPhone } from './pay-by-phone.ts';
import { payRest } from './pay-the-rest.ts';
import { readFigures } from './read-figures.ts';
import { refundPart } from './refund-a-part.ts';
import { signIn } from './sign-in.ts';

/**
 * The invoicing story: a publisher accepts a quote, pays a deposit, then the rest, gets a part of it back, pays by phone in francs CFA, and has a plan.
 * `npm run demo` plays it after the main job; the scenario test plays exactly these steps.
 */
export class InvoicingStory {
  readonly #context: InvoicingContext;

  constructor(environment: MainJobEnvironment) {
    this.#context = new InvoicingContext(environment);
  }

  get steps(): readonly Step[] {
    const step = (name: string, play: (context: InvoicingContext) => Promise<string>): Step => ({
      name,
      play: () => play(this.#context),
    });
    return [
      step('The admin and another customer sign in; the customer is a business', signIn),
      step('A quote is sent, accepted, and its deposit paid', acceptQuote),
      step('A draft becomes a deposit invoice, which the customer pays', payDeposit),
      step('The final invoice takes the deposit back, and the customer pays the rest', payRest),
      step('The admin refunds a part, and the credit note is issued', refundPart),
      step('The customer pays an invoice in francs CFA by mobile money', payByPhone),
      step('The customer chooses a plan and pays its first month', choosePlan),
      step('The customer changes to a dearer plan and pays the difference', changePlan),
      step('The admin reads the figures of the day', readFigures),
    ];
  }

  /** PDFs and the XML inside them, by the name of a file. */
  get papers(): ReadonlyMap<string, Paper> {
    return this.#context.papers;
  }

  close(): Promise<void> {
    return this.#context.close();
  }
}
