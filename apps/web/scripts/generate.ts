// Compiles the messages into `src/paraglide`; the bundler does the same on every build.
import { compile } from '@inlang/paraglide-js'
import { paraglideOptions } from '../paraglide.options.ts'

await compile(paraglideOptions)
// The compiler leaves 30-second timers behind that would keep the process waiting for nothing.
process.exit(0)
