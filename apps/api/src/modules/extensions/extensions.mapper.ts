import type { Extension } from '@dunghan/contract'
import type { ExtensionRecord } from './extensions.store.ts'

export function toExtension(extension: ExtensionRecord): Extension {
  const { assignmentId, requestedAt, decidedAt, ...rest } = extension
  return {
    ...rest,
    requestedAt: requestedAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }
}

/** As it stood at an instant: what was decided later still waits. */
export function extensionAsOf(extension: ExtensionRecord, at: Date): ExtensionRecord {
  if (!extension.decidedAt || extension.decidedAt <= at) return extension
  return {
    ...extension,
    decision: null,
    decidedDueOn: null,
    comment: null,
    decidedAt: null,
    decidedBy: null,
  }
}
