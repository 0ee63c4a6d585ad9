import type { components } from '@dunghan/api-client'

type Schemas = components['schemas']

/** A shape of the API by the name it has in its document. */
export type Schema<Name extends keyof Schemas> = Schemas[Name]

export type SignedInAccount = Schemas['SignedInAccount']
