import type { Filling } from './fill.ts'
import { idSql } from './ids.ts'
import { sqlArray, words } from './words.ts'

type Fold = (text: string) => string

/** Units, leaders and accounts, as steps with their statements. Every account has one password. */
export function people(filling: Filling, fold: Fold): [string, string][] {
  const { units, specialists, passwordHash } = filling
  const account = (kind: string, i: string, username: string, role: string, unit: string) => `
    SELECT ${idSql(kind, i)}, ${username}, ${username}, ARRAY['${role}'], ${unit}, '${passwordHash}',
           false, TIMESTAMPTZ '2023-01-01', ${username}`
  const names = (list: string) => `(${list})[1 + i % ${words.people.length}]`
  return [
    [
      'units, leaders, accounts',
      `INSERT INTO unit (id, code, name, short_name, type, search_text)
       SELECT ${idSql('unit', 'i')}, code, name, name, type, code || ' ' || folded
         FROM (SELECT i,
                 CASE WHEN i < 25 THEN 'so-' || i WHEN i % 5 = 0 THEN 'phuong-' || i ELSE 'xa-' || i END AS code,
                 CASE WHEN i < 25 THEN 'Sở chuyên ngành số ' || i
                      WHEN i % 5 = 0 THEN 'Ủy ban nhân dân phường số ' || i
                      ELSE 'Ủy ban nhân dân xã số ' || i END AS name,
                 CASE WHEN i < 25 THEN '${fold('Sở chuyên ngành số')} ' || i
                      WHEN i % 5 = 0 THEN '${fold('Ủy ban nhân dân phường số')} ' || i
                      ELSE '${fold('Ủy ban nhân dân xã số')} ' || i END AS folded,
                 CASE WHEN i < 25 THEN 'department' WHEN i % 5 = 0 THEN 'ward' ELSE 'commune' END AS type
                 FROM generate_series(0, ${units - 1}) AS i) AS made;
       INSERT INTO leader (id, name, position, search_text, sort_key)
       SELECT ${idSql('leader', 'i')}, ${names(sqlArray(words.people))},
              CASE i WHEN 0 THEN 'Chủ tịch' ELSE 'Phó Chủ tịch' END,
              ${names(sqlArray(words.people, fold))}, i::text
         FROM generate_series(0, 3) AS i;
       INSERT INTO account (id, username, display_name, roles, unit_id, password_hash,
                            must_change_password, created_at, search_text)
       ${account('account of unit', 'i', "'don-vi-' || i", 'unit', idSql('unit', 'i'))}
         FROM generate_series(0, ${units - 1}) AS i
       UNION ALL
       ${account('specialist', 'i', "'chuyen-vien-' || i", 'specialist', 'NULL::uuid')}
         FROM generate_series(0, ${specialists - 1}) AS i
       UNION ALL
       ${account('reviewer', 'i', "'xac-nhan-' || i", 'reviewer', 'NULL::uuid')}
         FROM generate_series(0, 4) AS i`,
    ],
  ]
}
