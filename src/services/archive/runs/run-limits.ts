/** More documents than that are done by a job. */
export const longDocuments = 50;
/** So are moves between cabinets, and copies, of more plain bytes. */
export const longBytes = 20 * 2 ** 20;

/** Runs of one person that are under way at a time. */
export const mostRunning = 20;

/** A job gives its place to others after so long, and goes on as another. */
export const turnMs = 10 * 60_000;

/** The job of a run that nothing happened in for so long has died. */
export const deadMs = 3_600_000;
