type Json = Record<string, unknown>

/** Drops the components nothing refers to: each schema is offered both as input and as output. */
export function pruneComponents<T>(document: T): T {
  const whole = document as Json
  const components = whole.components as Json | undefined
  const schemas = (components?.schemas ?? {}) as Json
  const kept = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const one of value) visit(one)
      return
    }
    if (typeof value !== 'object' || value === null) return
    for (const [key, child] of Object.entries(value)) {
      const name = key === '$ref' && typeof child === 'string' ? child.split('/').pop() : undefined
      if (name && name in schemas && !kept.has(name)) {
        kept.add(name)
        visit(schemas[name])
      }
      visit(child)
    }
  }
  visit(whole.paths)
  kept.add('Problem')
  const names = Object.keys(schemas)
    .filter((name) => kept.has(name))
    .sort()
  return {
    ...whole,
    components: {
      ...components,
      schemas: Object.fromEntries(names.map((name) => [name, schemas[name]])),
    },
  } as T
}
