import { InfiniteQueryObserver, infiniteQueryOptions } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { beginAnew, freshWhileLong, isLong } from './long-lists.ts'
import { queryClient } from './query-client.ts'

let asked: number[] = []
let leave = () => {}

const list = infiniteQueryOptions({
  queryKey: ['assignments', 'list', {}],
  queryFn: async ({ pageParam }) => {
    asked.push(pageParam)
    return { items: [`row of ${pageParam}`] }
  },
  initialPageParam: 0,
  getNextPageParam: (_page, pages) => pages.length,
  staleTime: freshWhileLong,
})

/** Looks at the list as a page does, and reads so many pages of it. */
async function read(pages: number) {
  const observer = new InfiniteQueryObserver(queryClient, list)
  leave = observer.subscribe(() => {})
  await observer.refetch()
  for (let page = 1; page < pages; page++) await observer.fetchNextPage()
  asked = []
}

const again = () => queryClient.invalidateQueries({ queryKey: ['assignments'] })
const query = () => queryClient.getQueryCache().find({ queryKey: list.queryKey })

beforeEach(() => queryClient.clear())
afterEach(() => leave())

describe('a list of a few pages', () => {
  it('is read again as a whole', async () => {
    await read(5)
    await again()
    expect(asked).toEqual([0, 1, 2, 3, 4])
  })
})

describe('a long list', () => {
  it('stays as it was read, whatever is told of what it shows', async () => {
    await read(6)
    await again()
    await queryClient.refetchQueries({ queryKey: ['assignments'], stale: true })
    expect(asked).toEqual([])
    expect(query()).toSatisfy(isLong)
  })

  it('is not read again where one comes back to it', async () => {
    await read(6)
    await again()
    leave()
    leave = new InfiniteQueryObserver(queryClient, list).subscribe(() => {})
    await queryClient.ensureInfiniteQueryData({ ...list, revalidateIfStale: true })
    expect(asked).toEqual([])
  })

  it('begins again at its top when that is asked for', async () => {
    await read(6)
    await beginAnew(list.queryKey)
    expect(asked).toEqual([0])
    expect(query()).not.toSatisfy(isLong)
  })
})
