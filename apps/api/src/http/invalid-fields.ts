import { z } from 'zod'
import type { Language } from '../context.ts'

interface Issue {
  instancePath: string
  keyword: string
  message?: string
  params: object
}

interface FieldError {
  pointer: string
  detail: string
}

const locales = { vi: z.locales.vi().localeError, en: z.locales.en().localeError }

const texts = {
  date: {
    vi: 'Ngày không có thật hoặc không đúng dạng YYYY-MM-DD.',
    en: 'Not a real date of the form YYYY-MM-DD.',
  },
  missing: { vi: 'Thiếu trường này.', en: 'This field is missing.' },
  format: { vi: 'Không đúng định dạng.', en: 'Not in the right form.' },
  type: { vi: 'Giá trị không đúng kiểu.', en: 'The value is of the wrong type.' },
  approvalOnly: {
    vi: 'Chỉ nêu thời hạn mới khi chấp thuận gia hạn.',
    en: 'A new due date comes only with an approval.',
  },
  unknown: { vi: 'Trường này không có trong yêu cầu.', en: 'There is no such field.' },
  json: { vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' },
} satisfies Record<string, Record<Language, string>>

/** Which fields do not fit, each with a pointer and what is wrong in a person's words; 50 at most. */
export function invalidFields(issues: Issue[], language: Language): FieldError[] {
  return issues.flatMap((issue) => fieldErrors(issue, language)).slice(0, 50)
}

/** What is said of a body that cannot be read at all. */
export function unreadableBody(language: Language): FieldError[] {
  return [{ pointer: '', detail: texts.json[language] }]
}

function fieldErrors(
  { instancePath, keyword, message, params }: Issue,
  language: Language,
): FieldError[] {
  const pointer = instancePath === '/' ? '' : instancePath
  const { keys, input } = params as { keys?: string[]; input?: unknown }
  if (keyword === 'unrecognized_keys' && keys) {
    return keys.map((key) => ({
      pointer: `${pointer}/${escapePointer(key)}`,
      detail: texts.unknown[language],
    }))
  }
  if (message === 'civil-date') return [{ pointer, detail: texts.date[language] }]
  if (message === 'approval-only') return [{ pointer, detail: texts.approvalOnly[language] }]
  if (keyword === 'invalid_format' || keyword === 'custom') {
    return [{ pointer, detail: texts.format[language] }]
  }
  if (keyword === 'invalid_type' && input === undefined && /undefined/.test(message ?? '')) {
    return [{ pointer, detail: texts.missing[language] }]
  }
  // What came instead is not kept: the library would say that nothing came.
  if (keyword === 'invalid_type') return [{ pointer, detail: texts.type[language] }]
  const raw = { code: keyword, path: [], ...params } as unknown as Parameters<typeof locales.vi>[0]
  const said = locales[language](raw)
  const detail = (typeof said === 'string' ? said : said?.message) ?? texts.format[language]
  return [{ pointer, detail }]
}

/** RFC 6901: `~` and `/` inside a name. */
const escapePointer = (key: string) => key.replaceAll('~', '~0').replaceAll('/', '~1')
