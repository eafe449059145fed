/** What every API token begins with, so that people, scanners of repositories and our doors know one when they see one. */
export const tokenMark = 'atl_';
