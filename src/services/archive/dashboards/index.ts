/** How the archive, a cabinet and its people stand, and what was done. */
export { archiveDashboard, type ArchiveDashboard } from './archive-dashboard.ts';
export { cabinetActivity, latestActivity, type CabinetActivityRow, type ListActivity } from './cabinet-activity.ts';
export { cabinetDashboard, type CabinetDashboard } from './cabinet-dashboard.ts';
export { activityReaders, cabinetActivityAdded } from './live-activity.ts';
export { userActivity, type AskActivity, type UserActivity } from './user-activity.ts';
