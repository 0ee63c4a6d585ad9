import type { TablerIcon } from '@tabler/icons-react'
import { type ComponentProps, type MouseEvent, type ReactNode, useId } from 'react'
import classes from './button.module.css'

interface Looks {
  variant?: 'primary' | 'default' | 'subtle' | 'danger'
  small?: boolean
  icon?: TablerIcon
  children: ReactNode
}

interface ButtonProps extends Looks, Omit<ComponentProps<'button'>, 'children' | 'disabled'> {
  /** The act is under way: it cannot be pressed again. */
  loading?: boolean
  /** Why the act is not possible now; the button stays and says so. */
  disabledReason?: string | null | false
  /** Shows the reason under the button, not only on hover and to screen readers. */
  reasonBelow?: boolean
}

const looks = ({ variant = 'default', small }: Pick<Looks, 'variant' | 'small'>, more = '') =>
  [classes.button, classes[variant], small && classes.small, more].filter(Boolean).join(' ')

/** Does something. Never hidden because it is not allowed: disabled, with the reason. */
export function Button({
  variant,
  small,
  icon: Icon,
  loading = false,
  disabledReason,
  reasonBelow = false,
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  const reasonId = useId()
  const blocked = loading || Boolean(disabledReason)
  // `aria-disabled` keeps it in the tab order, so that the reason can be heard.
  const act = (event: MouseEvent<HTMLButtonElement>) => {
    if (blocked) event.preventDefault()
    else onClick?.(event)
  }
  const button = (
    <button
      type="button"
      {...rest}
      className={looks({ variant, small }, className)}
      aria-disabled={blocked || undefined}
      aria-busy={loading || undefined}
      aria-describedby={disabledReason ? reasonId : rest['aria-describedby']}
      title={disabledReason || rest.title}
      onClick={act}
    >
      {loading ? <span className={classes.spinner} /> : Icon && <Icon size={17} aria-hidden />}
      {children}
    </button>
  )
  if (!disabledReason) return button
  return (
    <span className={classes.wrap}>
      {button}
      <span id={reasonId} className={reasonBelow ? classes.reason : 'visually-hidden'}>
        {disabledReason}
      </span>
    </span>
  )
}

interface ButtonLinkProps extends Looks, Omit<ComponentProps<'a'>, 'children'> {
  href: string
}

/** Leads somewhere, and weighs as much as a button. */
export function ButtonLink({
  variant,
  small,
  icon: Icon,
  className,
  children,
  ...rest
}: ButtonLinkProps) {
  return (
    <a {...rest} className={looks({ variant, small }, className)}>
      {Icon && <Icon size={17} aria-hidden />}
      {children}
    </a>
  )
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'children'> {
  icon: TablerIcon
  label: string
}

/** A button known by its icon; the label is read aloud and shown on hover. */
export function IconButton({ icon: Icon, label, className = '', ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${classes.icon} ${className}`}
      aria-label={label}
      title={label}
    >
      <Icon size={18} aria-hidden />
    </button>
  )
}
