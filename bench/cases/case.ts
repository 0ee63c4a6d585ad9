import type { Server } from '../servers.ts'
import type { Line } from '../table.ts'

/** What every case is measured with. */
export interface Setting {
  databaseUrl: string
  /** A tenth as many assignments, for what must not grow with them. */
  smallDatabaseUrl: string
  rows: number
  /** Seconds for each side of a comparison. */
  seconds: number
  /** Starts each once, when it is first needed, and ends it with the run. */
  product(kind: 'everything read' | 'hot'): Promise<Server>
  reference(): Promise<Server>
}

export interface Case {
  name: string
  run(setting: Setting): Promise<Line[]>
}
