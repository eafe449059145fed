import type { AppContext } from '../../platform/context.ts';

/** Where the bytes of an upload are sent. */
export const uploadUrl = async (
  { config }: Pick<AppContext, 'config'>,
  { id }: { readonly id: string },
): Promise<string> => `${config.publicUrl}/uploads/${id}`;
