/** The operations of sdk/operations that this program sends, letter by letter: a server that takes registered ones only takes these. */
export const documents = {
  BeginUpload: `
    mutation BeginUpload($input: BeginUploadInput!) {
  beginUpload(input: $input) {
    id
    url
    status
    receivedBytes
    folderId
    expiresAt
  }
}
    `,
  CancelUpload: `
    mutation CancelUpload($input: CancelUploadInput!) {
  cancelUpload(input: $input) {
    id
    status
  }
}
    `,
  Upload: `
    query Upload($id: ID!) {
  upload(id: $id) {
    id
    status
    receivedBytes
    refusal
    documentId
    versionId
    receipt {
      uploadId
      documentId
      versionId
      sha256
      sizeBytes
      storedAt
      keyId
      signature
    }
  }
}
    `,
  UploadTarget: `
    query UploadTarget($cabinetId: ID!, $folderId: ID, $folderPath: [String!], $name: String!) {
  uploadTarget(
    cabinetId: $cabinetId
    folderId: $folderId
    folderPath: $folderPath
    name: $name
  ) {
    folderId
    documentId
    versionNumber
    sha256
    sizeBytes
  }
}
    `,
};
