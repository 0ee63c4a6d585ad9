/** Whether an error came from the operating system: a disk full, gone or read-only. */
export function isDiskError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error
}
