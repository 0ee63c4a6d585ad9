import type { Deps } from '../deps.ts'

/** So many of the newest are still unread, unless they are older than this many days. */
const unread = 4
const longestUnread = 21

/**
 * What the accounts of the story have read by its present: all but the last few things they were
 * told, each some hours after. What was read is not mailed any more.
 */
export async function readBells({ database }: Pick<Deps, 'database'>, until: Date): Promise<void> {
  const earliest = new Date(until.getTime() - longestUnread * 24 * 60 * 60 * 1000)
  await database.prisma.$executeRaw`
    UPDATE notification SET by_mail = false,
           read_at = LEAST(at + INTERVAL '3 hours', ${until}::timestamptz)
      FROM (SELECT id, row_number() OVER (PARTITION BY account_id ORDER BY sequence DESC) AS place
              FROM notification) AS told
     WHERE told.id = notification.id
       AND (told.place > ${unread}::int OR notification.at < ${earliest}::timestamptz)`
}
