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
    vi: 'Đơn vị đã có đơn vị kế thừa nên phải có ngày hoạt động cuối cùng, không sau hôm nay.',
    en: 'This unit has a successor, so it has a last day, which is not after today.',
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
  'month-or-period': {
    vi: 'Chọn một tháng đã qua, hoặc một kỳ có đủ ngày đầu và ngày cuối; không chọn cả hai.',
    en: 'Choose a month that is over, or a period with its first and last day; not both.',
  },
  'period-after-figures': {
    vi: 'Kỳ báo cáo kết thúc sau thời điểm lấy số liệu. Hãy chọn ngày cuối sớm hơn.',
    en: 'The period ends after the instant of its figures. Choose an earlier last day.',
  },
  'month-drawn-up': {
    vi: 'Báo cáo tháng {month} đã được lập: báo cáo số {report}. Số liệu đã chốt, không lập lại.',
    en: 'The report on {month} has been drawn up: number {report}. Its figures are frozen.',
  },
  'paper-of-the-office': {
    vi: 'Dự thảo báo cáo (DOCX, PDF) mang tên Văn phòng nên chỉ Văn phòng xuất được. Hãy chọn XLSX hoặc CSV.',
    en: 'The draft to be signed (DOCX, PDF) is in the name of the office, and for it alone. Choose XLSX or CSV.',
  },
  'too-many-saved-views': {
    vi: 'Mỗi tài khoản lưu được nhiều nhất {most} chế độ xem. Hãy xóa bớt chế độ không dùng nữa.',
    en: 'An account keeps {most} views at most. Delete one that is no longer used.',
  },
  'saved-view-name-taken': {
    vi: 'Đã có chế độ xem tên này. Hãy đặt tên khác, hoặc xóa chế độ cũ trước.',
    en: 'There is a view of this name. Choose another name, or delete the old one first.',
  },
  'drafter-of-the-office': {
    vi: 'Chuyên viên soạn thảo là thông tin nội bộ của Văn phòng. Hãy bỏ điều kiện này.',
    en: 'Who drafted an order is known to the office alone. Drop this condition.',
  },
  'grouping-of-the-office': {
    vi: 'Số liệu theo chuyên viên chỉ dành cho Văn phòng. Hãy chọn cách nhóm khác.',
    en: 'Figures by specialist are for the office alone. Choose another grouping.',
  },
  'ends-before-it-begins': {
    vi: 'Ngày kết thúc phải từ ngày bắt đầu trở về sau.',
    en: 'The last day must not be before the first.',
  },
  'compliance-of-the-office': {
    vi: 'Đơn vị chỉ xem được việc cập nhật văn bản báo cáo của chính mình.',
    en: 'A unit is shown how it entered its own reports, and nothing else of this.',
  },
  'grouping-of-another-subject': {
    vi: 'Nội dung này không nhóm được theo cách đã chọn. Hãy chọn cách nhóm khác.',
    en: 'This subject cannot be grouped so. Choose another grouping.',
  },
  'row-wrong-date': {
    vi: 'Dòng {line}: ngày không có thật hoặc không đọc được. Ghi dạng 05/02/2027 hoặc 2027-02-05.',
    en: 'Line {line}: not a real date, or none that can be read. Write 05/02/2027 or 2027-02-05.',
  },
  'row-other-year': {
    vi: 'Dòng {line}: ngày này không thuộc năm {year}.',
    en: 'Line {line}: this day is not in {year}.',
  },
  'row-wrong-kind': {
    vi: 'Dòng {line}: loại ngày không rõ. Ghi “nghỉ”, “làm bù” hoặc “làm việc”.',
    en: 'Line {line}: unknown kind of day. Write “off”, “make-up” or “working”.',
  },
  'row-date-twice': {
    vi: 'Dòng {line}: ngày này đã có ở dòng {first}. Mỗi ngày chỉ ghi một lần.',
    en: 'Line {line}: this day stands in line {first} already. Name each day once.',
  },
  'row-make-up-on-weekday': {
    vi: 'Dòng {line}: ngày này từ thứ Hai đến thứ Sáu, vốn là ngày làm việc nên không làm bù.',
    en: 'Line {line}: this day is from Monday to Friday and worked anyway, so it makes up for nothing.',
  },
  'row-name-missing': {
    vi: 'Dòng {line}: thiếu tên ngày, ví dụ “Tết Nguyên đán”.',
    en: 'Line {line}: the name of the day is missing.',
  },
  'row-unreadable': {
    vi: 'Dòng {line}: không đọc được. Kiểm tra dấu ngoặc kép và dấu phân cách.',
    en: 'Line {line}: cannot be read. Check its quotes and separators.',
  },
  'row-name-unfit': {
    vi: 'Dòng {line}: tên ngày dài quá 120 ký tự hoặc có ký tự không dùng được.',
    en: 'Line {line}: the name is longer than 120 characters or holds signs that cannot be kept.',
  },
  'event-repeats': {
    vi: 'Dòng {line}: sự kiện lặp lại (RRULE, RDATE). Hãy ghi từng ngày một.',
    en: 'Line {line}: a repeating event (RRULE, RDATE). Give each day by itself.',
  },
  'event-not-all-day': {
    vi: 'Dòng {line}: sự kiện không phải cả ngày (DTSTART;VALUE=DATE).',
    en: 'Line {line}: not an all-day event (DTSTART;VALUE=DATE).',
  },
  'event-too-long': {
    vi: 'Dòng {line}: sự kiện dài hơn 60 ngày, hoặc kết thúc trước khi bắt đầu.',
    en: 'Line {line}: the event is longer than 60 days, or ends before it begins.',
  },
  'calendar-file-empty': {
    vi: 'Tệp không có ngày nào. Nếu lịch theo luật đã đúng, hãy dùng “Xác nhận lịch chính thức”.',
    en: 'There is no day in the file. If the calendar of the law is right as it is, confirm the year instead.',
  },
  'calendar-file-too-large': {
    vi: 'Tệp dài hơn {limit} ký tự: không phải lịch của một năm.',
    en: 'The file is longer than {limit} characters: not the calendar of one year.',
  },
  'calendar-header-missing': {
    vi: 'Dòng đầu phải có tên cột “Ngày”, “Loại ngày” và “Tên” (hoặc date, kind, name).',
    en: 'The first line must name the columns “Date”, “Kind” and “Name”.',
  },
  'kind-not-told': {
    vi: 'Tài khoản này không nhận loại thông báo này; hãy bỏ khỏi yêu cầu.',
    en: 'This account is not told of this kind; leave it out.',
  },
  'kind-mandatory': {
    vi: 'Không tắt được thông báo này trên phần mềm vì đơn vị hoặc cán bộ phải xử lý; chỉ tắt được thư điện tử.',
    en: 'The bell cannot be silenced for this kind, since it must be acted on; only its mail can.',
  },
  'calendar-not-ics': {
    vi: 'Tệp không phải lịch iCalendar (VCALENDAR) hợp lệ.',
    en: 'The file is not a valid iCalendar (VCALENDAR).',
  },
}
