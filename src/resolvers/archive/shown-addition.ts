import {
  getDocument,
  versionsById,
  type AddedContent,
  type DocumentRow,
  type VersionRow,
} from '../../services/archive/index.ts';
import { loadSure, type Context } from '../context.ts';

/** What became of some content, as it is shown. */
export interface ShownAddition {
  readonly document: DocumentRow;
  readonly version: VersionRow;
  readonly isUnchanged: boolean;
}

export const shownAddition = async (
  context: Context,
  { document, version, isUnchanged }: AddedContent,
): Promise<ShownAddition> => ({
  document: await getDocument(context.read, document.id),
  version: await loadSure(context, versionsById, version.id),
  isUnchanged,
});
