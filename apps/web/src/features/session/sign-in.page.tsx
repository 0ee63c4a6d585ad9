import { redirect, useNavigate, useSearchParams } from 'react-router-dom'
import { currentAccount } from '../../api/session.ts'
import { paths, safeNext } from '../../lib/paths.ts'
import { m } from '../../paraglide/messages.js'
import { MantineLayer } from '../../ui/mantine-layer.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { CredentialsForm } from './credentials-form.tsx'
import classes from './session.module.css'

/** Whoever is signed in already goes straight on. */
export async function loader({ request }: { request: Request }) {
  const account = await currentAccount().catch(() => null)
  if (account) throw redirect(safeNext(new URL(request.url).searchParams.get('tiep')))
  return null
}

export function Component() {
  const navigate = useNavigate()
  const [params] = useSearchParams()
  return (
    <MantineLayer>
      <div className={classes.sheet}>
        <PageHeader title={m.session_sign_in_title()} lead={m.session_sign_in_lead()} />
        <CredentialsForm
          onSignedIn={(account) =>
            navigate(
              account.mustChangePassword ? paths.changePassword() : safeNext(params.get('tiep')),
              { replace: true },
            )
          }
        >
          <a href={paths.home()}>{m.session_public_instead()}</a>
        </CredentialsForm>
        <p className={classes.note}>{m.session_forgotten()}</p>
      </div>
    </MantineLayer>
  )
}
