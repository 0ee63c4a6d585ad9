import { Outlet, useLocation, useSearchParams } from 'react-router-dom'
import { useSession } from '../api/use-session.ts'
import { useLanguage } from '../lib/language.ts'
import { paths, patterns } from '../lib/paths.ts'
import { m } from '../paraglide/messages.js'
import { ButtonLink } from '../ui/button.tsx'
import { SearchForm } from '../ui/search-form.tsx'
import { Brand } from './brand.tsx'
import { DisplayTools } from './display-tools.tsx'
import shared from './layout.module.css'
import classes from './public-layout.module.css'

/** Around the pages anyone may read. */
export function PublicLayout() {
  useLanguage()
  return (
    <div className={classes.page}>
      <Header />
      <main id="main" tabIndex={-1} className={classes.main}>
        <Outlet />
      </main>
      <Footer />
    </div>
  )
}

function Header() {
  const { pathname } = useLocation()
  const [params] = useSearchParams()
  const current = (path: string) => (pathname.startsWith(path) ? 'page' : undefined)
  return (
    <header className={shared.top}>
      <div className={classes.bar}>
        <Brand href={paths.home()} line={m.shell_portal_name()} />
        <nav aria-label={m.shell_main_navigation()} className={classes.nav}>
          <a href={paths.publicAssignments()} aria-current={current(patterns.publicAssignments)}>
            {m.shell_nav_public_assignments()}
          </a>
          <a href={paths.publicStatistics()} aria-current={current(patterns.publicStatistics)}>
            {m.shell_nav_public_statistics()}
          </a>
        </nav>
        <div className={classes.search}>
          <SearchForm
            key={params.get('q')}
            action={patterns.publicAssignments}
            placeholder={m.shell_search_public_placeholder()}
            initial={params.get('q') ?? ''}
          />
        </div>
        <div className={`${shared.tools} ${classes.tools}`}>
          <DisplayTools />
          <Door />
        </div>
      </div>
    </header>
  )
}

function Door() {
  const { account } = useSession()
  return account ? (
    <ButtonLink href={paths.overview()}>{m.shell_to_desk()}</ButtonLink>
  ) : (
    <ButtonLink href={paths.signIn()}>{m.shell_sign_in()}</ButtonLink>
  )
}

function Footer() {
  return (
    <footer className={classes.footer}>
      <div className={classes.foot}>
        <p>{m.shell_footer_source()}</p>
        <nav aria-label={m.shell_footer_links()}>
          <ul className={classes.links}>
            <li>
              <a href={paths.publicCalendar()}>{m.calendar_public_link()}</a>
            </li>
            <li>
              <a href={paths.publicDueDate()}>{m.calendar_public_count_link()}</a>
            </li>
            <li>
              <a href={paths.publicDevelopers()}>{m.shell_footer_api()}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}
