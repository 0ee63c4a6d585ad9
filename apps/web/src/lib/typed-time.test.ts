import { describe, expect, it } from 'vitest'
import { parseTypedTime } from './typed-time.ts'

describe('parseTypedTime', () => {
  it.each([
    ['15:20', '15:20'],
    ['15h20', '15:20'],
    ['15.20', '15:20'],
    ['1520', '15:20'],
    ['920', '09:20'],
    ['9h', '09:00'],
    ['9', '09:00'],
    [' 00:00 ', '00:00'],
    ['23g59', '23:59'],
  ])('takes %s as %s', (typed, time) => {
    expect(parseTypedTime(typed)).toBe(time)
  })

  it.each(['24:00', '15:60', '2460', 'ba giờ', '', '15:2', '3 pm'])('refuses %s', (typed) => {
    expect(parseTypedTime(typed)).toBeNull()
  })
})
