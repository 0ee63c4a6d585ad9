import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import {
  createJsonSchemaTransform,
  createJsonSchemaTransformObject,
} from 'fastify-type-provider-zod'
import { headersOf } from './openapi-headers.ts'
import { pruneComponents } from './openapi-prune.ts'

const description = `Theo dõi, tổng hợp kết quả thực hiện nhiệm vụ do Ủy ban nhân dân Tỉnh giao.

Civil dates (\`…On\`) are days in Việt Nam; instants (\`…At\`) are RFC 3339 in UTC. Errors are RFC 9457
problems whose \`type\` is the only machine name. \`/api/public/v1\` needs no key and answers any origin.`

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const isSignedIn = (url: string) => url.startsWith('/api/v1/') && !url.startsWith('/api/v1/session')

const toJsonSchema = createJsonSchemaTransform({})
const addComponents = createJsonSchemaTransformObject({})

/** The OpenAPI 3.1 document, written from the routes' own schemas, and its page. */
export const openapi = fp(async (app: FastifyInstance, { publicUrl }: { publicUrl: string }) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Đúng Hạn', version: '1.0.0', description },
      servers: [{ url: publicUrl }],
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      },
    },
    transform: (document) => {
      const { schema, url } = toJsonSchema(document)
      const response = (schema as { response?: object }).response
      if (response) Object.assign(response, { default: problem('A problem (RFC 9457)') })
      if (response && isSignedIn(url)) {
        const method = String(document.route.method)
        const { headers, refusals } = headersOf(method, document.schema?.operationId)
        Object.assign(schema as object, { security: [{ bearer: [] }], ...(headers && { headers }) })
        for (const [status, said] of Object.entries(refusals)) {
          Object.assign(response, { [status]: problem(said) })
        }
      }
      return { schema, url }
    },
    transformObject: (document) => pruneComponents(addComponents(document)),
  })
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: false,
    uiConfig: { docExpansion: 'list', tryItOutEnabled: true },
  })
  app.get('/api/openapi.json', { schema: { hide: true, operationId: 'getOpenApi' } }, async () =>
    app.swagger(),
  )
})
