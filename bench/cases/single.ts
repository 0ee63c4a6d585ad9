import { withClient } from '../data/database.ts'
import { inTurns } from '../measure.ts'
import { atLeast, lineOf, paceText } from '../table.ts'
import type { Case } from './case.ts'

export const wholeLife: Case = {
  name: 'life',
  async run({ product, reference, databaseUrl, seconds, rows }) {
    const ids = await withClient(databaseUrl, async (client) => {
      const { rows: found } = await client.query<{ id: string }>(
        `SELECT assignment_id AS id FROM assignment_period TABLESAMPLE BERNOULLI (50)
          WHERE valid_to IS NULL AND role = 'lead' AND state = 'completed' AND visibility = 'public'
          LIMIT 500`,
      )
      return found.map(({ id }) => id)
    })
    const [ours, bare] = await inTurns(
      [
        {
          address: (await product('everything read')).address,
          paths: ids.map((id) => `/api/public/v1/assignments/${id}`),
          holds: (body) => JSON.parse(body).history.length > 3,
        },
        {
          address: (await reference()).address,
          paths: ids.map((id) => `/life?id=${id}`),
          holds: (body) => JSON.parse(body).items[0].history.length > 3,
        },
      ],
      { seconds, connections: 50 },
    )
    if (!ours || !bare) throw new Error('Both were asked.')
    return [
      lineOf(
        'one assignment with its whole life',
        {
          ours: paceText(ours),
          reference: paceText(bare),
          value: ours.throughput / bare.throughput,
        },
        atLeast(0.6),
        rows,
      ),
    ]
  },
}
