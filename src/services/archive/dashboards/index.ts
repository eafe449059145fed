/** How the archive, a cabinet and its people stand, and what was done. */
export { archiveDashboard, type ArchiveDashboard } from './archive-dashboard.ts';
export { cabinetActivity, type CabinetActivityRow, type ListActivity } from './cabinet-activity.ts';
export { cabinetDashboard, type CabinetDashboard } from './cabinet-dashboard.ts';
export { userActivity, type AskActivity, type UserActivity } from './user-activity.ts';
