import type { ProblemName } from '@dunghan/contract'
import type { Language } from '../context.ts'
import { type ProblemText, ruleTexts } from './rule-texts.ts'

/** What a problem says to a person: what happened, then what to do. */
export const problemTexts: Record<ProblemName, Record<Language, ProblemText>> = {
  ...ruleTexts,
  'invalid-request': {
    vi: {
      title: 'Yêu cầu không hợp lệ',
      detail: 'Có trường thiếu hoặc sai. Xem từng trường được nêu bên dưới và sửa lại.',
    },
    en: {
      title: 'Invalid request',
      detail: 'Some fields are missing or wrong. Look at each field named below and correct it.',
    },
  },
  unauthenticated: {
    vi: {
      title: 'Chưa đăng nhập',
      detail: 'Phiên làm việc không có hoặc đã hết hạn. Hãy đăng nhập lại.',
    },
    en: { title: 'Not signed in', detail: 'There is no session or it has ended. Sign in again.' },
  },
  'invalid-credentials': {
    vi: { title: 'Đăng nhập không thành công', detail: 'Tên đăng nhập hoặc mật khẩu không đúng.' },
    en: { title: 'Sign-in failed', detail: 'The user name or the password is wrong.' },
  },
  forbidden: {
    vi: {
      title: 'Không có quyền',
      detail: 'Tài khoản này không được giao quyền thực hiện việc này.',
    },
    en: { title: 'Not allowed', detail: 'This account has not been given the right to do this.' },
  },
  'password-change-required': {
    vi: {
      title: 'Phải đổi mật khẩu',
      detail: 'Hãy đổi mật khẩu dùng một lần trước khi làm việc khác.',
    },
    en: {
      title: 'Password change required',
      detail: 'Change the one-time password before anything else.',
    },
  },
  'not-found': {
    vi: {
      title: 'Không tìm thấy',
      detail: 'Nội dung được hỏi không tồn tại hoặc không dành cho tài khoản này.',
    },
    en: {
      title: 'Not found',
      detail: 'What was asked for does not exist or is not for this account.',
    },
  },
  'duplicate-document': {
    vi: {
      title: 'Văn bản đã được cập nhật',
      detail: 'Văn bản số {document} trong năm {year} đã có trong phần mềm: “{title}” (mã {id}).',
    },
    en: {
      title: 'Document already entered',
      detail: 'Document {document} of {year} is already recorded: “{title}” (id {id}).',
    },
  },
  'unit-already-has-account': {
    vi: {
      title: 'Đơn vị đã có tài khoản',
      detail: 'Mỗi đơn vị chỉ có một tài khoản. Tài khoản hiện có: {username}.',
    },
    en: {
      title: 'The unit has an account',
      detail: 'Each unit has exactly one account. The present one: {username}.',
    },
  },
  'already-exists': {
    vi: { title: 'Đã tồn tại', detail: 'Mã hoặc tên này đã được dùng. Hãy chọn mã hoặc tên khác.' },
    en: { title: 'Already exists', detail: 'This code or name is taken. Choose another.' },
  },
  'mail-not-retried': {
    vi: {
      title: 'Không thể gửi lại thư này',
      detail: 'Thư đã được gửi, hoặc tài khoản nhận đã bị khóa hay không còn địa chỉ thư.',
    },
    en: {
      title: 'This mail cannot be sent again',
      detail: 'It was sent, or its account is disabled or has no mail address any more.',
    },
  },
  stale: {
    vi: {
      title: 'Nội dung đã thay đổi',
      detail: 'Có người đã lưu trước. Hãy tải lại, xem thay đổi rồi lưu lại.',
    },
    en: {
      title: 'Changed in the meantime',
      detail: 'Somebody saved first. Reload, look at the change, and save again.',
    },
  },
  'request-too-large': {
    vi: {
      title: 'Yêu cầu quá dài',
      detail: 'Nội dung gửi lên dài hơn {limit}. Hãy rút gọn, hoặc chia thành nhiều lần gửi.',
    },
    en: {
      title: 'Request too large',
      detail: 'What was sent is longer than {limit}. Shorten it, or send it in parts.',
    },
  },
  'file-too-large': {
    vi: {
      title: 'Tệp quá lớn',
      detail: 'Nội dung gửi lên vượt giới hạn {limit}. Hãy nén hoặc chia nhỏ tệp.',
    },
    en: {
      title: 'File too large',
      detail: 'What was sent is larger than {limit}. Compress or split it.',
    },
  },
  'file-type-not-allowed': {
    vi: {
      title: 'Loại tệp không được chấp nhận',
      detail: 'Nội dung tệp không phải PDF, Word, Excel, ODF, ảnh PNG/JPEG hoặc ZIP hợp lệ.',
    },
    en: {
      title: 'File type not allowed',
      detail: 'The content is not a valid PDF, Word, Excel, ODF, PNG/JPEG image or ZIP.',
    },
  },
  'range-not-satisfiable': {
    vi: {
      title: 'Ngoài phạm vi tệp',
      detail: 'Phần được hỏi (Range) nằm ngoài tệp; độ dài của tệp ở Content-Range.',
    },
    en: {
      title: 'Outside the file',
      detail: 'The part asked for (Range) lies outside the file; Content-Range says its length.',
    },
  },
  'already-decided': {
    vi: {
      title: 'Đề nghị gia hạn không còn chờ quyết định',
      detail:
        'Đề nghị này đã có người quyết định hoặc không còn hiệu lực. Hãy tải lại trang để xem kết quả.',
    },
    en: {
      title: 'Already decided',
      detail: 'Somebody has decided this request, or it has lapsed. Reload to see how.',
    },
  },
  'as-of-in-future': {
    vi: {
      title: 'Thời điểm chưa đến',
      detail:
        'Chỉ xem được số liệu tại thời điểm đã qua. Hãy chọn ngày trước hôm nay, hoặc bỏ trống để xem hiện tại.',
    },
    en: {
      title: 'Not yet past',
      detail:
        'Figures can be asked for as of the past only. Choose a day before today, or leave it out for now.',
    },
  },
  'export-too-large': {
    vi: {
      title: 'Quá nhiều dòng để xuất',
      detail:
        'Bộ lọc này có {count} dòng; định dạng đã chọn xuất tối đa {limit} dòng. Hãy thu hẹp bộ lọc hoặc chọn CSV.',
    },
    en: {
      title: 'Too many rows to export',
      detail:
        'This filter holds {count} rows; the format takes {limit} at most. Narrow the filter or choose CSV.',
    },
  },
  'too-many-documents': {
    vi: {
      title: 'Đang có nhiều người xuất dữ liệu',
      detail: 'Máy chủ đang lập nhiều tài liệu cùng lúc. Hãy thử lại sau ít phút.',
    },
    en: {
      title: 'Too many documents at once',
      detail: 'The server is drawing up many documents. Try again in a minute.',
    },
  },
  'calendar-import-refused': {
    vi: {
      title: 'Tệp lịch có dòng sai',
      detail: 'Chưa có gì thay đổi. Hãy sửa các dòng nêu bên dưới rồi nhập lại cả tệp.',
    },
    en: {
      title: 'The calendar file has wrong rows',
      detail: 'Nothing was changed. Correct the rows named below and import the whole file again.',
    },
  },
  'idempotency-key-reused': {
    vi: {
      title: 'Khóa chống gửi trùng đã dùng',
      detail: 'Khóa Idempotency-Key này đã dùng cho một nội dung khác. Hãy dùng khóa mới.',
    },
    en: {
      title: 'Idempotency key reused',
      detail: 'This Idempotency-Key was used with another body. Use a new key.',
    },
  },
  'precondition-required': {
    vi: {
      title: 'Thiếu If-Match',
      detail: 'Gửi kèm phiên bản đang sửa (If-Match) để không ghi đè thay đổi của người khác.',
    },
    en: {
      title: 'If-Match required',
      detail: 'Send the version you edit (If-Match), so that nobody’s change is overwritten.',
    },
  },
  'too-many-attempts': {
    vi: {
      title: 'Sai quá nhiều lần',
      detail: 'Đăng nhập sai quá nhiều lần. Hãy thử lại sau {minutes} phút.',
    },
    en: {
      title: 'Too many attempts',
      detail: 'Too many failed sign-ins. Try again in {minutes} minutes.',
    },
  },
  'rate-limited': {
    vi: {
      title: 'Gửi quá nhanh',
      detail: 'Máy này gửi quá nhiều yêu cầu. Hãy đợi một chút rồi thử lại.',
    },
    en: {
      title: 'Too many requests',
      detail: 'Too many requests from here. Wait a moment and try again.',
    },
  },
  'not-ready': {
    vi: {
      title: 'Phần mềm tạm thời chưa sẵn sàng',
      detail:
        'Cơ sở dữ liệu hoặc kho tệp chưa trả lời. Chưa có gì được lưu; hãy thử lại sau ít phút.',
    },
    en: {
      title: 'Not ready',
      detail:
        'The database or the file store does not answer. Nothing was saved; try again in a few minutes.',
    },
  },
  internal: {
    vi: {
      title: 'Phần mềm gặp lỗi',
      detail: 'Đã có lỗi và đã được ghi lại. Khi báo cho quản trị, hãy gửi kèm mã yêu cầu.',
    },
    en: {
      title: 'Internal error',
      detail: 'Something failed and was logged. Quote the request id to the administrator.',
    },
  },
}
