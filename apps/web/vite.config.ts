import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import { paraglideOptions } from './paraglide.options.ts'

const api = process.env.API_URL ?? 'http://127.0.0.1:3000'
const proxy = { '/api': api, '/problems': api }

export default defineConfig({
  plugins: [paraglideVitePlugin(paraglideOptions), react(), routerWithoutWarnings()],
  server: { port: 5173, host: '127.0.0.1', proxy },
  preview: { port: 4173, host: '127.0.0.1', proxy },
  build: {
    target: 'es2022',
    // Every browser this is built for preloads modules by itself.
    modulePreload: { polyfill: false },
    // Tells which chunks a page loads: `pnpm --filter @dunghan/web size`.
    manifest: true,
    // Images become data: URLs otherwise, which the content security policy would have to allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      // These only define things: what a page does not use of them, it does not carry.
      treeshake: { moduleSideEffects: (id) => !/\/(packages\/domain|web\/src\/lib)\//.test(id) },
      output: {
        codeSplitting: {
          groups: [
            // Changes rarely, so a browser keeps it over updates of the product.
            {
              name: 'vendor',
              priority: 5,
              // Of the queries, those the desk alone asks stay with the desk.
              test: /node_modules\/(react|react-dom|scheduler|react-router|@tanstack\/(react-)?query(-core)?)\/(?!.*\/(queriesObserver|useQueries|mutationObserver|useMutation)\.)/,
            },
            // What every page has, and what lists are made of, each part one file in place of ten: a
            // page of one task shows marks alone, public figures load their table after the filters.
            {
              name: 'base',
              priority: 4,
              test: /preload-helper|web\/src\/ui\/(button|search-form)|web\/src\/lib\/(language|unsaved|api-paths)\.|messages\/(ui_retry|session_again_title)\./,
            },
            {
              name: 'marks',
              priority: 3,
              test: /web\/src\/ui\/(due-date|timeliness-badge|status-badge|badge)/,
            },
            {
              name: 'filters',
              priority: 2,
              test: /web\/src\/(ui\/(filter-bar|choice-filter|search-filter|unit-filter|date-range-filter|popup)|lib\/(unfinished|use-search-state)|features\/portal\/filters)/,
            },
            { name: 'tables', priority: 1, test: /web\/src\/ui\/(data-table|table-)/ },
          ],
        },
      },
    },
  },
})

/** The router's package offers its build without development warnings, but never chooses it. */
function routerWithoutWarnings(): Plugin {
  return {
    name: 'router-without-warnings',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      if (!source.startsWith('react-router')) return null
      const found = await this.resolve(source, importer, { ...options, skipSelf: true })
      if (!found) return null
      const id = found.id.replace(
        '/react-router/dist/development/',
        '/react-router/dist/production/',
      )
      return { ...found, id }
    },
  }
}
