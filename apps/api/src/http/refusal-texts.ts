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
  'drafter-not-specialist': {
    vi: 'Người soạn thảo phải là tài khoản có vai trò chuyên viên.',
    en: 'Who drafted it must have an account with the role “specialist”.',
  },
  'no-unit': {
    vi: 'Chọn ít nhất một đơn vị.',
    en: 'Choose at least one unit.',
  },
  'unit-twice': {
    vi: 'Đơn vị này đã được chọn trong cùng nhiệm vụ, chủ trì hoặc phối hợp.',
    en: 'This unit is named twice in one task, as leading or supporting.',
  },
  'unit-not-yet': {
    vi: 'Đơn vị này chưa bắt đầu hoạt động nên chưa giao việc được.',
    en: 'This unit does not exist yet, so nothing can be given to it.',
  },
  'unit-no-longer': {
    vi: 'Đơn vị này không còn hoạt động. Hãy chọn đơn vị tiếp nhận nhiệm vụ của đơn vị đó.',
    en: 'This unit no longer exists. Choose the unit that took over its work.',
  },
  'unit-chosen-twice': {
    vi: 'Đơn vị này đã được chọn. Mỗi đơn vị chỉ chọn một lần.',
    en: 'This unit is named twice. Name each unit once.',
  },
  'unit-already-succeeded': {
    vi: 'Đơn vị này đã kết thúc và đã có đơn vị kế thừa. Nếu cần, hãy chọn đơn vị kế thừa đó.',
    en: 'This unit has ended and has a successor. Choose that successor instead, if it ends too.',
  },
  'unit-succeeds-itself': {
    vi: 'Đơn vị kế thừa không thể là một trong các đơn vị kết thúc. Hãy bỏ đơn vị này khỏi danh sách kết thúc, hoặc chọn đơn vị khác.',
    en: 'The successor cannot be one of the units that end. Leave it out of those, or choose another.',
  },
  'successor-ended': {
    vi: 'Đơn vị này đã kết thúc nên không kế thừa được. Hãy chọn đơn vị đang hoạt động.',
    en: 'This unit has ended itself. Choose one that is in being.',
  },
  'successor-not-yet': {
    vi: 'Đơn vị này chưa bắt đầu hoạt động. Hãy thực hiện từ ngày đơn vị bắt đầu hoạt động.',
    en: 'This unit is not in being yet. Do this from the day on which it begins.',
  },
  'ends-in-future': {
    vi: 'Ngày hoạt động cuối cùng phải là hôm nay hoặc đã qua; việc kế thừa có hiệu lực ngay khi thực hiện.',
    en: 'The last day must be today or past: a succession takes effect when it is made.',
  },
  'ends-before-beginning': {
    vi: 'Ngày này trước ngày bắt đầu hoạt động của một đơn vị kết thúc.',
    en: 'This is before the first day of one of the units that end.',
  },
  'successor-by-succession': {
    vi: 'Đơn vị kế thừa chỉ đặt được bằng thao tác “Sáp nhập, đổi tên, kết thúc”, để nhiệm vụ còn dở được chuyển theo.',
    en: 'A successor is named by “Merge, rename or end” alone, so that open work moves with it.',
  },
  'succeeded-has-ended': {
    vi: 'Đơn vị đã có đơn vị kế thừa nên phải có ngày hoạt động cuối cùng.',
    en: 'This unit has a successor, so it has a last day.',
  },
  'successor-has-task': {
    vi: 'Đơn vị kế thừa đã được giao chính nhiệm vụ này. Hãy mở lại hoặc theo dõi việc của đơn vị kế thừa.',
    en: 'The successor has this very task already. Reopen or follow the successor’s own assignment.',
  },
  'file-not-own': {
    vi: 'Không có tệp này trong số các tệp bạn đã tải lên. Hãy tải tệp lên lại.',
    en: 'This is not one of the files you uploaded. Upload it again.',
  },
  'file-twice': {
    vi: 'Tệp này đã được chọn. Mỗi tệp chỉ đính kèm một lần.',
    en: 'This file is named twice. Attach each file once.',
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
  'grouping-of-the-office': {
    vi: 'Số liệu theo chuyên viên chỉ dành cho Văn phòng. Hãy chọn cách nhóm khác.',
    en: 'Figures by specialist are for the office alone. Choose another grouping.',
  },
}
