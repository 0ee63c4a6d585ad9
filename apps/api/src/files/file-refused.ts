/** Why an uploaded file is not taken. */
export type FileRefusal =
  | 'file-too-large'
  | 'file-type-not-allowed'
  | 'file-empty'
  | 'upload-interrupted'

/** An uploaded file that is not taken: the fault is the file's or the line's, never the server's. */
export class FileRefused extends Error {
  readonly code: FileRefusal

  /** `detail` says for the log what was seen; it is not meant for the person. */
  constructor(code: FileRefusal, detail: string = code, options?: ErrorOptions) {
    super(detail, options)
    this.name = 'FileRefused'
    this.code = code
  }
}
