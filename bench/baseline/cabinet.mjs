// A page of a cabinet by hand: the caller's place, then one prepared read, `JSON.stringify`.
export async function cabinetPage(store, { cabinet, title, id }, userId) {
  const places = await store.cabinetPlace([cabinet, userId, store.stored(Date.now())]);
  if (places.length === 0) throw new Error('no place in this cabinet');
  const rows = await store.cabinetDocuments([cabinet, title, title, title, id, userId, cabinet]);
  return {
    data: {
      documents: {
        nodes: rows.slice(0, 100).map((row) => ({
          ...{ id: row.id, title: row.title, folderId: row.folder_id, sizeBytes: Number(row.size_bytes) },
          ...{ mimeType: row.mime_type, lastNumber: row.last_number, updatedAt: store.instant(row.updated_at) },
        })),
        pageInfo: { hasNextPage: rows.length > 100 },
      },
    },
  };
}
