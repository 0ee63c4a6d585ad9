import { useState } from 'react'

/** Copies a text, and tells what came of it; null before it was asked for. */
export function useCopy(text: string) {
  const [outcome, setOutcome] = useState<'copied' | 'by-hand' | null>(null)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setOutcome('copied')
    } catch {
      // Over plain HTTP there is no clipboard: the text is there to be copied by hand.
      setOutcome('by-hand')
    }
  }
  return { copy, outcome }
}
