import type { Field } from './subjects/subject.ts'

export interface DemoLeader {
  name: string
  position: string
  /** What of the province's work is this leader's. */
  fields: readonly Field[]
}

export const demoLeaders: readonly DemoLeader[] = [
  {
    name: 'Nguyễn Hoàng Phúc',
    position: 'Chủ tịch Ủy ban nhân dân tỉnh',
    fields: ['general', 'security', 'investment'],
  },
  {
    name: 'Trần Minh Khang',
    position: 'Phó Chủ tịch Thường trực Ủy ban nhân dân tỉnh',
    fields: ['investment', 'finance', 'administration'],
  },
  {
    name: 'Lê Quốc Thái',
    position: 'Phó Chủ tịch Ủy ban nhân dân tỉnh',
    fields: ['construction', 'land', 'traffic', 'industry'],
  },
  {
    name: 'Phạm Thị Ngọc Lan',
    position: 'Phó Chủ tịch Ủy ban nhân dân tỉnh',
    fields: ['health', 'education', 'culture', 'society'],
  },
  {
    name: 'Huỳnh Văn Thuận',
    position: 'Phó Chủ tịch Ủy ban nhân dân tỉnh',
    fields: ['agriculture', 'disaster', 'environment'],
  },
  {
    name: 'Võ Thanh Bình',
    position: 'Chánh Văn phòng Ủy ban nhân dân tỉnh',
    fields: ['general', 'digital', 'administration', 'complaints'],
  },
]

/** Who signs conclusion notices and the office's own letters for the leaders. */
export const demoOfficeSigners = ['Võ Thanh Bình', 'Đặng Hữu Lộc', 'Mai Thị Kim Yến']

export interface DemoAccount {
  username: string
  displayName: string
  role: 'specialist' | 'reviewer' | 'coordinator' | 'leader' | 'admin'
  /** For specialists and reviewers: what they deal with. */
  fields?: readonly Field[]
}

/**
 * The office's accounts. The first of each role is one of those the demo shows with a password; the
 * others have a password nobody knows, until the admin resets it.
 */
export const demoAccounts: readonly DemoAccount[] = [
  { username: 'quantri', displayName: 'Quản trị Cổng thông tin', role: 'admin' },
  {
    username: 'chuyenvien',
    displayName: 'Nguyễn Thị Thu Hà',
    role: 'specialist',
    fields: ['investment', 'finance', 'construction'],
  },
  {
    username: 'tran.van.hoa',
    displayName: 'Trần Văn Hòa',
    role: 'specialist',
    fields: ['land', 'construction'],
  },
  {
    username: 'le.thanh.tung',
    displayName: 'Lê Thanh Tùng',
    role: 'specialist',
    fields: ['traffic', 'industry'],
  },
  {
    username: 'pham.my.duyen',
    displayName: 'Phạm Mỹ Duyên',
    role: 'specialist',
    fields: ['health', 'society'],
  },
  {
    username: 'huynh.quoc.bao',
    displayName: 'Huỳnh Quốc Bảo',
    role: 'specialist',
    fields: ['education', 'culture'],
  },
  {
    username: 'vo.ngoc.han',
    displayName: 'Võ Ngọc Hân',
    role: 'specialist',
    fields: ['agriculture', 'environment'],
  },
  {
    username: 'dang.minh.tri',
    displayName: 'Đặng Minh Trí',
    role: 'specialist',
    fields: ['disaster', 'agriculture'],
  },
  {
    username: 'bui.kim.ngan',
    displayName: 'Bùi Kim Ngân',
    role: 'specialist',
    fields: ['administration', 'digital'],
  },
  {
    username: 'ngo.hong.quan',
    displayName: 'Ngô Hồng Quân',
    role: 'specialist',
    fields: ['complaints', 'security'],
  },
  {
    username: 'duong.thuy.trang',
    displayName: 'Dương Thùy Trang',
    role: 'specialist',
    fields: ['general', 'finance', 'administration'],
  },
  {
    username: 'chuyenmon',
    displayName: 'Hồ Hữu Phước',
    role: 'reviewer',
    fields: ['investment', 'finance', 'construction', 'industry', 'general'],
  },
  {
    username: 'phan.thi.lan',
    displayName: 'Phan Thị Lan',
    role: 'reviewer',
    fields: ['land', 'traffic', 'environment'],
  },
  {
    username: 'truong.duc.thinh',
    displayName: 'Trương Đức Thịnh',
    role: 'reviewer',
    fields: ['agriculture', 'disaster'],
  },
  {
    username: 'doan.phuong.thao',
    displayName: 'Đoàn Phương Thảo',
    role: 'reviewer',
    fields: ['health', 'education', 'culture', 'society'],
  },
  {
    username: 'ly.trong.nhan',
    displayName: 'Lý Trọng Nhân',
    role: 'reviewer',
    fields: ['administration', 'digital', 'complaints', 'security'],
  },
  { username: 'tonghop', displayName: 'Đỗ Thị Bích Thủy', role: 'coordinator' },
  { username: 'cao.anh.khoa', displayName: 'Cao Anh Khoa', role: 'coordinator' },
  { username: 'lanhdao', displayName: 'Võ Thanh Bình', role: 'leader' },
  { username: 'tran.minh.khang', displayName: 'Trần Minh Khang', role: 'leader' },
]

/** The unit with the most to do: its account is shown with a password; a unit's username is its code. */
export const demoUnitAccount = 'so-nong-nghiep-moi-truong'

/** One account of each role, for whoever tries the product. Known to all: never use it for real. */
export const demoPassword = 'dung-han-minh-hoa'
