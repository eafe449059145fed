/** What messages may take beside documents and images, by the ending of its name, as far as ATTACHMENT_TYPES names it. */
export const attachmentExtensions = ['gif', 'mp3', 'wav', 'mp4', 'avi', 'zip', 'rar'] as const;
