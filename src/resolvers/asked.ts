import { createParameterDecorator } from 'type-graphql';
import type { Selection } from '../services/platform/selection.ts';
import type { Context } from './context.ts';
import { selectionOf } from './selection.ts';

/** The actor, and the selected fields of the response. */
export interface Request {
  readonly context: Context;
  readonly selection: Selection;
}

/** The request as one parameter, for fields that load what was selected. */
export const Asked = (): ReturnType<typeof createParameterDecorator> =>
  createParameterDecorator<Context>(({ context, info }): Request => ({ context, selection: selectionOf(info) }));
