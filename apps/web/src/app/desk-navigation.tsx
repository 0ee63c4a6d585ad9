import { useLocation } from 'react-router-dom'
import { useMay } from '../api/use-session.ts'
import { m } from '../paraglide/messages.js'
import classes from './desk-layout.module.css'
import { navigation } from './navigation.ts'

/** The areas of the desk this account works in. */
export function DeskNavigation() {
  const may = useMay()
  const { pathname } = useLocation()
  return (
    <nav aria-label={m.shell_main_navigation()}>
      {navigation.map(({ label, items }) => {
        const shown = items.filter(({ needs }) => needs.some(may))
        if (shown.length === 0) return null
        return (
          <div key={label()} className={classes.group}>
            <p className={classes.groupLabel}>{label()}</p>
            <ul>
              {shown.map(({ path, href, label: name, icon: Icon }) => (
                <li key={href}>
                  <a
                    href={href}
                    aria-current={
                      pathname === path || pathname.startsWith(`${path}/`) ? 'page' : undefined
                    }
                  >
                    <Icon size={18} stroke={1.7} aria-hidden />
                    {name()}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )
      })}
    </nav>
  )
}
