import { m } from '../paraglide/messages.js'
import classes from './files.module.css'

interface Props {
  name: string
  /** Of this site, or a `blob:` of bytes fetched with the session. */
  src: string
}

/** A PDF in the page, shown by the browser itself. */
export function PdfFrame({ name, src }: Props) {
  return (
    <>
      <iframe className={classes.frame} src={src} title={m.ui_pdf_title({ name })} />
      <p className={classes.note}>
        <a href={src} target="_blank" rel="noreferrer">
          {m.ui_pdf_elsewhere()}
        </a>
      </p>
    </>
  )
}
