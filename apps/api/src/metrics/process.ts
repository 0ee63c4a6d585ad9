import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { Counter, Gauge, type Registry } from 'prom-client'

const nanoseconds = 1e9

/**
 * How busy the process is, under the names that dashboards of Node.js know. The library's own
 * collection of these cannot be stopped, and a process may build the app more than once.
 * @returns stops watching
 */
export function registerProcess(registry: Registry): () => void {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let asked = performance.eventLoopUtilization()
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  const seconds = (value: number) => (Number.isFinite(value) ? value / nanoseconds : 0)

  gauge('nodejs_eventloop_lag_p50_seconds', 'Since it was last asked', () =>
    seconds(delay.percentile(50)),
  )
  gauge('nodejs_eventloop_lag_p99_seconds', 'Since it was last asked', () =>
    seconds(delay.percentile(99)),
  )
  gauge('nodejs_eventloop_lag_max_seconds', 'Since it was last asked', () => {
    const longest = seconds(delay.max)
    delay.reset()
    return longest
  })
  gauge('nodejs_eventloop_utilization', 'Part of the time since it was last asked, 0 to 1', () => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, asked)
    asked = now
    return utilization
  })
  gauge('process_resident_memory_bytes', 'Memory of the process', () => process.memoryUsage.rss())
  gauge('nodejs_heap_size_used_bytes', 'JavaScript objects', () => process.memoryUsage().heapUsed)
  gauge('nodejs_heap_size_total_bytes', 'Reserved for them', () => process.memoryUsage().heapTotal)
  gauge('nodejs_external_memory_bytes', 'Buffers and the embedded database', () => {
    return process.memoryUsage().external
  })
  gauge('process_start_time_seconds', 'Since 1970', () => performance.timeOrigin / 1000)
  new Counter({
    name: 'process_cpu_seconds_total',
    help: 'Processor time, user and system',
    registers: [registry],
    collect() {
      const { user, system } = process.cpuUsage()
      this.reset()
      this.inc((user + system) / 1e6)
    },
  })
  return () => delay.disable()
}
