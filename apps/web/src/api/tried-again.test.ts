import { expect, test } from 'vitest'
import { ApiProblem } from './problem.ts'
import { triedAgain } from './tried-again.ts'

const problem = (status: number) => new ApiProblem({ name: 'x', status, title: 'x' })

/** Fails with these, one after the other, then gives the number of the try. */
function failing(...statuses: number[]) {
  let tries = 0
  return async () => {
    const status = statuses[tries++]
    if (status !== undefined) throw problem(status)
    return tries
  }
}
const options = (signal = new AbortController().signal) => {
  const paused: number[] = []
  return { paused, signal, onPause: (ms: number) => void paused.push(ms), pauses: [1, 2, 3] }
}

test('what failed on the way is tried again, after growing pauses', async () => {
  const given = options()
  expect(await triedAgain(failing(0, 503), given)).toBe(3)
  expect(given.paused).toEqual([1, 2])
})

test('what is refused is not', async () => {
  const given = options()
  await expect(triedAgain(failing(413), given)).rejects.toMatchObject({ status: 413 })
  expect(given.paused).toEqual([])
})

test('it is given up after some time', async () => {
  const given = options()
  await expect(triedAgain(failing(0, 0, 0, 0), given)).rejects.toMatchObject({ status: 0 })
  expect(given.paused).toEqual([1, 2, 3])
})

test('a pause ends when the person does not want it any more', async () => {
  const controller = new AbortController()
  const { signal } = controller
  const onPause = () => controller.abort(new Error('không gửi nữa'))
  const tried = triedAgain(failing(0), { signal, onPause, pauses: [60_000] })
  await expect(tried).rejects.toThrow('không gửi nữa')
})
