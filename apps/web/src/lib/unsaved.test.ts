import { afterEach, expect, test } from 'vitest'
import { forms, unsaved } from './unsaved.ts'
import { askingLeave, leaving } from './use-unsaved.ts'

afterEach(() => forms.clear())

const typed = { is: (to: string | null) => to !== '/cung-trang', text: () => 'sẽ mất' }

test('a page without anything typed is left at once', () => {
  const stop = askingLeave(() => expect.unreachable())
  let left = false
  leaving(() => {
    left = true
  })
  expect(left).toBe(true)
  stop()
})

test('what is typed is asked about, and left once the person has said so', () => {
  forms.add(typed)
  let answer = () => {}
  const stop = askingLeave((go) => {
    answer = go
  })
  let left = false
  leaving(() => {
    left = true
  })
  expect(left).toBe(false)
  answer()
  expect(left).toBe(true)
  stop()
})

test('a form says itself where its words stay', () => {
  forms.add(typed)
  expect(unsaved('/cung-trang')).toBeUndefined()
  expect(unsaved('/noi-khac')?.text()).toBe('sẽ mất')
})
