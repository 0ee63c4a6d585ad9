/** What a fault is given to run with. */
export interface FaultContext {
  /** Of its own, empty, removed afterwards. */
  folder: string
  /** How often to do the worst; each fault has its own measure. */
  rounds: number | undefined
  /** Has no flush count, for whoever wants to see that a loss is found. */
  forgetFlushes: boolean
  /** Says how it goes, for whoever waits. */
  say(line: string): void
  /** Runs when the fault is over, the last first, however it ended. */
  afterwards(work: () => unknown): void
}

/** One line of the table. */
export interface Outcome {
  database: 'embedded' | 'PostgreSQL' | '-'
  files: 'folder' | 'S3' | '-'
  rounds: number
  /** Writes answered with 2xx; what of them is gone; acts of which only a part is there. */
  acknowledged: number
  lost: number
  halfDone: number
  /** What else was promised and did not hold. */
  broken: string[]
  /** Seen on the way, for the reader. */
  note?: string
}

export interface Fault {
  name: string
  /** The promise, in a sentence. */
  describe: string
  run(context: FaultContext): Promise<Outcome[]>
}

/** This machine lacks what the fault needs: it was not run, which is not to have held. */
export class NotRun extends Error {}
