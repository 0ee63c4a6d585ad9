import type { CivilDate } from '@dunghan/domain'
import type { Language } from '../../context.ts'
import { letterhead } from '../../documents/letterhead.ts'
import { dataPaths, pagePaths } from './public-addresses.ts'

/** What of the catalogue the data tell. */
export interface CatalogFacts {
  firstIssuedOn: CivilDate | null
  changedAt: Date | null
}

interface Format {
  path: string
  mediaType: string
  /** A file as it is, or a service that is asked. */
  download?: boolean
  title: Record<Language, string>
}

interface Dataset {
  name: string
  page: string
  title: Record<Language, string>
  description: Record<Language, string>
  keywords: string[]
  formats: Format[]
}

const json = (path: string): Format => ({
  path: dataPaths.of(path),
  mediaType: 'application/json',
  title: { vi: 'JSON, từng trang', en: 'JSON, page by page' },
})

const datasets: Dataset[] = [
  {
    name: 'assignments',
    page: pagePaths.assignments,
    title: {
      vi: 'Nhiệm vụ do Ủy ban nhân dân Tỉnh giao',
      en: "Tasks assigned by the Provincial People's Committee",
    },
    description: {
      vi: 'Từng nhiệm vụ công khai: văn bản giao, đơn vị, thời hạn, tình trạng và kết quả.',
      en: 'Every public task: its order, unit, due date, status and result.',
    },
    keywords: ['nhiệm vụ', 'thời hạn', 'cải cách hành chính'],
    formats: [
      {
        path: dataPaths.of('assignments.csv'),
        mediaType: 'text/csv',
        download: true,
        title: { vi: 'CSV, toàn bộ', en: 'CSV, all of it' },
      },
      {
        path: dataPaths.of('assignments.xlsx'),
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        download: true,
        title: { vi: 'Bảng tính, toàn bộ', en: 'Workbook, all of it' },
      },
      json('assignments'),
      {
        path: dataPaths.feed,
        mediaType: 'application/atom+xml',
        title: { vi: 'Atom, mới và thay đổi', en: 'Atom, new and changed' },
      },
    ],
  },
  {
    name: 'statistics',
    page: pagePaths.statistics,
    title: { vi: 'Số liệu thực hiện nhiệm vụ', en: 'Figures on the tasks' },
    description: {
      vi: 'Số nhiệm vụ theo tình trạng, theo đơn vị, lãnh đạo, loại văn bản hoặc thời gian; hiện nay hoặc của một ngày đã qua.',
      en: 'Tasks by status, by unit, leader, kind of document or time; now or as of a past day.',
    },
    keywords: ['thống kê', 'tỷ lệ đúng hạn'],
    formats: [json('statistics')],
  },
  {
    name: 'units',
    page: pagePaths.statistics,
    title: { vi: 'Đơn vị được giao nhiệm vụ', en: 'Units that tasks are assigned to' },
    description: {
      vi: 'Mã, tên và loại của từng đơn vị. Mỗi đơn vị có bảng tin Atom và lịch đến hạn riêng.',
      en: 'Code, name and type of every unit. Each has an Atom feed and a calendar of due dates of its own.',
    },
    keywords: ['sở', 'xã', 'phường'],
    formats: [json('units')],
  },
  {
    name: 'calendar',
    page: pagePaths.calendar,
    title: { vi: 'Lịch làm việc', en: 'The working calendar' },
    description: {
      vi: 'Ngày làm việc, ngày nghỉ và ngày làm bù của một năm, là căn cứ tính hạn.',
      en: 'Working days, days off and make-up days of a year, by which due dates are counted.',
    },
    keywords: ['ngày nghỉ lễ', 'ngày làm việc'],
    formats: [
      {
        path: dataPaths.of('calendar/{year}'),
        mediaType: 'application/json',
        title: { vi: 'JSON, một năm', en: 'JSON, one year' },
      },
    ],
  },
]

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

const both = (words: Record<Language, string>) =>
  (['vi', 'en'] as const).map((language) => ({ '@language': language, '@value': words[language] }))
const iri = (address: string) => ({ '@id': address })

/** The data sets there are, in the terms of DCAT 3, as JSON-LD. */
export function catalogOf(
  publicUrl: string,
  { firstIssuedOn, changedAt }: CatalogFacts,
  year: number,
) {
  const self = publicUrl + dataPaths.catalog
  const publisher = {
    '@id': `${self}#publisher`,
    '@type': 'foaf:Organization',
    'foaf:name': { '@language': 'vi', '@value': letterhead.issuer },
    'foaf:homepage': iri(publicUrl),
  }
  const shared = {
    'dct:publisher': iri(publisher['@id']),
    'dct:license': iri(`${publicUrl}${pagePaths.developers}#dieu-khoan`),
    'dct:language': iri('http://publications.europa.eu/resource/authority/language/VIE'),
    'dct:spatial': {
      '@type': 'dct:Location',
      'http://www.w3.org/2000/01/rdf-schema#label': {
        '@language': 'vi',
        '@value': letterhead.place,
      },
    },
    ...(changedAt && {
      'dct:modified': { '@type': 'xsd:dateTime', '@value': changedAt.toISOString() },
    }),
  }
  const temporal = firstIssuedOn && {
    'dct:temporal': {
      '@type': 'dct:PeriodOfTime',
      'dcat:startDate': { '@type': 'xsd:date', '@value': firstIssuedOn },
    },
  }
  return {
    '@context': context,
    '@id': self,
    '@type': 'dcat:Catalog',
    'dct:title': both({
      vi: 'Đúng Hạn: nhiệm vụ do Ủy ban nhân dân Tỉnh giao',
      en: "Đúng Hạn: tasks assigned by the Provincial People's Committee",
    }),
    'dct:description': both({
      vi: 'Dữ liệu công khai về nhiệm vụ, thời hạn và kết quả.',
      en: 'Public data on tasks, due dates and results.',
    }),
    'foaf:homepage': iri(publicUrl),
    ...shared,
    'dct:publisher': publisher,
    'dcat:dataset': datasets.map((dataset) => ({
      '@id': `${self}#${dataset.name}`,
      '@type': 'dcat:Dataset',
      'dct:identifier': dataset.name,
      'dct:title': both(dataset.title),
      'dct:description': both(dataset.description),
      'dcat:keyword': dataset.keywords.map((word) => ({ '@language': 'vi', '@value': word })),
      'dcat:landingPage': iri(publicUrl + dataset.page),
      'dct:accrualPeriodicity': iri(
        'http://publications.europa.eu/resource/authority/frequency/UPDATE_CONT',
      ),
      ...shared,
      ...temporal,
      'dcat:distribution': dataset.formats.map((format) => distribution(dataset, format)),
    })),
  }

  function distribution({ name }: Dataset, { path, mediaType, download, title }: Format) {
    const address = publicUrl + path.replace('{year}', String(year))
    return {
      '@id': `${self}#${name}-${mediaType.replace(/\W+/g, '-')}`,
      '@type': 'dcat:Distribution',
      'dct:title': both(title),
      'dcat:accessURL': iri(address),
      ...(download && { 'dcat:downloadURL': iri(address) }),
      'dcat:mediaType': iri(`https://www.iana.org/assignments/media-types/${mediaType}`),
      'dct:license': shared['dct:license'],
      'dct:conformsTo': iri(publicUrl + dataPaths.docs),
    }
  }
}
