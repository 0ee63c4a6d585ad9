import { list } from './list.ts'

/** What made-up names are put together from; any likeness to a living person is chance. */
export const familyNames = list(`
  Nguyễn, Trần, Lê, Phạm, Huỳnh, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Trương, Phan, Đoàn, Mai,
  Cao, Châu, Thái`)

export const maleNames = list(`
  Văn Hòa, Hữu Phước, Minh Trí, Quốc Bảo, Thanh Tùng, Văn Nghĩa, Hoàng Long, Đức Thịnh,
  Trọng Nhân, Công Danh, Thành Đạt, Ngọc Sơn, Xuân Trường, Hồng Quân, Tấn Lộc, Phước Hậu,
  Chí Cường, Anh Khoa, Nhựt Minh, Thế Vinh`)

export const femaleNames = list(`
  Thị Lan, Ngọc Hân, Thị Thu Hà, Mỹ Duyên, Kim Ngân, Thị Bích Thủy, Hồng Nhung, Thị Cẩm Tú,
  Thanh Trúc, Phương Thảo, Ngọc Diễm, Thị Mỹ Linh, Thùy Trang, Kiều Oanh, Thị Tuyết Mai`)
