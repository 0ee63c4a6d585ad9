import { IconBookmark } from '@tabler/icons-react'
import { lazy, Suspense } from 'react'
import type { SavedViews } from '../api/saved-views.ts'
import { asksTheSame } from '../lib/known-search.ts'
import { m } from '../paraglide/messages.js'
import { Popup } from './popup.tsx'

// Opened now and then: it comes when it is.
const ViewsSheet = lazy(() => import('./views-sheet.tsx'))

interface Props extends SavedViews {
  /** The path of the page and its search, as far as it is understood. */
  path: string
  params: URLSearchParams
}

/** The ways of one's own to look at a list: to open, keep and drop, and to pass on as a link. */
export function ViewsMenu({ views, path, params, ...rest }: Props) {
  const inForce = views.find(({ search }) => asksTheSame(new URLSearchParams(search), params))
  return (
    <Popup
      title={m.lists_views()}
      active={inForce !== undefined}
      label={
        <>
          <IconBookmark size={17} aria-hidden />
          {inForce ? m.lists_view_named({ name: inForce.name }) : m.lists_views()}
        </>
      }
    >
      <Suspense fallback={m.ui_loading()}>
        <ViewsSheet {...{ views, inForce, path, params }} {...rest} />
      </Suspense>
    </Popup>
  )
}
