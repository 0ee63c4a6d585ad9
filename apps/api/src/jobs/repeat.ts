const hourly = 60 * 60 * 1000

/**
 * Does some work now and every hour, never twice at once; `work` itself sees to what fails.
 * @returns stops it; resolves when what is under way is over
 */
export function repeatHourly(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> = Promise.resolve()
  const next = () => {
    running = running.then(work)
  }
  next()
  const timer = setInterval(next, hourly)
  timer.unref()
  return () => {
    clearInterval(timer)
    return running
  }
}
