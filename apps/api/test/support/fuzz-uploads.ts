import fc from 'fast-check'

/* Forms with files as no browser would send them. */

interface Part {
  disposition: string
  type: string | null
  content: Buffer
}

const names = fc.constantFrom(
  ...['van-ban.pdf', 'báo cáo.docx', '', '../../etc/passwd', '..\\..\\x.exe', 'a"; x="', '%0d%0a'],
  ...[
    'con.pdf',
    '\u202egpj.exe',
    'a\u0000b.pdf',
    '.',
    '..',
    '/',
    `${'x'.repeat(5000)}.pdf`,
    '😀.png',
  ],
)
const fields = fc.oneof(
  { weight: 8, arbitrary: fc.constant('file') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', 'File', '__proto__', 'constructor', 'x'.repeat(300)),
  },
)

/** A whole file, or one cut short, or with bytes of it turned over, or with something else behind. */
const contentOf = (contents: Buffer[]) => {
  const whole = fc.constantFrom(...contents)
  const noise = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes))
  return fc.oneof(
    { weight: 4, arbitrary: whole },
    {
      weight: 1,
      arbitrary: fc.tuple(whole, fc.nat(3000)).map(([file, at]) => file.subarray(0, at)),
    },
    { weight: 1, arbitrary: fc.tuple(whole, noise).map((both) => Buffer.concat(both)) },
    { weight: 1, arbitrary: fc.tuple(noise, whole).map((both) => Buffer.concat(both)) },
    { weight: 2, arbitrary: fc.tuple(whole, fc.array(fc.nat(), { maxLength: 8 })).map(turnedOver) },
    { weight: 1, arbitrary: noise },
  )
}

function turnedOver([file, places]: [Buffer, number[]]): Buffer {
  const copy = Buffer.from(file)
  for (const place of places) copy[place % copy.length] = (place >> 8) & 0xff
  return copy
}

const partOf = (contents: Buffer[]): fc.Arbitrary<Part> =>
  fc.record({
    disposition: fc.oneof(
      {
        weight: 8,
        arbitrary: fc
          .tuple(fields, names)
          .map(([field, name]) => `form-data; name="${field}"; filename="${name}"`),
      },
      { weight: 1, arbitrary: fields.map((field) => `form-data; name="${field}"`) },
      {
        weight: 1,
        arbitrary: fc.constantFrom('', 'form-data', 'attachment; name=file', ';;;', '"'),
      },
    ),
    type: fc.constantFrom('application/pdf', 'text/html', 'image/svg+xml', '', 'x', null),
    content: contentOf(contents),
  })

/** A multipart body with its media type: mostly one part, now and then none, many, or a broken form. */
export function hostileUpload(contents: Buffer[]) {
  const one = partOf(contents)
  const parts = fc.oneof(
    { weight: 10, arbitrary: one.map((part) => [part]) },
    { weight: 2, arbitrary: fc.array(one, { maxLength: 5 }) },
  )
  const boundaries = fc.constantFrom('x', 'x', 'x', '----a', '"q"', '', 'b'.repeat(80))
  const cuts = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 60 }))
  return fc.tuple(parts, boundaries, cuts).map(([all, boundary, cut]) => {
    const body = Buffer.concat([
      ...all.map((part) => written(part, boundary)),
      Buffer.from(`--${boundary}--\r\n`),
    ])
    return {
      type: `multipart/form-data; boundary=${boundary}` as string | undefined,
      payload: body.subarray(0, body.length - cut) as string | Buffer | undefined,
    }
  })
}

/** A form with one whole file. */
export function formWith(content: Buffer) {
  const disposition = 'form-data; name="file"; filename="van-ban.pdf"'
  const part = written({ disposition, type: null, content }, 'x')
  return {
    type: 'multipart/form-data; boundary=x',
    payload: Buffer.concat([part, Buffer.from('--x--\r\n')]),
  }
}

function written({ disposition, type, content }: Part, boundary: string): Buffer {
  const kind = type === null ? '' : `Content-Type: ${type}\r\n`
  const head = `--${boundary}\r\nContent-Disposition: ${disposition}\r\n${kind}\r\n`
  return Buffer.concat([Buffer.from(head), content, Buffer.from('\r\n')])
}
