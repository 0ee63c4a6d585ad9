import { type FileStore, FileStoreDown } from './file-store.ts'

/** One call of the store that is over. */
export interface FileCallSeen {
  call: 'put' | 'open' | 'stat' | 'delete' | 'ping'
  /** Milliseconds; of `open` until the stream begins. */
  ms: number
  /** The store did not serve it. A file that is not there is an answer. */
  failed: boolean
}

/** A store that tells of each call once it is over. */
export function observedStore(store: FileStore, onCall: (call: FileCallSeen) => void): FileStore {
  const timed = async <T>(call: FileCallSeen['call'], work: () => Promise<T>): Promise<T> => {
    const began = performance.now()
    const tell = (failed: boolean) => onCall({ call, ms: performance.now() - began, failed })
    try {
      const answer = await work()
      tell(false)
      return answer
    } catch (error) {
      tell(error instanceof FileStoreDown)
      throw error
    }
  }
  return {
    ...store,
    put: (tempPath, sha256) => timed('put', () => store.put(tempPath, sha256)),
    open: (sha256, range) => timed('open', () => store.open(sha256, range)),
    stat: (sha256) => timed('stat', () => store.stat(sha256)),
    delete: (sha256) => timed('delete', () => store.delete(sha256)),
    ping: () => timed('ping', () => store.ping()),
  }
}
