import type { Language } from '../context.ts'
import type { RefusalReason } from '../refusal.ts'

/** What exactly is wrong with one field, and what to do about it. */
export const refusalTexts: Record<RefusalReason, Record<Language, string>> = {
  'unit-role-alone': {
    vi: 'Tài khoản đơn vị chỉ có vai trò “đơn vị”; tài khoản Văn phòng không có vai trò này.',
    en: 'The account of a unit has the role “unit” alone; an office account never has it.',
  },
  'unit-role-needs-unit': {
    vi: 'Chọn đơn vị mà tài khoản này thuộc về.',
    en: 'Choose the unit this account belongs to.',
  },
  'office-role-without-unit': {
    vi: 'Tài khoản Văn phòng không thuộc đơn vị nào.',
    en: 'An office account belongs to no unit.',
  },
  'not-oneself': {
    vi: 'Không tự khóa được tài khoản của chính mình. Hãy nhờ một quản trị khác.',
    en: 'You cannot disable your own account. Ask another administrator.',
  },
  'last-admin': {
    vi: 'Đây là tài khoản quản trị cuối cùng còn hoạt động. Hãy giao vai trò này cho người khác trước.',
    en: 'This is the last active administrator. Give another account that role first.',
  },
  'unknown-id': {
    vi: 'Mã này không tồn tại. Hãy tải lại danh sách và chọn lại.',
    en: 'There is no such id. Reload the list and choose again.',
  },
  'file-missing': {
    vi: 'Gửi đúng một tệp trong trường “file”.',
    en: 'Send exactly one file in the field “file”.',
  },
  'one-file-only': {
    vi: 'Mỗi lần chỉ gửi một tệp.',
    en: 'Send one file at a time.',
  },
  'unexpected-field': {
    vi: 'Trường này không dùng đến; chỉ gửi tệp trong trường “file”.',
    en: 'This field is not known; send the file alone, in the field “file”.',
  },
  'file-empty': {
    vi: 'Tệp không có nội dung. Hãy kiểm tra và chọn lại tệp.',
    en: 'The file is empty. Check it and choose it again.',
  },
  'upload-interrupted': {
    vi: 'Tệp gửi lên bị đứt giữa chừng. Hãy gửi lại.',
    en: 'The upload broke off. Send the file again.',
  },
  'not-multipart': {
    vi: 'Gửi tệp dưới dạng multipart/form-data.',
    en: 'Send the file as multipart/form-data.',
  },
}
