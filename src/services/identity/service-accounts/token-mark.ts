/** What every API token begins with, so that people, scanners of repositories and our entry points know one when they see one. */
export const tokenMark = 'atl_';
