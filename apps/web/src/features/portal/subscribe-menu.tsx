import { IconRss } from '@tabler/icons-react'
import { apiPaths } from '../../lib/api-paths.ts'
import { paths, type Search } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { CopyLine } from '../../ui/copy-text.tsx'
import { Popup } from '../../ui/popup.tsx'
import classes from './subscribe-menu.module.css'

/** Of a list as it is narrowed, or of one unit. */
type Props = { search: Search; unit?: undefined } | { unit: string; search?: undefined }

/** How to be told of changes without coming back: a feed, and for a unit its due dates. */
export default function SubscribeMenu({ search, unit }: Props) {
  const feed = here(unit ? apiPaths.unitFeed(unit) : apiPaths.feed(search))
  return (
    <Popup
      label={
        <>
          <IconRss size={17} aria-hidden />
          {m.portal_follow()}
        </>
      }
      title={m.portal_follow()}
    >
      <div className={classes.menu}>
        {unit && <Calendar address={here(apiPaths.unitCalendar(unit))} />}
        <section>
          <h2>{m.portal_follow_feed()}</h2>
          <p>{unit ? m.portal_follow_unit_feed_text() : m.portal_follow_feed_text()}</p>
          <CopyLine text={feed} what={m.portal_follow_feed()} />
        </section>
        <a href={paths.publicDevelopers()}>{m.portal_follow_more()}</a>
      </div>
    </Popup>
  )
}

function Calendar({ address }: { address: string }) {
  return (
    <section>
      <h2>{m.portal_follow_calendar()}</h2>
      <p>{m.portal_follow_calendar_text()}</p>
      <CopyLine text={address} what={m.portal_follow_calendar()} />
      <a className={classes.open} href={address.replace(/^https?:/, 'webcal:')}>
        {m.portal_follow_calendar_open()}
      </a>
    </section>
  )
}

const here = (path: string) => new URL(path, location.href).href
