/** Where each text of the public forms ends, as in `input-texts.test.ts`. */
export const visitorTexts: Readonly<Record<string, string | null>> = {
  'VisitorFormInput.name': 'Visitor.name',
  'VisitorFormInput.content': 'Message.content',
  'VisitorFormInput.consent': 'Visitor.consentVersion',
  'SendContactFormInput.subject': 'Visitor.subject',
  'RequestFreeSampleInput.genre': 'Visitor.genre',
  'VisitorTokenArgs.token': null,
  'ReplyAsVisitorInput.token': null,
  'ReplyAsVisitorInput.content': 'Message.content',
  'RequestVisitorDownloadInput.token': null,
  'VisitorTicketInput.token': null,
  'CloseTicketAsVisitorInput.comment': 'Ticket.comment',
  'BlockInFormsInput.value': 'FormBlock.value',
};
