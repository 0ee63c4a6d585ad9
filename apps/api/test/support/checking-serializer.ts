import { isDeepStrictEqual } from 'node:util'
import type { FastifySerializerCompiler } from 'fastify'
import { createSerializerCompiler } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { compiledSerializer } from '../../src/http/serializer.ts'

const strictSerializer = createSerializerCompiler()

/**
 * Writes each answer twice: checked against its schema, and as the running product writes it. One
 * that is not what its schema says fails, and one that the two write differently.
 */
export const checkingSerializer: FastifySerializerCompiler<z.ZodType> = (route) => {
  const strict = strictSerializer(route)
  const compiled = compiledSerializer(route)
  return (answer) => {
    const [checked, served] = [strict(answer), compiled(answer)]
    if (checked === served || isDeepStrictEqual(JSON.parse(checked), JSON.parse(served))) {
      return served
    }
    throw new Error(`Written as ${served}, which should be ${checked}`)
  }
}
