import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient } from '../../api/query-client.ts'
import { paths } from '../../lib/paths.ts'
import { now } from '../../lib/use-now.ts'
import { useSearchState } from '../../lib/use-search-state.ts'
import { m } from '../../paraglide/messages.js'
import { Facts } from '../../ui/facts.tsx'
import { LinkTabs } from '../../ui/link-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CallExample } from './call-example.tsx'
import { DataForms } from './data-forms.tsx'
import classes from './developers.module.css'
import { EmbedBuilder } from './embed-builder.tsx'
import { exampleCalls } from './example-calls.ts'
import { publicUnits } from './queries.ts'

export async function loader() {
  await queryClient.ensureQueryData(publicUnits)
  return null
}

/** What programs can read, with calls that work, and what holds for all of them. */
export function Component() {
  const { data: units } = useSuspenseQuery(publicUnits)
  const { params } = useSearchState()
  const language = params.get('vi-du') === 'js' ? 'js' : 'curl'
  const [unit] = units.items
  const { origin } = location
  // As of the visit: an address that moved while it is read could not be compared.
  const [visited] = useState(now)
  return (
    <div className={classes.page}>
      <PageHeader
        title={m.developers_title()}
        lead={m.developers_lead()}
        crumbs={[{ title: m.developers_crumb(), href: paths.home() }]}
      />
      <section className={classes.section} aria-labelledby="goi">
        <h2 id="goi">{m.developers_calls()}</h2>
        <p>{m.developers_calls_lead()}</p>
        <LinkTabs
          label={m.developers_language()}
          value={language}
          tabs={[
            { value: 'curl', label: 'curl', href: paths.publicDevelopers() },
            { value: 'js', label: 'JavaScript', href: paths.publicDevelopers({ 'vi-du': 'js' }) },
          ]}
        />
        {exampleCalls(origin, visited, unit?.code).map((call) => (
          <CallExample key={call.name} call={call} language={language} />
        ))}
      </section>
      <section className={classes.section} aria-labelledby="dang">
        <h2 id="dang">{m.developers_forms()}</h2>
        <p>{m.developers_forms_lead()}</p>
        <DataForms origin={origin} unit={unit?.code} />
      </section>
      <section className={classes.section} aria-labelledby="nhung">
        <h2 id="nhung">{m.developers_embed()}</h2>
        <p>{m.developers_embed_lead()}</p>
        <EmbedBuilder origin={origin} units={units.items} />
      </section>
      <Panel title={m.developers_rules()}>
        <Facts
          stacked
          entries={[
            [m.developers_rule_cache(), m.developers_rule_cache_text()],
            [m.developers_rule_rate(), m.developers_rule_rate_text()],
            [m.developers_rule_errors(), m.developers_rule_errors_text()],
            [m.developers_rule_language(), m.developers_rule_language_text()],
            [m.developers_rule_changes(), m.developers_rule_changes_text()],
          ]}
        />
      </Panel>
      <div id="dieu-khoan">
        <Panel title={m.developers_terms()}>
          <p>{m.developers_terms_text()}</p>
        </Panel>
      </div>
    </div>
  )
}
