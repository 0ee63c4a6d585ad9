/** A copy cannot be made, read or put back; the message is one sentence for the operator. */
export class CopyRefused extends Error {
  override name = 'CopyRefused'
}
