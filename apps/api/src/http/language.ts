import type { FastifyRequest } from 'fastify'
import type { Language } from '../context.ts'

/** The language of `Accept-Language` (RFC 9110, 12.5.4) the product speaks; Vietnamese unless English is preferred. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = (request.headers['accept-language'] ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return { tag: tag.split('-')[0], quality: quality ? Number(quality.trim().slice(2)) : 1 }
    })
    .filter(({ tag, quality }) => (tag === 'vi' || tag === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)
  return wanted[0]?.tag === 'en' ? 'en' : 'vi'
}
