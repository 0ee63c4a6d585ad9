import { useState } from 'react'
import { apiPaths } from '../../lib/api-paths.ts'
import { currentLanguage } from '../../lib/language.ts'
import { m } from '../../paraglide/messages.js'
import { CopyBlock } from '../../ui/copy-text.tsx'
import classes from './developers.module.css'

const sizes = ['320 × 240', '400 × 240', '640 × 220'] as const
const themes = {
  auto: m.developers_embed_theme_auto,
  light: m.developers_embed_theme_light,
  dark: m.developers_embed_theme_dark,
}

interface Props {
  origin: string
  units: readonly { code: string; name: string }[]
}

/** Puts together the frame another site shows, and shows it. */
export function EmbedBuilder({ origin, units }: Props) {
  const [unit, setUnit] = useState('')
  const [theme, setTheme] = useState('auto')
  const [size, setSize] = useState<string>(sizes[0])
  const [width = '', height = ''] = size.split(' × ')
  const name = units.find(({ code }) => code === unit)?.name ?? m.developers_embed_all()
  const title = m.developers_embed_frame({ unit: name })
  const path = apiPaths.embed({
    unit,
    theme: theme === 'auto' ? '' : theme,
    lang: currentLanguage() === 'en' ? 'en' : '',
  })
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const code = `<iframe src="${attribute(origin + path)}"
  title="${attribute(title)}"
  width="${width}" height="${height}" loading="lazy" style="border:0"></iframe>`
  return (
    <div className={classes.embed}>
      <div className={classes.choices}>
        <Choice label={m.developers_embed_of()} value={unit} onChange={setUnit}>
          <option value="">{m.developers_embed_all()}</option>
          {units.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </Choice>
        <Choice label={m.developers_embed_theme()} value={theme} onChange={setTheme}>
          {Object.entries(themes).map(([value, words]) => (
            <option key={value} value={value}>
              {words()}
            </option>
          ))}
        </Choice>
        <Choice label={m.developers_embed_size()} value={size} onChange={setSize}>
          {sizes.map((value) => (
            <option key={value}>{value}</option>
          ))}
        </Choice>
      </div>
      <CopyBlock text={code} what={m.developers_embed_code()} />
      <div>
        <h3>{m.developers_embed_preview()}</h3>
        <iframe
          key={path}
          src={path}
          title={title}
          width={width}
          height={height}
          loading="lazy"
          className={classes.preview}
        />
      </div>
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string
  onChange: (value: string) => void
  children: React.ReactNode
}

function Choice({ label, value, onChange, children }: ChoiceProps) {
  return (
    <label>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {children}
      </select>
    </label>
  )
}
