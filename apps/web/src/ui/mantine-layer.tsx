import '../styles/mantine.ts'
import { MantineProvider } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useColorScheme } from '../lib/color-scheme.ts'
import { cssVariables, makeTheme } from './theme.ts'

/**
 * Mantine for what is inside: forms, dialogs, menus, dates. The desk has it around every page; the
 * public pages do without, which spares a first visit a seventh of its script.
 */
export function MantineLayer({ children }: { children: ReactNode }) {
  const [theme] = useState(makeTheme)
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={useColorScheme()}
    >
      {children}
    </MantineProvider>
  )
}
