import type { ProblemName, Problem as ProblemSchema } from '@dunghan/contract'
import { RuleViolation } from '@dunghan/domain'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import type { Language } from '../context.ts'
import { isPassing } from '../db/errors.ts'
import { FileMissing, FileStoreDown } from '../files/file-store.ts'
import { Refusal } from '../refusal.ts'
import { invalidFields, unreadableBody } from './invalid-fields.ts'
import { languageOf } from './language.ts'
import { problemStatus } from './problem-status.ts'
import { problemTexts } from './problem-texts.ts'
import { refusalTexts } from './refusal-texts.ts'

type Problem = z.infer<typeof ProblemSchema>
type Params = Record<string, string | number>

interface Finding {
  name: ProblemName
  params?: Params
  errors?: { pointer: string; detail: string }[]
  retryAfter?: number
}

/** The one error handler: whatever was thrown becomes a problem document (RFC 9457). */
export function answerProblem(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const language = languageOf(request)
  const finding = find(error, request, language)
  const status = problemStatus[finding.name]
  request.problem = finding.name
  if (status >= 500) request.log.error({ err: error }, finding.name)
  if (finding.retryAfter !== undefined) reply.header('Retry-After', Math.ceil(finding.retryAfter))
  if (finding.name === 'unauthenticated') reply.header('WWW-Authenticate', 'Bearer')
  const text = problemTexts[finding.name][language]
  const problem: Problem = {
    type: `/problems/${finding.name}`,
    title: text.title,
    status,
    detail: fill(text.detail, finding.params),
    instance: request.url.split('?')[0] ?? request.url,
    requestId: request.id,
    ...(finding.errors?.length ? { errors: finding.errors } : {}),
  }
  return reply
    .code(status)
    .header('Cache-Control', 'no-store')
    .header('Content-Language', language)
    .type('application/problem+json; charset=utf-8')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)
}

function find(error: unknown, request: FastifyRequest, language: Language): Finding {
  if (error instanceof RuleViolation) return ruleFinding(error, language)
  if (error instanceof Refusal) return refusalFinding(error, language)
  if (error instanceof FileMissing) return { name: 'not-found' }
  if (isPassing(error) || error instanceof FileStoreDown) {
    return { name: 'not-ready', retryAfter: 5 }
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    return { name: 'invalid-request', errors: invalidFields(error.validation, language) }
  }
  return frameworkFinding(error, request, language)
}

function ruleFinding(error: RuleViolation, language: Language): Finding {
  const errors = error.breaches
    .filter((breach) => breach.pointer !== '')
    .map(({ code, pointer, params = {} }) => {
      const { detail, reasons = {} } = problemTexts[code][language]
      return { pointer, detail: fill(reasons[params.reason ?? ''] ?? detail, params) }
    })
  return { name: error.code, params: error.breaches[0]?.params, errors }
}

function refusalFinding(error: Refusal, language: Language): Finding {
  const text = error.reason
    ? refusalTexts[error.reason][language]
    : problemTexts[error.problem][language].detail
  const detail = fill(text, error.params)
  return {
    name: error.problem,
    params: error.params,
    errors: [
      ...(error.pointer === undefined ? [] : [{ pointer: error.pointer, detail }]),
      ...error.errors.map(({ pointer, reason, params }) => ({
        pointer,
        detail: fill(refusalTexts[reason][language], params),
      })),
    ],
    retryAfter: error.retryAfter,
  }
}

function frameworkFinding(error: unknown, request: FastifyRequest, language: Language): Finding {
  const { code, statusCode } = error as { code?: string; statusCode?: number }
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const limit = `${request.routeOptions.bodyLimit / 1024 ** 2} MiB`
    return { name: 'request-too-large', params: { limit } }
  }
  if (code === 'FST_ERR_CTP_INVALID_JSON_BODY' || error instanceof SyntaxError) {
    return { name: 'invalid-request', errors: unreadableBody(language) }
  }
  if (statusCode === 404) return { name: 'not-found' }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500)
    return { name: 'invalid-request' }
  return { name: 'internal' }
}

function fill(text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}
