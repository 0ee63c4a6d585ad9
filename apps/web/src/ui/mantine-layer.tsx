import '../styles/mantine.ts'
import { MantineProvider } from '@mantine/core'
import { type ReactNode, useMemo } from 'react'
import { useColorScheme } from '../lib/color-scheme.ts'
import { useLanguage } from '../lib/language.ts'
import { cssVariables, makeTheme } from './theme.ts'

/**
 * Mantine for what is inside: forms, dialogs, menus, dates. The desk has it around every page; the
 * public pages do without, which spares a first visit a seventh of its script.
 */
export function MantineLayer({ children }: { children: ReactNode }) {
  const language = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: its labels are in the language
  const theme = useMemo(makeTheme, [language])
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
