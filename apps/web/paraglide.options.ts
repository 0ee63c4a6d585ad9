import type { CompilerOptions } from '@inlang/paraglide-js'

/** How messages are compiled; the bundler and `pnpm generate` read the same options. */
export const paraglideOptions: CompilerOptions = {
  project: './project.inlang',
  outdir: './src/paraglide',
  strategy: ['localStorage', 'baseLocale'],
  localStorageKey: 'dunghan-language',
  // One file a message: each page carries only its own words, and whoever compiles, the bundler or
  // a script, writes the same files.
  outputStructure: 'message-modules',
  isServer: 'import.meta.env.SSR',
  emitReadme: false,
  emitPrettierIgnore: false,
  emitGitIgnore: false,
}
