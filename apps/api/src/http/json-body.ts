import { errorCodes, type FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/**
 * Reads JSON bodies. Bytes that are no UTF-8 are refused: put into words with signs in place of
 * what could not be read, they would be kept like that. An empty body is none, whatever type it
 * says it has, as the habit of some clients is for a `POST` without content.
 */
export const jsonBody = fp(async (app: FastifyInstance) => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser<Buffer>(
    'application/json',
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      if (bytes.length === 0) return done(null, undefined)
      const text = decoded(bytes)
      if (text === null) return done(new errorCodes.FST_ERR_CTP_INVALID_JSON_BODY())
      void parse(request, text, done)
    },
  )
})

function decoded(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes)
  } catch {
    return null
  }
}
