import { list } from './list.ts'

/** The units of the made-up province. Codes are what the product tells units apart by. */
export interface DemoUnit {
  code: string
  name: string
  shortName: string
  /** How its own documents are marked: `SXD` in `215/BC-SXD`. */
  mark: string
  type: 'department' | 'agency' | 'central_agency' | 'district' | 'commune' | 'ward'
  validFrom?: string
  /** Its code: who took over when it ended. */
  successor?: string
}

type Row = readonly [code: string, name: string, shortName: string, mark: string]

const departments: readonly Row[] = [
  ['so-noi-vu', 'Sở Nội vụ', 'Sở Nội vụ', 'SNV'],
  ['so-tu-phap', 'Sở Tư pháp', 'Sở Tư pháp', 'STP'],
  ['so-tai-chinh', 'Sở Tài chính', 'Sở Tài chính', 'STC'],
  ['so-cong-thuong', 'Sở Công Thương', 'Sở Công Thương', 'SCT'],
  ['so-nong-nghiep-moi-truong', 'Sở Nông nghiệp và Môi trường', 'Sở NN&MT', 'SNNMT'],
  ['so-xay-dung', 'Sở Xây dựng', 'Sở Xây dựng', 'SXD'],
  ['so-khoa-hoc-cong-nghe', 'Sở Khoa học và Công nghệ', 'Sở KH&CN', 'SKHCN'],
  ['so-van-hoa-the-thao-du-lich', 'Sở Văn hóa, Thể thao và Du lịch', 'Sở VHTT&DL', 'SVHTTDL'],
  ['so-giao-duc-dao-tao', 'Sở Giáo dục và Đào tạo', 'Sở GD&ĐT', 'SGDĐT'],
  ['so-y-te', 'Sở Y tế', 'Sở Y tế', 'SYT'],
  ['thanh-tra-tinh', 'Thanh tra tỉnh', 'Thanh tra tỉnh', 'TTT'],
  ['van-phong-ubnd', 'Văn phòng Ủy ban nhân dân tỉnh', 'Văn phòng UBND', 'VPUBND'],
]

const agencies: readonly Row[] = [
  ['so-ngoai-vu', 'Sở Ngoại vụ', 'Sở Ngoại vụ', 'SNgV'],
  ['bql-khu-kinh-te', 'Ban Quản lý Khu kinh tế', 'BQL Khu kinh tế', 'BQLKKT'],
  [
    'bqlda-giao-thong',
    'Ban Quản lý dự án đầu tư xây dựng công trình giao thông',
    'BQLDA Giao thông',
    'BQLGT',
  ],
  [
    'bqlda-dan-dung',
    'Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp',
    'BQLDA Dân dụng',
    'BQLDD',
  ],
  [
    'bqlda-nong-nghiep',
    'Ban Quản lý dự án đầu tư xây dựng công trình nông nghiệp',
    'BQLDA Nông nghiệp',
    'BQLNN',
  ],
  ['quy-dau-tu-phat-trien', 'Quỹ Đầu tư phát triển', 'Quỹ ĐTPT', 'QĐTPT'],
  [
    'trung-tam-xuc-tien-dau-tu',
    'Trung tâm Xúc tiến Thương mại, Du lịch và Đầu tư',
    'TT Xúc tiến',
    'TTXT',
  ],
]

const centralAgencies: readonly Row[] = [
  ['cong-an-tinh', 'Công an tỉnh', 'Công an tỉnh', 'CAT'],
  ['thue-tinh', 'Thuế tỉnh', 'Thuế tỉnh', 'TT'],
  ['bao-hiem-xa-hoi', 'Bảo hiểm xã hội', 'BHXH', 'BHXH'],
  ['ngan-hang-nha-nuoc', 'Ngân hàng Nhà nước khu vực', 'NHNN khu vực', 'NHNN'],
]

const wards = list(`
  Mỹ Tho, Đạo Thạnh, Mỹ Phong, Thới Sơn, Trung An, Gò Công, Long Thuận, Bình Xuân, Sơn Qui,
  An Bình, Hồng Ngự, Thường Lạc, Cao Lãnh, Mỹ Ngãi, Mỹ Trà, Sa Đéc, Mỹ Phước Tây, Thanh Hòa,
  Cai Lậy, Nhị Quý`)

const communes = list(`
  Tân Hồng, Tân Thành, Tân Hộ Cơ, An Phước, Thường Phước, Long Khánh, Long Phú Thuận, An Hòa,
  Tam Nông, Phú Thọ, Tràm Chim, Phú Cường, An Long, Thanh Bình, Tân Thạnh, Bình Thành, Tân Long,
  Tháp Mười, Thanh Mỹ, Mỹ Quí, Đốc Binh Kiều, Trường Xuân, Phương Thịnh, Phong Mỹ, Ba Sao, Mỹ Thọ,
  Bình Hàng Trung, Mỹ Hiệp, Mỹ An Hưng, Tân Khánh Trung, Lấp Vò, Lai Vung, Hòa Long, Phong Hòa,
  Tân Dương, Phú Hựu, Tân Nhuận Đông, Tân Phú Trung, Tân Phú, Thanh Hưng, An Hữu, Mỹ Lợi,
  Mỹ Đức Tây, Mỹ Thiện, Hậu Mỹ, Hội Cư, Cái Bè, Bình Phú, Hiệp Đức, Ngũ Hiệp, Long Tiên, Mỹ Thành,
  Thạnh Phú, Tân Phước 1, Tân Phước 2, Tân Phước 3, Hưng Thạnh, Tân Hương, Châu Thành, Long Hưng,
  Long Định, Vĩnh Kim, Kim Sơn, Bình Trưng, Mỹ Tịnh An, Lương Hòa Lạc, Tân Thuận Bình, Chợ Gạo,
  An Thạnh Thủy, Bình Ninh, Vĩnh Bình, Đồng Sơn, Phú Thành, Long Bình, Vĩnh Hựu, Gò Công Đông,
  Tân Điền, Tân Hòa, Tân Đông, Gia Thuận, Tân Thới, Tân Phú Đông`)

/** The district level, which ended when its communes were joined anew. */
const districts = list(`
  Thành phố Cao Lãnh, Thành phố Sa Đéc, Thành phố Hồng Ngự, Huyện Tân Hồng, Huyện Hồng Ngự,
  Huyện Tam Nông, Huyện Thanh Bình, Huyện Cao Lãnh, Huyện Tháp Mười, Huyện Châu Thành,
  Huyện Lai Vung, Huyện Lấp Vò`)

/** The first day of the two-level organisation: no districts any more, communes answer themselves. */
export const reorganizedOn = '2025-07-01'
export const lastDayOfDistricts = '2025-06-30'

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/\s+/g, '-')

const of =
  (type: DemoUnit['type']) =>
  ([code, name, shortName, mark]: Row): DemoUnit => ({
    code,
    name,
    shortName,
    mark,
    type,
  })

const taken = new Set<string>()

/** Tân Thành and Tân Thạnh are two communes and would be one code. */
function codeOf(kind: string, name: string): string {
  const code = `${kind}-${plain(name)}`
  const free = taken.has(code) ? `${code}-2` : code
  taken.add(free)
  return free
}

const local =
  (type: 'ward' | 'commune', kind: string) =>
  (name: string): DemoUnit => ({
    code: codeOf(plain(kind), name),
    name: `Ủy ban nhân dân ${kind} ${name}`,
    shortName: `UBND ${kind} ${name}`,
    mark: 'UBND',
    type,
    validFrom: reorganizedOn,
  })

function district(title: string): DemoUnit {
  const isCity = title.startsWith('Thành phố')
  const name = title.replace(/^(Thành phố|Huyện) /, '')
  return {
    code: codeOf(isCity ? 'tp' : 'huyen', name),
    name: `Ủy ban nhân dân ${isCity ? 'thành phố' : 'huyện'} ${name}`,
    shortName: `UBND ${isCity ? 'TP' : 'huyện'} ${name}`,
    mark: 'UBND',
    type: 'district',
    successor: seats[title],
  }
}

/** The commune or ward where each district had its seat; what it had not settled went there. */
const seats: Record<string, string> = {
  'Thành phố Cao Lãnh': 'phuong-cao-lanh',
  'Thành phố Sa Đéc': 'phuong-sa-dec',
  'Thành phố Hồng Ngự': 'phuong-hong-ngu',
  'Huyện Tân Hồng': 'xa-tan-hong',
  'Huyện Hồng Ngự': 'xa-thuong-phuoc',
  'Huyện Tam Nông': 'xa-tam-nong',
  'Huyện Thanh Bình': 'xa-thanh-binh',
  'Huyện Cao Lãnh': 'xa-my-tho',
  'Huyện Tháp Mười': 'xa-thap-muoi',
  'Huyện Châu Thành': 'xa-phu-huu',
  'Huyện Lai Vung': 'xa-lai-vung',
  'Huyện Lấp Vò': 'xa-lap-vo',
}

export const demoUnits: readonly DemoUnit[] = [
  ...departments.map(of('department')),
  ...agencies.map(of('agency')),
  ...centralAgencies.map(of('central_agency')),
  ...wards.map(local('ward', 'phường')),
  ...communes.map(local('commune', 'xã')),
  ...districts.map(district),
]
