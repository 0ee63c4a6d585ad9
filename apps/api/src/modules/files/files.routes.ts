import { File, FileBytes, IdParam, UploadFileBody } from '@dunghan/contract'
import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { contextOf, idempotencyOf } from '../../http/request-context.ts'
import { filesService } from './files.service.ts'
import { receiveSingleFile } from './single-file.http.ts'
import { streamContent } from './stream-content.http.ts'

const tags = ['files']

/** Files on their way in and out. */
export const fileRoutes: FastifyPluginAsyncZod<Deps> = async (app, deps) => {
  const files = filesService(deps)
  await app.register(multipart, { throwFileSizeLimit: false })

  app.post(
    '/files',
    {
      // The form is read as it streams in; its shape stands here for the document alone.
      validatorCompiler: () => (value) => ({ value }),
      schema: {
        operationId: 'uploadFile',
        tags,
        consumes: ['multipart/form-data'],
        body: UploadFileBody,
        response: { 201: File },
      },
    },
    async (request, reply) => {
      const ctx = contextOf(request, deps.clock)
      const limit = await files.uploadLimit(ctx)
      const upload = await receiveSingleFile(request, limit * 1024 * 1024, {
        receive: (stream) => files.receive(stream, limit),
        discard: files.discard,
      })
      const { name, sha256 } = upload
      const idempotency = idempotencyOf(request, { name, sha256 })
      return reply.code(201).send(await files.keep({ ...ctx, idempotency }, upload))
    },
  )

  app.get(
    '/files/:id',
    { schema: { operationId: 'getFile', tags, params: IdParam, response: { 200: File } } },
    (request) => files.get(contextOf(request, deps.clock), request.params.id),
  )

  app.get(
    '/files/:id/content',
    {
      schema: {
        operationId: 'getFileContent',
        tags,
        params: IdParam,
        produces: ['application/octet-stream'],
        response: { 200: FileBytes },
      },
    },
    async (request, reply) => {
      const file = await files.find(contextOf(request, deps.clock), request.params.id)
      reply.header('Cache-Control', 'private, no-cache')
      return streamContent(request, reply, file, deps.files)
    },
  )
}
