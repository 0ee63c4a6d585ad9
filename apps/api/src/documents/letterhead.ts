import type { Letterhead } from './paper.ts'

/** The office the regulation is of. A report keeps the one it was drawn up under. */
export const letterhead: Letterhead = {
  parentBody: 'UBND TỈNH ĐỒNG THÁP',
  issuingBody: 'VĂN PHÒNG',
  issuer: 'Văn phòng Ủy ban nhân dân Tỉnh',
  symbol: 'BC-VPUBND',
  place: 'Đồng Tháp',
  signer: 'CHÁNH VĂN PHÒNG',
  receivers: [
    'Chủ tịch, các Phó Chủ tịch UBND Tỉnh (b/c)',
    'Chánh, các Phó Chánh Văn phòng UBND Tỉnh',
    'Các sở, ban, ngành Tỉnh',
    'UBND các xã, phường',
    'Cổng Thông tin điện tử Tỉnh',
    'Lưu: VT, HC-TC',
  ],
}
