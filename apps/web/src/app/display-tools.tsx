import { IconMoon, IconSun } from '@tabler/icons-react'
import { chooseColorScheme, useColorScheme } from '../lib/color-scheme.ts'
import { changeLanguage, currentLanguage, type Language, languages } from '../lib/language.ts'
import { m } from '../paraglide/messages.js'
import { IconButton } from '../ui/button.tsx'
import classes from './display-tools.module.css'

const names: Record<Language, () => string> = {
  vi: m.shell_language_vi,
  en: m.shell_language_en,
}

/** Language and colour scheme. */
export function DisplayTools() {
  return (
    <>
      <LanguageSwitch />
      <SchemeSwitch />
    </>
  )
}

function LanguageSwitch() {
  const present = currentLanguage()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a form's looks and legend
    <div role="group" aria-label={m.shell_language()} className={classes.languages}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          title={names[language]()}
          aria-pressed={language === present}
          onClick={() => changeLanguage(language)}
        >
          <span aria-hidden>{language.toUpperCase()}</span>
          <span className="visually-hidden">{names[language]()}</span>
        </button>
      ))}
    </div>
  )
}

function SchemeSwitch() {
  const dark = useColorScheme() === 'dark'
  return (
    <IconButton
      icon={dark ? IconSun : IconMoon}
      label={dark ? m.shell_scheme_to_light() : m.shell_scheme_to_dark()}
      onClick={() => chooseColorScheme(dark ? 'light' : 'dark')}
    />
  )
}
