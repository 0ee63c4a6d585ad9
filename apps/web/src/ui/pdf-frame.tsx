import { savedName } from '../lib/file-words.ts'
import { m } from '../paraglide/messages.js'
import classes from './files.module.css'

interface Props {
  name: string
  /** Of this site, or a `blob:` of bytes fetched with the session. */
  src: string
  /** Under which it is saved; its own name, unless another is given. */
  saveAs?: string
}

/**
 * A PDF in the page, shown by the browser itself; on a phone, and where the browser shows no PDF,
 * it is opened by itself or saved.
 */
export function PdfFrame({ name, src, saveAs = savedName(name) }: Props) {
  const framed = canFrame()
  return (
    <>
      {framed && (
        <div className={classes.frame}>
          <iframe src={src} title={m.ui_pdf_title({ name })} />
        </div>
      )}
      <p className={`${framed ? classes.note : classes.instead} no-print`}>
        <a href={src} target="_blank" rel="noreferrer">
          {m.ui_pdf_elsewhere()}
        </a>
        <a href={src} download={saveAs}>
          {m.ui_pdf_save()}
        </a>
      </p>
    </>
  )
}

/** Whether there is room for a page of paper, and a browser that draws it. */
export const canFrame = () =>
  navigator.pdfViewerEnabled !== false && matchMedia('(min-width: 48em)').matches
