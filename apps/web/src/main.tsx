import './styles/fonts.css'
import './styles/tokens.css'
import './styles/global.css'
import './styles/print.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { resumeSession } from './api/session.ts'
import { App } from './app/app.tsx'
import { makeRouter } from './app/router.tsx'
import { paintColorScheme } from './lib/color-scheme.ts'
import { currentLanguage } from './lib/language.ts'

paintColorScheme()
document.documentElement.lang = currentLanguage()
void resumeSession()

void makeRouter().then((router) =>
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <App router={router} />
    </StrictMode>,
  ),
)
