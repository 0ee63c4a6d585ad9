import classes from './link-tabs.module.css'

interface Tab {
  value: string
  label: string
  href: string
}

interface Props {
  /** What the tabs choose, for those who cannot see. */
  label: string
  tabs: readonly Tab[]
  value: string
}

/** One of a few views of a page; each has its own address. */
export function LinkTabs({ label, tabs, value }: Props) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      <ul>
        {tabs.map((tab) => (
          <li key={tab.value}>
            <a href={tab.href} aria-current={tab.value === value ? 'page' : undefined}>
              {tab.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
