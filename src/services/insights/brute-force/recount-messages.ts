import { businessMinutesBetween } from '../../kernel/business-time.ts';
import { answerHours, type Answer } from '../days/answers.ts';
import type { BruteRows } from './rows.ts';

type Message = BruteRows['messages'][number];

/** What people wrote, conversation by conversation, computed again from single messages. */
export class RecountMessages {
  readonly #isCustomer: (message: Message) => boolean;
  readonly #byConversation: ReadonlyMap<string, readonly Message[]>;
  readonly #rows: BruteRows;

  constructor(rows: BruteRows) {
    const role = new Map(rows.users.map((user) => [user.id, user.role]));
    this.#rows = rows;
    this.#isCustomer = ({ senderId }) => senderId === null || role.get(senderId) === 'CUSTOMER';
    // Whoever wrote without an account asks as a customer does; the application does not.
    const ofPeople = rows.messages.filter(({ senderId, visitorId }) => senderId !== null || visitorId !== null);
    this.#byConversation = Map.groupBy(ofPeople, ({ conversationId }) => conversationId);
  }

  /** When the last message of each conversation came of which the last word is a customer’s. */
  pending(): Date[] {
    return this.#rows.conversations
      .filter(({ id }) => {
        const last = (this.#byConversation.get(id) ?? []).toSorted((a, b) => a.at.getTime() - b.at.getTime()).at(-1);
        return last !== undefined && this.#isCustomer(last);
      })
      .map(({ lastMessageAt }) => lastMessageAt);
  }

  /** The answers of the team: the first customer’s message since the team’s last one before it is what waited. */
  answers(timeZone: string): Answer[] {
    const hours = answerHours(timeZone);
    return [...this.#byConversation.values()].flatMap((messages) => {
      const times = (yes: boolean): number[] =>
        messages.filter((message) => this.#isCustomer(message) === yes).map(({ at }) => at.getTime());
      const [asked, answered] = [times(true), times(false)];
      return answered.flatMap((at) => {
        const before = Math.max(0, ...answered.filter((each) => each < at));
        const first = Math.min(...asked.filter((each) => each > before && each < at));
        return Number.isFinite(first)
          ? [{ at: new Date(at), minutes: businessMinutesBetween(hours, new Date(first), new Date(at)) }]
          : [];
      });
    });
  }
}
