import { parse, print } from 'graphql';

/** The tabs the playground opens with: ready operations, one document per task. A tab is titled by its first operation. */

/** Written closely here, laid out for people there. */
const laidOut = (comment: string, operations: string): string => `# ${comment}\n\n${print(parse(operations))}\n`;

export const catalog = laidOut(
  'The price list; anyone may read it.',
  `
  query Catalog { priceItems { id name description price { amount currency } unit estimatedDuration } }
`,
);

export const account = laidOut(
  'Register, follow the link of the mail (at /mailbox in development), and sign in with the form at the top: it keeps the token.',
  `
  query WhoAmI { me { id email displayName role } }
  mutation SignUp($person: RegisterInput!) { register(input: $person) { email isActivationMailed } }
  mutation Activate($activation: ActivateAccountInput!) { activateAccount(input: $activation) { id email status } }
  mutation Account($input: LoginInput!) { login(input: $input) { ... on Session { accessToken accessTokenExpiresAt refreshToken user { displayName role } } ... on TwoFactorChallenge { challengeToken methods codeSentBy expiresAt } } }
`,
);

export const profile = laidOut(
  'What you say of yourself, your password, your address and your devices.',
  `
  query Profile { me { displayName email phone address bio avatarFileId locale preferences { messagesByEmail messagesInApp } } }
  mutation UpdateProfile($profile: UpdateMyProfileInput!) { updateMyProfile(input: $profile) { displayName phone address bio locale } }
  mutation NewPassword($passwords: ChangePasswordInput!) { changePassword(input: $passwords) { id } }
  mutation NewAddress($address: RequestEmailChangeInput!) { requestEmailChange(input: $address) { email isLinkMailed } }
  query Devices { mySessions { id device network lastUsedAt isCurrent } }
`,
);

export const security = laidOut(
  'Your second factor. Sensitive fields want a fresh proof: StepUp first. Codes by SMS stay at /mailbox/sms in development.',
  `
  query Factors { myTwoFactor { isEnabled factors { method enabledAt phoneEnding } recoveryCodesLeft trustedDevices { id agent network expiresAt } } }
  mutation StepUp($proof: StepUpInput!) { stepUp(input: $proof) { provenUntil } }
  mutation Enable($factor: EnableTwoFactorInput!) { enableTwoFactor(input: $factor) { otpauthUri secret expiresAt } }
  mutation Confirm($confirmation: ConfirmTwoFactorInput!) { confirmTwoFactor(input: $confirmation) { method recoveryCodes } }
  mutation Verify($answer: VerifyTwoFactorInput!) { verifyTwoFactor(input: $answer) { accessToken trustedDeviceToken user { displayName } } }
`,
);

export const order = laidOut(
  'A new order, its manuscript, its payment, and what becomes of it, live. You are asked for a file where the variables say "<file>".',
  `
  mutation PlaceOrder($order: CreateOrderInput!) { createOrder(input: $order) { id status total { amount currency } } }
  mutation SendManuscript($manuscript: UploadManuscriptInput!) { uploadManuscript(input: $manuscript) { id status files { id name sizeBytes } } }
  mutation Pay($payment: CreateCheckoutSessionInput!) { createCheckoutSession(input: $payment) { url expiresAt } }
  query Orders { myOrders(first: 20) { nodes { id title status total { amount currency } availableActions } pageInfo { hasNextPage endCursor } } }
  query OneOrder($id: ID!) { order(id: $id) { id title status service total { amount currency } customer { displayName } proofreader { displayName } conversation { id } files { id name role } invoices { number pdfFileId } } }
  mutation Cancel($cancel: CancelOrderInput!) { cancelOrder(input: $cancel) { id status } }
  subscription WatchOrder($id: ID!) { orderUpdated(orderId: $id) { cursor order { id status availableActions } } }
`,
);

export const billing = laidOut(
  'Payments and invoices. An invoice is downloaded as a file: give its pdfFileId to Download, and open the address in the answer.',
  `
  query Invoices { myInvoices(first: 20) { nodes { id number kind status issuedAt dueOn gross { amount currency } pdfFileId } pageInfo { hasNextPage endCursor } } }
  query OneInvoice($invoiceId: ID!) { invoice(id: $invoiceId) { number kind issuedAt net { amount currency } tax { amount currency } gross { amount currency } lines { description quantity taxRate gross { amount currency } } pdfFileId } }
  mutation Download($file: RequestDownloadInput!) { requestDownload(input: $file) { url expiresAt } }
  query OnePayment($paymentId: ID!) { payment(id: $paymentId) { id status description amount { amount currency } refunded { amount currency } failureReason paidAt } }
  query AfterCheckout($sessionId: ID!) { paymentStatus(sessionId: $sessionId) { id orderId status paidAt } }
`,
);

export const files = laidOut(
  'Files of an order, your picture, and downloads, which are links for a short while. You are asked for a file where the variables say "<file>".',
  `
  query Files($id: ID!) { order(id: $id) { files { id name role mimeType sizeBytes createdAt } } }
  mutation GetFile($input: RequestDownloadInput!) { requestDownload(input: $input) { url expiresAt } }
  mutation Picture($picture: UploadAvatarInput!) { uploadAvatar(input: $picture) { id avatarFileId } }
  mutation RemoveFile($remove: DeleteFileInput!) { deleteFile(input: $remove) { id name } }
`,
);

export const messages = laidOut(
  'Conversations with the people of your orders, one of them live. Attachments: ["<file>"] sends one along.',
  `
  query Messages { conversations(first: 20) { nodes { id subject unreadCount lastMessage { content createdAt } participants { displayName } } } }
  query Conversation($id: ID!) { conversation(id: $id) { subject messages(first: 20) { nodes { content type createdAt sender { displayName } attachments { id name } } } } }
  mutation Say($message: SendMessageInput!) { sendMessage(input: $message) { id content createdAt attachments { id name } } }
  mutation MarkRead($id: ID!) { markConversationRead(input: { conversationId: $id }) { id unreadCount } }
  subscription Listen($id: ID!) { messageAdded(conversationId: $id) { cursor message { content createdAt sender { displayName } } } }
`,
);

export const notifications = laidOut(
  'Your notifications, as they arrive.',
  `
  query Notifications { unreadNotificationCount notifications(first: 20) { nodes { id title message priority isRead createdAt } } }
  subscription WatchNotifications { notificationAdded { cursor notification { id title message } } }
  mutation MarkAllRead { markAllNotificationsRead }
`,
);

export const proofreading = laidOut(
  'For proofreaders: download the manuscript of an order that is assigned to you, begin, send the corrected file, and hand it over.',
  `
  query Assigned { notifications(first: 20) { nodes { title message data createdAt } } }
  query Work($id: ID!) { order(id: $id) { id title status availableActions customerNote conversation { id } files { id name role sizeBytes } } }
  mutation Fetch($manuscript: RequestDownloadInput!) { requestDownload(input: $manuscript) { url expiresAt } }
  mutation Start($id: ID!) { startOrder(input: { orderId: $id }) { id status availableActions } }
  mutation SendCorrected($corrected: UploadCorrectedFileInput!) { uploadCorrectedFile(input: $corrected) { id status files { id name role sizeBytes } } }
  mutation Deliver($id: ID!) { deliverOrder(input: { orderId: $id }) { id status availableActions } }
`,
);

export const admin = laidOut(
  'For admins: every order, who works on it, and what everybody should know.',
  `
  query Admin($status: OrderStatus) { orders(first: 50, status: $status) { nodes { id title status customer { displayName } proofreader { displayName } } } }
  query Proofreaders { users(filter: { role: PROOFREADER }, first: 50) { nodes { id displayName email status } } }
  mutation Assign($assignment: AssignProofreaderInput!) { assignProofreader(input: $assignment) { id status proofreader { displayName } } }
  mutation Suspend($id: ID!) { suspendOrder(input: { orderId: $id }) { id status } }
  mutation Resume($id: ID!) { resumeOrder(input: { orderId: $id }) { id status } }
  mutation NotifyEveryone($notice: CreateAdminNotificationInput!) { createAdminNotification(input: $notice) { recipientCount } }
`,
);

export const users = laidOut(
  'For admins: people, and what they may do.',
  `
  query People($filter: UserFilterInput) { users(filter: $filter, first: 50) { nodes { id displayName email role status permissionSets } pageInfo { hasNextPage endCursor } } }
  query HowMany { userStats { total byRole { role count } byStatus { status count } growth { month newUsers total } } }
  mutation Invite($person: CreateUserInput!) { createUser(input: $person) { id email role status } }
  mutation GiveRole($role: SetUserRoleInput!) { setUserRole(input: $role) { id role } }
  mutation KeepOut($id: ID!) { suspendUser(input: { userId: $id }) { id status } }
  mutation LetIn($id: ID!) { restoreUser(input: { userId: $id }) { id status } }
  query WhatWouldBeLost($id: ID!) { userDeletionPreview(id: $id) { lines { record count fate ground keptUntil } obstacles { code toDo } } }
`,
);

export const programs = laidOut(
  'For admins: programs that call the API, and their tokens. A token is shown once.',
  `
  query Programs { serviceAccounts { id name retiredAt tokens { id name prefix scopes expiresAt lastUsedAt revokedAt } } }
  mutation NewProgram($program: CreateServiceAccountInput!) { createServiceAccount(input: $program) { id name } }
  mutation NewToken($token: CreateApiTokenInput!) { createApiToken(input: $token) { secret token { id prefix expiresAt } } }
  mutation EndToken($id: ID!) { revokeApiToken(input: { apiTokenId: $id }) { id revokedAt } }
`,
);

export const jobs = laidOut(
  'For admins: what the server does by itself. Dead letters wait here for somebody to look.',
  `
  query DeadLetters { jobs(state: FAILED, first: 50) { nodes { id kind attempts lastError payload createdAt finishedAt } } }
  query Jobs($kind: String) { jobs(kind: $kind, first: 50) { nodes { id kind state attempts runAt lastError } } }
  mutation Retry($id: ID!) { retryJob(input: { jobId: $id }) { id state } }
  mutation TakeBack($id: ID!) { cancelJob(input: { jobId: $id }) { id state } }
`,
);

export const audit = laidOut(
  'For admins: the audit log, what is in it by action, extracts of it, and its sealed segments. Reading it is written in it.',
  `
  query Audit($filter: AuditFilterInput) { auditEntries(filter: $filter, first: 50) { nodes { at action severity outcome actorKind actorId targetType targetId address requestId payload } pageInfo { hasNextPage endCursor } } }
  query AuditNumbers($from: DateTime, $to: DateTime) { auditStats(from: $from, to: $to) { total bySeverity { severity entries } byAction { action entries } } }
  mutation Extract($extract: ExportAuditInput!) { exportAudit(input: $extract) { id totalEntries writtenEntries fileId } }
  query ExtractReady($extractId: ID!) { auditExport(id: $extractId) { writtenEntries totalEntries finishedAt fileId } }
  mutation GetExtract($file: RequestDownloadInput!) { requestDownload(input: $file) { url expiresAt } }
  query Segments { auditSegments { id firstSeq lastSeq sha256 sealedAt purgedAt } }
`,
);

export const law = laidOut(
  'For admins: what the law asks. A hold wins over everything that destroys; a preview is what the run of the night does.',
  `
  query Asked { privacyRequests(first: 20, status: OPEN) { nodes { id kind details askedAt dueAt } } }
  mutation TakeLonger($longer: ExtendPrivacyRequestInput!) { extendPrivacyRequest(input: $longer) { id dueAt } }
  query Held { legalHolds(filter: { isReleased: false }) { nodes { id targetType targetId reason placedAt } } }
  mutation Hold($hold: PlaceLegalHoldInput!) { placeLegalHold(input: $hold) { id personId } }
  mutation Release($release: ReleaseLegalHoldInput!) { releaseLegalHold(input: $release) { id releasedAt } }
  query Periods { retentionPolicies { recordClass days leastDays mostDays ground action } }
  mutation KeepFor($period: UpdateRetentionPolicyInput!) { updateRetentionPolicy(input: $period) { recordClass days } }
  query WouldGo { retentionPreview { recordClass count oldest sampleIds } }
  mutation LetGo { runRetention { id asOf } }
  query Went { retentionRuns(first: 5) { nodes { asOf finishedAt counts { recordClass count } } } }
`,
);
