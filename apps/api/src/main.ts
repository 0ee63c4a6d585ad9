import { stderr, versions } from 'node:process'

// Nothing else is imported before this: an older Node fails on the first file it cannot read.
const [major = 0, minor = 0] = versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  stderr.write(`Đúng Hạn needs Node.js 24; this is Node.js ${versions.node}.\n`)
  process.exitCode = 1
} else {
  // What was compiled is kept for the next start, beside the code it is of and no less private;
  // where that folder may not be written to, each start compiles anew.
  const { enableCompileCache } = await import('node:module')
  enableCompileCache(`${import.meta.dirname}/../../../node_modules/.cache/dunghan`)
  const { serve } = await import('./serve.ts')
  await serve()
}
