import type { RuleCode } from '@dunghan/domain'
import type { Language } from '../context.ts'

export interface ProblemText {
  title: string
  /** `{name}` stands for a value of the refusal. */
  detail: string
  /** What is said at the field instead, where the rule says for which reason it is broken. */
  reasons?: Record<string, string>
}

/** What a broken rule says to a person: what the rule is, then what to do. */
export const ruleTexts: Record<RuleCode, Record<Language, ProblemText>> = {
  'invalid-transition': {
    vi: {
      title: 'Không thực hiện được ở tình trạng này',
      detail:
        'Nội dung này đã chuyển sang tình trạng khác. Hãy tải lại trang để xem tình trạng hiện tại.',
    },
    en: {
      title: 'Not possible in this state',
      detail: 'This has moved on to another state. Reload to see how it stands.',
    },
  },
  'report-awaiting-review': {
    vi: {
      title: 'Báo cáo trước đang chờ xác nhận',
      detail: 'Đã có một báo cáo đang chờ Văn phòng xác nhận; chỉ gửi tiếp sau khi có kết quả.',
    },
    en: {
      title: 'A report is awaiting review',
      detail: 'A report is already waiting for the office; send another after its verdict.',
    },
  },
  'already-reviewed': {
    vi: {
      title: 'Báo cáo đã được xác nhận',
      detail:
        'Đã có người xác nhận báo cáo này. Kết quả chỉ thay đổi được bằng việc mở lại nhiệm vụ.',
    },
    en: {
      title: 'Already reviewed',
      detail: 'Somebody has reviewed this report. Its verdict changes only by reopening the task.',
    },
  },
  'due-date-required': {
    vi: {
      title: 'Thiếu thời hạn',
      detail: 'Nhiệm vụ không nêu thời hạn thì không cập nhật vào phần mềm (khoản 3 Điều 3).',
    },
    en: {
      title: 'Due date required',
      detail: 'A task without a due date is not entered (Article 3.3).',
    },
  },
  'due-before-issue': {
    vi: {
      title: 'Thời hạn trước ngày ban hành',
      detail: 'Thời hạn không được trước ngày ban hành văn bản.',
    },
    en: {
      title: 'Due before issue',
      detail: 'The due date is before the day the document was issued.',
    },
  },
  'issued-in-future': {
    vi: {
      title: 'Ngày ban hành ở tương lai',
      detail: 'Văn bản chưa được ban hành thì chưa cập nhật được. Kiểm tra lại ngày, giờ ban hành.',
    },
    en: {
      title: 'Issued in the future',
      detail: 'A document not yet issued cannot be entered. Check its date and time.',
    },
  },
  'number-required': {
    vi: {
      title: 'Thiếu số, ký hiệu',
      detail: 'Văn bản phải có số và ký hiệu; riêng phiếu lấy ý kiến thì không cần.',
    },
    en: {
      title: 'Number required',
      detail: 'A document needs its number and symbol; only an opinion poll does not.',
    },
  },
  'signed-file-required': {
    vi: {
      title: 'Thiếu tệp đã ký',
      detail: 'Đính kèm tệp văn bản đã ký, đóng dấu (ký số hoặc bản quét).',
    },
    en: {
      title: 'Signed file required',
      detail: 'Attach the signed document (digitally signed or scanned).',
    },
  },
  'extension-limit-reached': {
    vi: {
      title: 'Đã hết số lần gia hạn',
      detail:
        'Mỗi nhiệm vụ được gia hạn tối đa {limit} lần; nhiệm vụ này đã được gia hạn {granted} lần.',
    },
    en: {
      title: 'No extension left',
      detail: 'A task may be extended {limit} times at most; this one has been {granted} times.',
    },
  },
  'extension-awaiting-decision': {
    vi: {
      title: 'Đề nghị gia hạn trước đang chờ quyết định',
      detail:
        'Đã có một đề nghị gia hạn đang chờ Văn phòng quyết định; chỉ gửi tiếp sau khi có kết quả.',
    },
    en: {
      title: 'A request for extension is awaiting its decision',
      detail: 'A request is already waiting for the office; send another after its decision.',
    },
  },
  'monthly-report-too-early': {
    vi: {
      title: 'Chưa đến ngày lập báo cáo tháng',
      detail:
        'Báo cáo tháng {month} được lập từ ngày {date}, ngày làm việc đầu tiên của tháng sau. Cần số liệu sớm hơn, hãy lập báo cáo đột xuất.',
    },
    en: {
      title: 'Too early for the monthly report',
      detail:
        'The report on {month} is drawn up from {date}, the first working day of the next month. For figures before that, draw up an ad hoc report.',
    },
  },
  'signature-required': {
    vi: {
      title: 'Thiếu chữ ký số hợp lệ',
      detail: 'Văn bản giao nhiệm vụ phải có chữ ký số hợp lệ.',
    },
    en: {
      title: 'Valid signature required',
      detail: 'The directive must carry a valid digital signature.',
    },
  },
  'comment-required': {
    vi: {
      title: 'Thiếu nhận xét',
      detail:
        'Khi xác nhận không đạt hoặc không chấp thuận gia hạn phải nêu nhận xét để đơn vị biết.',
    },
    en: {
      title: 'Comment required',
      detail: 'A report sent back, or an extension rejected, needs a comment for the unit to read.',
    },
  },
  'reason-required': {
    vi: { title: 'Thiếu lý do', detail: 'Hãy nêu lý do; lý do được lưu trong lịch sử.' },
    en: { title: 'Reason required', detail: 'Give a reason; it is kept in the history.' },
  },
  'due-date-not-later': {
    vi: {
      title: 'Thời hạn mới không muộn hơn',
      detail: 'Chỉ gia hạn đến ngày muộn hơn thời hạn hiện tại.',
    },
    en: {
      title: 'Not a later date',
      detail: 'An extension goes only to a date later than the present one.',
    },
  },
  'no-working-day': {
    vi: {
      title: 'Không có ngày làm việc',
      detail: 'Trong 60 ngày tới không có ngày làm việc nào. Kiểm tra lịch làm việc.',
    },
    en: {
      title: 'No working day',
      detail: 'There is no working day within 60 days. Check the working calendar.',
    },
  },
  'outside-calendar': {
    vi: {
      title: 'Ngoài lịch làm việc',
      detail: 'Ngày này nằm ngoài các năm mà lịch làm việc bao quát.',
    },
    en: {
      title: 'Outside the calendar',
      detail: 'This date is outside the years the working calendar covers.',
    },
  },
  'day-name-required': {
    vi: {
      title: 'Thiếu tên ngày',
      detail:
        'Ngày khác với thứ trong tuần của nó phải có tên, ví dụ “Nghỉ bù Quốc khánh”, “Làm bù cho thứ Hai 31/08”.',
    },
    en: {
      title: 'Name of the day required',
      detail: 'A day that is not what its weekday says needs a name by which people know it.',
    },
  },
  'make-up-on-weekday': {
    vi: {
      title: 'Ngày làm bù phải là thứ Bảy, Chủ nhật',
      detail:
        'Từ thứ Hai đến thứ Sáu, ngày đi làm là “ngày làm việc”; chỉ ngày nghỉ hằng tuần mới làm bù được.',
    },
    en: {
      title: 'A make-up day is a Saturday or Sunday',
      detail:
        'From Monday to Friday a day that is worked is “working”; only the weekly day of rest is worked in exchange.',
    },
  },
  'password-too-weak': {
    vi: {
      title: 'Mật khẩu chưa đủ mạnh',
      detail:
        'Mật khẩu cần ít nhất 10 ký tự, khác mật khẩu cũ, không chứa tên đăng nhập và không phải mật khẩu nhiều người dùng hay một từ quen thuộc thêm số. Nên dùng một câu dài.',
      reasons: {
        length: 'Mật khẩu cần ít nhất {minLength} ký tự. Nên dùng một câu dài.',
        username: 'Mật khẩu không được chứa tên đăng nhập.',
        repeated: 'Mật khẩu không được chỉ là một ký tự lặp lại.',
        common:
          'Mật khẩu này nhiều người dùng, hoặc chỉ là một từ quen thuộc thêm số hay dấu. Nên dùng một câu dài.',
      },
    },
    en: {
      title: 'Password too weak',
      detail:
        'A password needs at least 10 characters, differs from the old one, does not contain the user name and is neither one that many people use nor a familiar word with digits. A long phrase is best.',
      reasons: {
        length: 'A password needs at least {minLength} characters. A long phrase is best.',
        username: 'A password does not contain the user name.',
        repeated: 'A password is not one character again and again.',
        common:
          'Many people use this one, or it is a familiar word with digits or signs. A long phrase is best.',
      },
    },
  },
}
