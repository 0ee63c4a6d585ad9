import { IconDownload, type TablerIcon } from '@tabler/icons-react'
import { useDownload } from '../api/use-download.ts'
import { Button } from './button.tsx'
import classes from './download.module.css'
import { DownloadStatus } from './download-status.tsx'
import { Popup } from './popup.tsx'

export interface DownloadChoice {
  label: string
  /** What it is good for. */
  hint?: string
  /** Of the API; asked with the session's token. */
  url: string
  icon?: TablerIcon
}

interface Props {
  label: string
  choices: readonly DownloadChoice[]
  /** Why nothing can be downloaded now. */
  disabledReason?: string | null | false
}

/** Downloads one of several documents, or the only one, and shows how far it is. */
export function DownloadButton({ label, choices, disabledReason }: Props) {
  const download = useDownload()
  const [only] = choices
  const single = choices.length === 1 ? only : undefined
  return (
    <>
      {single || disabledReason ? (
        <Button
          icon={IconDownload}
          loading={download.state.step === 'running'}
          disabledReason={disabledReason}
          onClick={() => single && download.start(single.url)}
        >
          {label}
        </Button>
      ) : (
        <Popup
          label={
            <>
              <IconDownload size={17} aria-hidden />
              {label}
            </>
          }
          title={label}
        >
          <Choices choices={choices} onChoose={download.start} />
        </Popup>
      )}
      <DownloadStatus {...download} />
    </>
  )
}

function Choices(props: Pick<Props, 'choices'> & { onChoose: (url: string) => void }) {
  const { choices, onChoose } = props
  return (
    <ul className={classes.choices}>
      {choices.map(({ label, hint, url, icon: Icon = IconDownload }) => (
        <li key={url}>
          <button
            type="button"
            onClick={(event) => {
              event.currentTarget.closest<HTMLElement>('[popover]')?.hidePopover()
              onChoose(url)
            }}
          >
            <Icon size={20} aria-hidden />
            <span>
              {label}
              {hint && <small>{hint}</small>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
