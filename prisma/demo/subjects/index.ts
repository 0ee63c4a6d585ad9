import { building } from './building.ts'
import { governing } from './governing.ts'
import { rural } from './rural.ts'
import { society } from './society.ts'

export const demoSubjects = [...building, ...rural, ...society, ...governing]

/** Made-up works, for `{dự án}`. */
export const demoProjects = [
  'Đường tỉnh ĐT.857 nối dài',
  'Cầu Tân Thạnh 2',
  'Nâng cấp đường ĐT.864',
  'Kè chống sạt lở sông Tiền giai đoạn 2',
  'Khu tái định cư Long Thuận',
  'Bệnh viện Đa khoa khu vực phía Đông',
  'Trường THPT chuyên mới',
  'Cụm công nghiệp Tân Lập 1',
  'Hồ chứa nước ngọt Gò Công',
  'Tuyến tránh Quốc lộ 30',
  'Khu công nghiệp Sông Hậu 2',
  'Hệ thống thủy lợi Bảo Định',
  'Trung tâm Văn hóa tỉnh',
  'Đường ven biển qua Tân Phú Đông',
  'Nhà máy xử lý rác Tân Lập',
  'Cảng cạn Thường Phước',
  'Nâng cấp đô thị Cao Lãnh',
  'Khu nhà ở xã hội Mỹ Trà',
]

/** For `{đợt}`: by the months in which they come. */
export const demoOccasions: Record<number, string> = {
  1: 'Tết Nguyên đán',
  2: 'Tết Nguyên đán',
  3: 'Đông Xuân',
  4: 'lễ 30/4 và 01/5',
  5: 'Hè Thu',
  6: 'Kỳ thi tốt nghiệp',
  7: 'Ngày Thương binh - Liệt sĩ 27/7',
  8: 'Quốc khánh 02/9',
  9: 'Tết Trung thu',
  10: 'Thu Đông',
  11: 'cuối năm',
  12: 'Tết Dương lịch',
}
