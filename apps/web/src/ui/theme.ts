import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import { m } from '../paraglide/messages.js'

/** Ink: actions and links. */
const ink: MantineColorsTuple = [
  '#eef3fa',
  '#dce7f4',
  '#b9cfe8',
  '#8fb4e3',
  '#6d98cf',
  '#4a7dbb',
  '#31689f',
  '#1f5190',
  '#1a4377',
  '#12305a',
]

/** The red of a seal: what is overdue, what cannot be undone. */
const seal: MantineColorsTuple = [
  '#fdf0ee',
  '#f9dad5',
  '#f4bbb3',
  '#f39a8e',
  '#e4705f',
  '#cf4a39',
  '#b8352a',
  '#a0281f',
  '#821f18',
  '#651812',
]

/** The grounds of the dark scheme, from text to page, as in `styles/tokens.css`. */
const night: MantineColorsTuple = [
  '#e3e8ef',
  '#c5cdd8',
  '#a3aebd',
  '#8792a3',
  '#3a4554',
  '#2e3744',
  '#202834',
  '#191f28',
  '#141920',
  '#11151b',
]

const font = 'var(--dh-font)'

/** The close button has a name; the `<header>` of a dialog is not one of the page. */
const dialogProps = () => ({
  closeButtonProps: { 'aria-label': m.ui_close() },
  attributes: { header: { role: 'presentation' } },
})

/** Made when it is needed, as the labels are in the language of the moment. */
export const makeTheme = () =>
  createTheme({
    colors: { ink, seal, red: seal, blue: ink, dark: night },
    primaryColor: 'ink',
    primaryShade: { light: 7, dark: 3 },
    autoContrast: true,
    luminanceThreshold: 0.35,
    white: '#ffffff',
    black: '#1a2230',
    fontFamily: font,
    fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'Liberation Mono', monospace",
    headings: { fontFamily: font, fontWeight: '600' },
    fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
    lineHeights: { xs: '1.4', sm: '1.45', md: '1.55', lg: '1.55', xl: '1.4' },
    radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
    defaultRadius: 'sm',
    respectReducedMotion: true,
    cursorType: 'pointer',
    components: {
      Input: {
        vars: () => ({
          wrapper: {
            '--input-bd': 'var(--dh-line-strong)',
            '--input-bg': 'var(--dh-panel)',
            '--input-placeholder-color': 'var(--dh-soft)',
          },
        }),
      },
      Modal: { defaultProps: dialogProps() },
      Drawer: { defaultProps: dialogProps() },
      PasswordInput: {
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': m.ui_show_password() } },
      },
    },
  })

/** Mantine's own variables follow the palette of `styles/tokens.css`. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--dh-paper)',
    '--mantine-color-text': 'var(--dh-ink)',
    '--mantine-color-dimmed': 'var(--dh-soft)',
    '--mantine-color-placeholder': 'var(--dh-soft)',
    '--mantine-color-anchor': 'var(--dh-accent)',
    '--mantine-color-default': 'var(--dh-panel)',
    '--mantine-color-default-hover': 'var(--dh-sunken)',
    '--mantine-color-default-color': 'var(--dh-ink)',
    '--mantine-color-default-border': 'var(--dh-line-strong)',
    '--mantine-color-error': 'var(--dh-overdue)',
    '--mantine-color-disabled': 'var(--dh-sunken)',
    '--mantine-color-disabled-color': 'var(--dh-soft)',
    '--mantine-color-disabled-border': 'var(--dh-line)',
  }
  return { variables: {}, light: shared, dark: shared }
}
