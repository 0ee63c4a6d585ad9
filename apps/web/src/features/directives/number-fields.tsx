import { needsNumber, splitDocumentNumber, type UnusualForm, unusualForms } from '@dunghan/domain'
import { TextInput } from '@mantine/core'
import { useRef } from 'react'
import { m } from '../../paraglide/messages.js'
import type { DocumentProps } from './document-draft.ts'

/** Number and symbol; typed or pasted in one piece, `215/TB-VPUBND`, they part by themselves. */
export function NumberFields({ value, change, errors }: DocumentProps) {
  const symbol = useRef<HTMLInputElement>(null)
  const needed = needsNumber(value.kind)
  const unusual = unusualForms(value.number, value.symbol)
  const said = (part: 'number' | 'symbol') => {
    const form = unusual.find((code) => code.startsWith(part))
    return form && unusualWords[form]()
  }
  const take = (patch: { number?: string; symbol?: string }) => {
    const whole = splitDocumentNumber(patch.number ?? patch.symbol ?? '')
    change(whole ?? patch)
    if (whole) symbol.current?.focus()
  }
  return (
    <>
      <TextInput
        label={m.directives_number()}
        description={needed ? m.directives_number_hint() : m.directives_number_not_needed()}
        withAsterisk={needed}
        value={value.number}
        error={errors.number}
        maxLength={20}
        autoComplete="off"
        data-path="number"
        onChange={(event) => change({ number: event.target.value })}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (!splitDocumentNumber(pasted)) return
          event.preventDefault()
          take({ number: pasted })
        }}
        onKeyDown={(event) => {
          // The slash ends the number, as on paper.
          if (event.key !== '/' || !/^\d+\p{L}?$/u.test(value.number.trim())) return
          event.preventDefault()
          symbol.current?.focus()
        }}
        onBlur={() => {
          const whole = splitDocumentNumber(value.number)
          if (whole) change(whole)
        }}
      />
      <TextInput
        ref={symbol}
        label={m.directives_symbol()}
        description={said('symbol') ?? said('number') ?? m.directives_symbol_hint()}
        withAsterisk={needed}
        value={value.symbol}
        error={errors.symbol}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        data-path="symbol"
        onChange={(event) => change({ symbol: event.target.value })}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (value.number.trim() || !splitDocumentNumber(pasted)) return
          event.preventDefault()
          take({ symbol: pasted })
        }}
      />
    </>
  )
}

const unusualWords: Record<UnusualForm, () => string> = {
  'number-without-digit-first': m.directives_unusual_number_without_digit_first,
  'number-too-long': m.directives_unusual_number_too_long,
  'symbol-too-long': m.directives_unusual_symbol_too_long,
  'symbol-holds-number': m.directives_unusual_symbol_holds_number,
  'symbol-with-space': m.directives_unusual_symbol_with_space,
  'symbol-without-hyphen': m.directives_unusual_symbol_without_hyphen,
  'symbol-with-odd-character': m.directives_unusual_symbol_with_odd_character,
}
