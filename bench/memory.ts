import type { Server } from './servers.ts'

/** By how many MiB a server's memory grows at most while `work` goes on, and what it came to. */
export async function growthDuring<T>(
  server: Server,
  work: () => Promise<T>,
): Promise<{ growth: number; result: T }> {
  const before = server.rss()
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, server.rss())
  }, 20)
  try {
    const result = await work()
    return { growth: Math.max(most, server.rss()) - before, result }
  } finally {
    clearInterval(watch)
  }
}
