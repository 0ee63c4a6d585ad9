import { m } from '../../paraglide/messages.js'
import classes from './guides.module.css'

/** In pixels of the screen they show: all are taken of the same window. */
const [WIDTH, HEIGHT] = [1366, 768]

const files = import.meta.glob<string>('./pictures/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
})

interface Props {
  /** The file's name without its ending. */
  name: string
  /** Of the chapter it belongs to. */
  title: string
}

/** What the screen looks like; a press shows it in full size. */
export function Picture({ name, title }: Props) {
  const src = files[`./pictures/${name}.webp`]
  return (
    <a
      className={classes.picture}
      href={src}
      target="_blank"
      rel="noreferrer"
      aria-label={m.guides_picture_open({ title })}
    >
      <img
        src={src}
        width={WIDTH}
        height={HEIGHT}
        loading="lazy"
        alt={m.guides_picture_alt({ title })}
      />
    </a>
  )
}
