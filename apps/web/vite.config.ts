import { paraglideVitePlugin } from '@inlang/paraglide-js'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { paraglideOptions } from './paraglide.options.ts'

const api = process.env.API_URL ?? 'http://127.0.0.1:3000'
const proxy = { '/api': api, '/problems': api }

export default defineConfig(({ command }) => ({
  plugins: [
    paraglideVitePlugin({
      ...paraglideOptions,
      // One file a message lets each page carry only its own words; while developing, one file a
      // language spares the browser hundreds of requests.
      outputStructure: command === 'build' ? 'message-modules' : 'locale-modules',
    }),
    react(),
  ],
  server: { port: 5173, host: '127.0.0.1', proxy },
  preview: { port: 4173, host: '127.0.0.1', proxy },
  build: {
    target: 'es2022',
    // Images become data: URLs otherwise, which the content security policy would have to allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
  },
}))
