import { PDFDocument } from 'pdf-lib'

/** A small PDF to upload. */
export async function pdf(
  name: string,
): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const document = await PDFDocument.create()
  document.addPage([595, 842])
  document.setTitle(name)
  const bytes = await document.save()
  return { name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(bytes) }
}

const day = 86_400_000

/** A day in Việt Nam, so many days from today, as it is typed: `dd/MM/yyyy`. */
export const typedDay = (daysFromToday: number): string => asTyped(isoDay(daysFromToday))

/** `YYYY-MM-DD` as it is typed: `dd/MM/yyyy`. */
export const asTyped = (date: string): string => date.split('-').toReversed().join('/')

/** The same as the API writes it: `YYYY-MM-DD`. */
export const isoDay = (daysFromToday: number): string =>
  new Date(Date.now() + 7 * 3_600_000 + daysFromToday * day).toISOString().slice(0, 10)
