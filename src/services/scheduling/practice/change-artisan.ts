import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { artisanStates, type ArtisanVerb } from '../artisan.states.ts';
import { publishAgenda } from '../live.ts';

export type PracticeTx = Tx<'em' | 'actor' | 'now' | 'record' | 'publish'>;

/** Audits a change of an artisan or of when they are open, and notifies whoever watches the agenda. Texts are not kept. */
export function noteArtisan(
  tx: Tx<'record' | 'publish'>,
  { id }: Pick<Artisan, 'id'>,
  payload: Readonly<Record<string, unknown>>,
): void {
  tx.record({ action: 'ARTISAN_CHANGED', targetType: 'artisan', targetId: id, payload });
  publishAgenda(tx, id);
}

/** Publishes or pauses an artisan. Error: ACTION_NOT_ALLOWED. */
export function moveArtisan(tx: Tx<'record' | 'publish'>, artisan: Artisan, verb: ArtisanVerb): void {
  const from = artisan.status;
  transition(artisanStates, artisan, verb);
  noteArtisan(tx, artisan, { verb, from, to: artisan.status });
}
