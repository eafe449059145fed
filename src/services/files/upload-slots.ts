import { DomainError } from '../kernel/errors.ts';

export interface SlotLimits {
  readonly atOnce: number;
  readonly perPerson: number;
}

const usual: SlotLimits = { atOnce: 10, perPerson: 2 };

/** How many uploads run at once in this process, and for whom: memory and disk stay available to the others. */
export class UploadSlots {
  #running = 0;
  readonly #byPerson = new Map<string, number>();
  readonly #most: SlotLimits;

  constructor(most: SlotLimits = usual) {
    this.#most = most;
  }

  /** Takes a place, or refuses with `RATE_LIMITED`; the answer gives the place back. */
  take(person: string): () => void {
    const own = this.#byPerson.get(person) ?? 0;
    if (this.#running >= this.#most.atOnce || own >= this.#most.perPerson)
      throw new DomainError('RATE_LIMITED', { retryAfter: 5 });
    this.#running += 1;
    this.#byPerson.set(person, own + 1);
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      this.#running -= 1;
      const left = (this.#byPerson.get(person) ?? 1) - 1;
      if (left === 0) this.#byPerson.delete(person);
      else this.#byPerson.set(person, left);
    };
  }
}
